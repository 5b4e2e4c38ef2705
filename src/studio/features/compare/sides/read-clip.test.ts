import { describe, expect, it, vi } from "vitest";
import type { fetchClip } from "#studio/api/clip-bytes.ts";
import { aProblem } from "#studio/testing/fixtures.ts";
import { readClip } from "./read-clip.ts";

const signal = new AbortController().signal;
const noCopy = { read: async () => null };
const unsaved = async () => aProblem("clip-unavailable");

function answering(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  return vi.fn<typeof fetchClip>(async () => ({
    ok: true,
    value: { type: "video/mp4", length: null, body },
  }));
}

describe("reading a clip", () => {
  it("uses the copy on this device without a request", async () => {
    const copy = new Blob(["copy"]);
    const fetch = answering(new Blob(["other"]).stream());
    const clips = { read: async () => copy };
    const save = vi.fn(unsaved);
    expect(await readClip("/clip", signal, { clips, save, fetch })).toEqual({
      ok: true,
      blob: copy,
    });
    expect(save).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  it("saves it first if there is no copy, and shares that download", async () => {
    const copy = new Blob(["copy"]);
    let saved: Blob | null = null;
    const save = vi.fn(async () => {
      saved = copy;
      return null;
    });
    const fetch = answering(new Blob(["other"]).stream());
    const read = await readClip("/clip", signal, {
      clips: { read: async () => saved },
      save,
      fetch,
    });
    expect(read).toEqual({ ok: true, blob: copy });
    expect(save).toHaveBeenCalledExactlyOnceWith("/clip", signal);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("fetches it where it can't be saved", async () => {
    const fetch = answering(new Blob(["whole clip"]).stream());
    const read = await readClip("/clip", signal, { clips: noCopy, save: unsaved, fetch });
    if (!read.ok) throw new Error("It was there.");
    expect(await read.blob.text()).toBe("whole clip");
    expect(read.blob.type).toBe("video/mp4");
    expect(fetch).toHaveBeenCalledWith("/clip", { signal });
  });

  it("returns the reason why the clip cannot be fetched", async () => {
    const problem = aProblem("clip-expired");
    const fetch: typeof fetchClip = async () => ({ ok: false, problem });
    expect(await readClip("/clip", signal, { clips: noCopy, save: unsaved, fetch })).toEqual({
      ok: false,
      problem,
    });
  });

  it("reports an interrupted download", async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new TypeError("cut off")),
    });
    const read = await readClip("/clip", signal, {
      clips: noCopy,
      save: unsaved,
      fetch: answering(broken),
    });
    expect(read).toMatchObject({ ok: false, problem: { code: "clip-broken", retryable: true } });
  });
});
