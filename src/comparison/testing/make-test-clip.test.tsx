import {
  ALL_FORMATS,
  BlobSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  VideoSampleSink,
} from "mediabunny";
import { describe, expect, it } from "vitest";
import { readFrameNumber } from "./frame-number.ts";
import { makeTestClip } from "./make-test-clip.ts";

async function openVideo(blob: Blob) {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(blob) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("no picture");
  return { input, track };
}

describe("clips for tests", () => {
  it("carry each frame's number, readable after scaling", async () => {
    const { track } = await openVideo(await makeTestClip({ frames: 30, width: 160, height: 284 }));
    const context = new OffscreenCanvas(200, 100).getContext("2d");
    if (!context) throw new Error("no canvas");
    const numbers: (number | null)[] = [];
    for await (const sample of new VideoSampleSink(track).samples()) {
      sample.draw(context, 60, 20, 90, 70);
      numbers.push(
        readFrameNumber(context.getImageData(0, 0, 200, 100), {
          x: 60,
          y: 20,
          width: 90,
          height: 70,
        }),
      );
      sample.close();
    }
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, frame) => frame));
  });

  it("have the requested keyframes, times and sound", async () => {
    const blob = await makeTestClip({
      frames: 12,
      keyInterval: 5,
      timeOf: (frame) => frame * frame * 0.01,
      sound: { codec: "pcm-s16", channels: 1 },
    });
    const { input, track } = await openVideo(blob);
    const packets: EncodedPacket[] = [];
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
    expect(packets.map(({ type }) => type === "key")).toEqual(
      packets.map((_, index) => index % 5 === 0),
    );
    expect(packets.map(({ timestamp }) => Math.round(timestamp * 100))).toEqual(
      packets.map((_, index) => index * index),
    );
    const sound = await input.getPrimaryAudioTrack();
    expect([sound?.codec, sound?.numberOfChannels]).toEqual(["pcm-s16", 1]);
    const opus = await openVideo(await makeTestClip({ frames: 4, sound: {} }));
    expect((await opus.input.getPrimaryAudioTrack())?.codec).toBe("opus");
  });

  it("report no number without a code", () => {
    expect(readFrameNumber(new ImageData(100, 100))).toBeNull();
  });
});
