import { describe, expect, it } from "vitest";
import type { TestClipOptions } from "../testing/make-test-clip.ts";
import { openTestClip } from "../testing/open-media.ts";
import { decodeSound } from "./decode-sound.ts";

async function soundOf(options: TestClipOptions): Promise<AudioBuffer> {
  const sound = await decodeSound(await openTestClip({ frames: 12, ...options }));
  if (!sound) throw new Error("no sound");
  return sound;
}

/** The peak of each channel. */
function peaksOf(sound: AudioBuffer): number[] {
  return Array.from({ length: sound.numberOfChannels }, (_, channel) =>
    sound.getChannelData(channel).reduce((max, sample) => Math.max(max, Math.abs(sample)), 0),
  );
}

describe("the decoded sound of a clip", () => {
  it.each(["pcm-s16", "opus"] as const)("keeps left left and right right: %s", async (codec) => {
    const [left = 0, right = 1] = peaksOf(await soundOf({ sound: { codec, levels: [0.8, 0.1] } }));
    expect(left).toBeGreaterThan(0.7);
    expect(right).toBeLessThan(0.2);
    expect(right).toBeGreaterThan(0.05);
  });

  it("begins with the first frame, even if that is later in the file", async () => {
    const sound = { codec: "pcm-s16", levels: [0.8] } as const;
    const whole = await soundOf({ sound });
    const late = await soundOf({ sound, timeOf: (frame) => (frame + 6) / 24 });
    const quarter = 0.25 * late.sampleRate;
    expect(late.getChannelData(0).subarray(0, 100)).toEqual(
      whole.getChannelData(0).subarray(quarter, quarter + 100),
    );
  });
});
