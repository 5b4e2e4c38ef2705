import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#simulator/testing/test-simulator.ts";
import { fileBody } from "./file-body.ts";

const CHUNK = 256 * 1024;

/** A file of `bytes` bytes, of which each differs from its neighbours. */
async function fileOf(bytes: number) {
  const file = join(await temporaryFolder(), "clip.mp4");
  const content = Uint8Array.from({ length: bytes }, (_, at) => (at * 7) % 251);
  await writeFile(file, content);
  return { file, content };
}

test.each([
  [0, 0],
  [0, CHUNK - 1],
  [0, CHUNK],
  [1, 2 * CHUNK],
  [CHUNK, 2 * CHUNK],
])("streams the bytes %i to %i of a file", async (first, last) => {
  const { file, content } = await fileOf(2 * CHUNK + 1);
  const body = new Uint8Array(await new Response(fileBody(file, first, last)).arrayBuffer());
  expect(Buffer.compare(body, content.subarray(first, last + 1))).toBe(0);
});

test("fails when the file has become shorter or was deleted", async () => {
  const { file } = await fileOf(10);
  await expect(new Response(fileBody(file, 0, 10)).text()).rejects.toThrow("shorter");
  await expect(new Response(fileBody(`${file}.gone`, 0, 10)).text()).rejects.toThrow("ENOENT");
});
