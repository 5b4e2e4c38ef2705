import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClipFault } from "#comparison/media/find-clip-fault.ts";
import type { ClipStore, StoreFault } from "#studio/storage/clips/clip-store.ts";
import { saveClipsIn } from "./save-clip.ts";

const SRC = "/api/generations/kirin-a/clips/0";
const { signal } = new AbortController();

const store = {
  has: vi.fn<ClipStore["has"]>(),
  list: vi.fn<ClipStore["list"]>(),
  read: vi.fn<ClipStore["read"]>(),
  findObstacle: vi.fn<ClipStore["findObstacle"]>(),
  put: vi.fn<ClipStore["put"]>(),
  remove: vi.fn<ClipStore["remove"]>(),
};
const findFault = vi.fn<(clip: Blob) => Promise<ClipFault | null>>();
const fetched = vi.fn<typeof fetch>();
const keep = () => saveClipsIn(store, findFault)(SRC, signal);

beforeEach(() => {
  vi.resetAllMocks();
  store.has.mockResolvedValue(false);
  store.findObstacle.mockResolvedValue(null);
  store.put.mockResolvedValue(null);
  store.read.mockResolvedValue(new Blob(["a clip"]));
  findFault.mockResolvedValue(null);
  fetched.mockImplementation(
    async () => new Response("a clip", { headers: { "Content-Type": "video/mp4" } }),
  );
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => vi.unstubAllGlobals());

test("saves a clip", async () => {
  expect(await keep()).toBeNull();
  expect(store.put).toHaveBeenCalledExactlyOnceWith(
    SRC,
    expect.objectContaining({ type: "video/mp4", length: null }),
  );
});

test("clip: the page crashes after a clip was saved and before that was recorded → it is not fetched again", async () => {
  store.has.mockResolvedValue(true);
  expect(await keep()).toBeNull();
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  ["full", "clips-full"],
  ["unavailable", "clips-unavailable"],
] as const)("fetches nothing if the store is %s", async (obstacle, code) => {
  store.findObstacle.mockResolvedValue(obstacle);
  expect(await keep()).toMatchObject({ code });
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  ["broken", "clip-broken"],
  ["full", "clips-full"],
] satisfies [StoreFault, string][])("reports a response that is %s", async (fault, code) => {
  store.put.mockResolvedValue(fault);
  expect(await keep()).toMatchObject({ code });
});

test.each([
  ["not-a-clip", "clip-unreadable"],
  ["cut-short", "clip-cut-short"],
  ["damaged", "clip-damaged"],
] satisfies [ClipFault, string][])(
  "clip: a complete file is %s → it is not saved, and the reason is returned",
  async (fault, code) => {
    findFault.mockResolvedValue(fault);
    expect(await keep()).toMatchObject({ code, retryable: true });
    expect(store.remove).toHaveBeenCalledExactlyOnceWith(SRC);
  },
);

test("clip: the page crashes between the download and its check, and the file is damaged → it is fetched again", async () => {
  store.has.mockResolvedValue(true);
  findFault.mockResolvedValueOnce("damaged");
  expect(await keep()).toBeNull();
  expect(store.remove).toHaveBeenCalledOnce();
  expect(fetched).toHaveBeenCalledOnce();
});

test("returns the reason why no clip arrived", async () => {
  fetched.mockRejectedValue(new TypeError("refused"));
  expect(await keep()).toMatchObject({ code: "studio-unreachable" });
  expect(store.put).not.toHaveBeenCalled();
});
