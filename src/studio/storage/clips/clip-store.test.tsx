/** Runs on the browser's real Cache API. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClipStore } from "./clip-store.ts";

const SRC = "/api/generations/task-1/clips/0";
const NAME = "test-clips";
const AMPLE_STORAGE = { estimate: async () => ({ quota: 10_000_000_000, usage: 0 }) };

afterEach(async () => {
  await caches.delete(NAME);
});

const open = (options: Parameters<typeof createClipStore>[0] = {}) =>
  createClipStore({ name: NAME, storage: AMPLE_STORAGE, ...options });

/** A body that arrives in chunks and then ends or fails. */
function bodyOf(pieces: readonly Uint8Array<ArrayBuffer>[], fault?: Error) {
  const left = [...pieces];
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(next);
        else if (fault) controller.error(fault);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

const half = new Uint8Array(50_000).fill(7);
const clip = (length: number | null, fault?: Error) => ({
  type: "video/mp4",
  length,
  body: bodyOf([half, half], fault),
});

function box(type: string, size: number, declared = size): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, declared);
  bytes.set(new TextEncoder().encode(type), 4);
  return bytes;
}

describe("a stored clip", () => {
  test("is read with all bytes and its type", async () => {
    const store = open();
    expect(await store.has(SRC)).toBe(false);
    expect(await store.read(SRC)).toBeNull();
    expect(await store.put(SRC, clip(100_000))).toBeNull();
    expect(await store.has(SRC)).toBe(true);
    expect(await store.list()).toEqual(new Set([SRC]));
    const copy = await store.read(SRC);
    expect(copy?.type).toBe("video/mp4");
    expect(new Uint8Array((await copy?.arrayBuffer()) ?? [])).toEqual(
      new Uint8Array(100_000).fill(7),
    );
  });

  test("may be stored by two tabs at the same time", async () => {
    const faults = await Promise.all([
      open().put(SRC, clip(100_000)),
      open().put(SRC, clip(100_000)),
    ]);
    expect(faults).toEqual([null, null]);
    expect((await open().read(SRC))?.size).toBe(100_000);
  });

  test("clip: the connection is lost during a download → no part of it is stored", async () => {
    const store = open();
    expect(await store.put(SRC, clip(200_000, new TypeError("network error")))).toBe("broken");
    expect(await store.has(SRC)).toBe(false);
  });

  test("clip: fewer bytes arrive than announced → no part of it is stored", async () => {
    const store = open();
    expect(await store.put(SRC, clip(100_001))).toBe("broken");
    expect(await store.has(SRC)).toBe(false);
  });

  test("clip: a second download of a stored clip is interrupted → the stored copy stays", async () => {
    const store = open();
    await store.put(SRC, clip(100_000));
    await store.put(SRC, clip(100_000, new TypeError("network error")));
    expect((await store.read(SRC))?.size).toBe(100_000);
  });
});

describe("an MP4 of unknown length", () => {
  const kept = async (pieces: Uint8Array<ArrayBuffer>[]) =>
    open().put(SRC, { type: "video/mp4", length: null, body: bodyOf(pieces) });
  const ftyp = box("ftyp", 24);
  const moov = box("moov", 400);

  test.each([
    ["whole", [ftyp, moov, box("mdat", 9000)]],
    ["whole, with its index at the end", [ftyp, box("mdat", 9000), moov]],
    ["in fragments", [ftyp, moov, box("moof", 80), box("mdat", 900)]],
    ["to the end of the file", [ftyp, moov, box("mdat", 9000, 0)]],
  ])("is stored: %s", async (_name, pieces) => {
    expect(await kept(pieces)).toBeNull();
  });

  test.each([
    ["with its last box cut off", [ftyp, moov, box("mdat", 9000, 9001)]],
    ["without media data", [ftyp, moov]],
    ["without its index", [ftyp, box("mdat", 9000)]],
    ["with bytes at the end that are no box", [ftyp, moov, box("mdat", 900), new Uint8Array(3)]],
    ["with a box that is too small", [ftyp, moov, box("mdat", 900, 4)]],
    ["empty", []],
  ])(
    "clip: a download of unknown length ends too early → it is not stored (%s)",
    async (_name, pieces) => {
      expect(await kept(pieces)).toBe("broken");
      expect(await open().has(SRC)).toBe(false);
    },
  );

  test("may have a box with a 64-bit size", async () => {
    const large = box("mdat", 9000, 1);
    new DataView(large.buffer).setBigUint64(8, 9000n);
    expect(await kept([ftyp, moov, large])).toBeNull();
  });

  test("is not required of other types, which are stored unless they are empty", async () => {
    const webm = { type: "video/webm", length: null };
    expect(await open().put(SRC, { ...webm, body: bodyOf([half]) })).toBeNull();
    expect(await open().put(SRC, { ...webm, body: bodyOf([]) })).toBe("broken");
  });
});

describe("clips that cannot be stored", () => {
  test("clip: the device is almost full → nothing is downloaded, and space is left for the library", async () => {
    const room = (quota: number, usage: number) =>
      open({ storage: { estimate: async () => ({ quota, usage }) } });
    expect(await room(1000, 900).findObstacle()).toBeNull();
    expect(await room(1000, 901).findObstacle()).toBe("full");
    expect(await room(1e12, 1e12 - 257e6).findObstacle()).toBeNull();
    expect(await room(1e12, 1e12 - 255e6).findObstacle()).toBe("full");
    expect(await room(1_000_000, 850_000).put(SRC, clip(100_000))).toBe("full");
    expect(await open().has(SRC)).toBe(false);
  });

  test("clip: the browser's quota is reached while a clip is written → the clip is not stored, and the device is reported as full", async () => {
    const cache = await caches.open(NAME);
    vi.spyOn(cache, "put").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    const store = open({ caches: { open: async () => cache } });
    expect(await store.put(SRC, clip(100_000))).toBe("full");
  });

  test("clip: the origin is insecure and has no Cache API → clips are reported as unavailable, and nothing else fails", async () => {
    const none = open({ caches: null });
    expect(await none.findObstacle()).toBe("unavailable");
    expect(await none.read(SRC)).toBeNull();
    expect(await none.list()).toBeNull();
  });

  test("clip: storage is blocked → clips are reported as unavailable, and nothing else fails", async () => {
    const blocked = open({
      caches: { open: () => Promise.reject(new DOMException("no", "SecurityError")) },
    });
    expect(await blocked.findObstacle()).toBe("unavailable");
    expect(await blocked.put(SRC, clip(100_000))).toBe("unavailable");
    expect(await blocked.has(SRC)).toBe(false);
    expect(await blocked.list()).toBeNull();
    expect(await blocked.read(SRC)).toBeNull();
  });

  test("stores clips in a browser that reports no quota", async () => {
    expect(await open({ storage: { estimate: async () => ({}) } }).findObstacle()).toBeNull();
    const silent = { estimate: () => Promise.reject(new Error("no")) };
    expect(await open({ storage: silent }).findObstacle()).toBeNull();
  });
});
