import { expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { shareClipUrls } from "./clip-urls.ts";

const SRC = "/api/generations/task-1/clips/0";
const isAlive = (url: string | null) =>
  url === null
    ? Promise.resolve(false)
    : fetch(url).then(
        () => true,
        () => false,
      );

test("shares one URL among all uses of a clip, and revokes it after the last", async () => {
  const read = vi.fn(async () => new Blob(["a clip"]));
  const openUrl = shareClipUrls(read);
  const [first, second] = [openUrl(SRC), openUrl(SRC)];
  const url = await first.url;
  expect(await second.url).toBe(url);
  expect(read).toHaveBeenCalledOnce();
  first.end();
  expect(await isAlive(url)).toBe(true);
  second.end();
  await eventually(async () => expect(await isAlive(url)).toBe(false));
  expect(await openUrl(SRC).url).not.toBe(url);
  expect(read).toHaveBeenCalledTimes(2);
});

test("revokes the URL of a use that ended before the clip was read", async () => {
  const openUrl = shareClipUrls(async () => new Blob(["a clip"]));
  const use = openUrl(SRC);
  use.end();
  const url = await use.url;
  await eventually(async () => expect(await isAlive(url)).toBe(false));
});

test("looks for a missing copy again with the next use", async () => {
  const read = vi.fn<() => Promise<Blob | null>>(async () => null);
  const openUrl = shareClipUrls(read);
  const first = openUrl(SRC);
  expect(await first.url).toBeNull();
  read.mockResolvedValue(new Blob(["a clip"]));
  const second = openUrl(SRC);
  expect(await second.url).toMatch(/^blob:/);
  first.end();
  expect(await isAlive(await second.url)).toBe(true);
});
