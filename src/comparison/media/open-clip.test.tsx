import { describe, expect, it } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createComparison } from "../engine/create-comparison.ts";
import { makeTestClip } from "../testing/make-test-clip.ts";
import { openTestClip } from "../testing/open-media.ts";
import { openClipMedia } from "./open-clip.ts";

/** The same bytes with some overwritten. */
async function damaged(clip: Blob, write: (bytes: Uint8Array) => void): Promise<Blob> {
  const bytes = new Uint8Array(await clip.arrayBuffer());
  write(bytes);
  return new Blob([bytes], { type: clip.type });
}

/** The offset of the first occurrence of some letters in a file. */
function placeOf(bytes: Uint8Array, letters: string, from = 0): number {
  const text = Array.from(bytes.subarray(from, from + 60_000), (byte) => String.fromCharCode(byte));
  return from + text.join("").indexOf(letters);
}

describe("an opened clip", () => {
  it("reports size, rate, frames and sound", async () => {
    const media = await openTestClip({
      width: 180,
      height: 320,
      frameRate: 30,
      frames: 45,
      sound: { codec: "pcm-s16", channels: 1 },
    });
    expect(media).toMatchObject({ width: 180, height: 320, frameCount: 45 });
    expect(media.frameRate).toBeCloseTo(30, 3);
    expect(media.durationS).toBeCloseTo(1.5, 3);
    expect(media.codec).toMatch(/^avc1\./);
    expect(media.bitRate).toBeGreaterThan(1000);
    expect(media.sound).toMatchObject({ channels: 1, sampleRate: 48_000 });
    expect(media.sound?.bitRate).toBeCloseTo(768_000, -4);
    expect((await openTestClip({ frames: 3 })).sound).toBeNull();
  });

  it("starts at zero and keeps irregular frame times", async () => {
    const media = await openTestClip({ frames: 5, timeOf: (frame) => 2 + frame * frame * 0.05 });
    expect(media.frameTimes.map((time) => Math.round(time * 100))).toEqual([0, 5, 20, 45, 80]);
  });
});

describe("files that can't be opened", () => {
  it.each([
    ["a text", async () => new Blob(["once upon a time"]), "not-a-clip"],
    ["nothing", async () => new Blob([]), "not-a-clip"],
    ["sound alone", () => makeTestClip({ frames: 0, sound: {} }), "not-a-clip"],
    [
      "half a file",
      async () => {
        const clip = await makeTestClip();
        return clip.slice(0, clip.size / 2);
      },
      "unreadable",
    ],
    [
      "a codec nobody knows",
      async () =>
        damaged(await makeTestClip(), (bytes) => {
          bytes.set(new TextEncoder().encode("nope"), placeOf(bytes, "avc1", 100));
        }),
      "no-decoder",
    ],
    [
      "a long video",
      async () => new Blob(Array<Blob>(257).fill(new Blob([new Uint8Array(1024 * 1024)]))),
      "too-long",
    ],
  ] as const)("%s is %s", async (_, make, reason) => {
    expect(await openClipMedia(await make())).toEqual({ ok: false, reason });
  });

  it("reports the side whose video is damaged", async () => {
    const sound = await openTestClip({});
    const clip = await damaged(await makeTestClip({}), (bytes) => {
      const data = placeOf(bytes, "mdat") + 4;
      bytes.fill(0xa5, data + 40);
    });
    const opening = await openClipMedia(clip);
    if (!opening.ok) throw new Error(opening.reason);
    const comparison = createComparison({ left: sound, right: opening.media });
    await eventually(() => expect(comparison.getState().failedSide).toBe("right"));
    comparison.close();
  });
});
