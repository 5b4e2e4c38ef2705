/** Remuxed clips, read back with an independent reader. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputTrack,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { beforeAll, describe, expect, test } from "vitest";
import { remuxClip } from "./remux.ts";

const { signal } = new AbortController();
const SAMPLE_RATE = 48_000;
const AAC_PACKET_S = 1024 / SAMPLE_RATE;

const openFile = (bytes: Uint8Array) =>
  new Input({ formats: [MP4], source: new BufferSource(bytes.slice()) });

const streamOf = (bytes: Uint8Array) => new Blob([bytes.slice()]).stream();

async function packetsOf(track: InputTrack | null): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  if (track)
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}

const summaryOf = (packets: readonly EncodedPacket[]) =>
  packets.map(({ type, timestamp, data }) => ({ type, timestamp, data: [...data] }));

async function remuxed(bytes: Uint8Array): Promise<Input> {
  const { init, fragments } = await remuxClip(streamOf(bytes), signal);
  const parts: Uint8Array<ArrayBuffer>[] = [init];
  for await (const fragment of fragments) parts.push(fragment);
  return openFile(await new Blob(parts).bytes());
}

/** H.264 with one key frame and reordered frames, four a second, whose first time is moved to zero by an edit list. */
let reordered: Uint8Array;
beforeAll(async () => {
  reordered = await readFile(resolve(import.meta.dirname, "../../../../tests/fake-kirin/clip.mp4"));
});

interface SoundOptions {
  /** Time of the first packet of sound. */
  soundStartS?: number;
  /** Moves the picture. */
  pictureStartS?: number;
}

/** The same picture with a sound track. */
async function withSound({ soundStartS = 0, pictureStartS = 0 }: SoundOptions) {
  const track = await openFile(reordered).getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!decoderConfig) throw new Error("no picture");
  const target = new BufferTarget();
  const format = new Mp4OutputFormat({ fastStart: "in-memory" });
  const output = new Output({ format, target });
  const picture = new EncodedVideoPacketSource("avc");
  const sound = new EncodedAudioPacketSource("aac");
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  for (const packet of await packetsOf(track)) {
    const timestamp = packet.timestamp + pictureStartS;
    await picture.add(packet.clone({ timestamp }), { decoderConfig });
  }
  for (let index = 0; index < 90; index += 1) {
    const timestamp = soundStartS + index * AAC_PACKET_S;
    const packet = new EncodedPacket(
      new Uint8Array(40).fill(index),
      "key",
      timestamp,
      AAC_PACKET_S,
    );
    await sound.add(packet, {
      decoderConfig: {
        codec: "mp4a.40.2",
        sampleRate: SAMPLE_RATE,
        numberOfChannels: 2,
        description: new Uint8Array([0x11, 0x90]),
      },
    });
  }
  await output.finalize();
  if (!target.buffer) throw new Error("no clip");
  return new Uint8Array(target.buffer);
}

describe("a remuxed clip", () => {
  test("has the same samples at the same times, in decode order", async () => {
    const before = await packetsOf(await openFile(reordered).getPrimaryVideoTrack());
    const after = await packetsOf(await (await remuxed(reordered)).getPrimaryVideoTrack());
    expect(before.map(({ timestamp }) => timestamp)).toEqual([
      0, 1.5, 0.75, 0.25, 0.5, 1, 1.25, 1.75,
    ]);
    expect(summaryOf(after)).toEqual(summaryOf(before));
  });

  test("has both tracks, and says which codecs they have and how long it is", async () => {
    const file = await withSound({});
    const { mimeType, durationS, fragments } = await remuxClip(streamOf(file), signal);
    await fragments.return();
    expect(mimeType).toBe('video/mp4; codecs="avc1.64000a, mp4a.40.2"');
    expect(durationS).toBe(2);
    const [before, after] = [openFile(file), await remuxed(file)];
    for (const input of [before, after]) expect(await input.getTracks()).toHaveLength(2);
    expect(summaryOf(await packetsOf(await after.getPrimaryAudioTrack()))).toEqual(
      summaryOf(await packetsOf(await before.getPrimaryAudioTrack())),
    );
  });

  test("leaves out the sound that an edit list cuts off before the start", async () => {
    const after = await remuxed(await withSound({ soundStartS: -AAC_PACKET_S }));
    const sound = await packetsOf(await after.getPrimaryAudioTrack());
    expect(sound).toHaveLength(89);
    expect(sound[0]?.timestamp).toBe(0);
    expect(sound[0]?.data[0]).toBe(1);
  });

  test("starts at zero, wherever its file starts", async () => {
    const after = await remuxed(await withSound({ soundStartS: 0.5, pictureStartS: 0.5 }));
    const [first, second] = await packetsOf(await after.getPrimaryVideoTrack());
    expect([first?.timestamp, second?.timestamp]).toEqual([0, 1.5]);
  });

  test("starts before all of it has arrived, though it has a single key frame", async () => {
    const [head, rest] = [reordered.slice(0, 2040), reordered.slice(2040)];
    let letGo = () => {};
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(head);
        letGo = () => {
          controller.enqueue(rest);
          controller.close();
        };
      },
    });
    const { fragments } = await remuxClip(stream, signal);
    expect((await fragments.next()).done).toBe(false);
    letGo();
    let count = 1;
    for await (const _fragment of fragments) count += 1;
    expect(count).toBe(8);
  });
});

describe("a clip that browsers would not play the same in fragments", () => {
  test.each([
    ["its picture starts long after its sound", { pictureStartS: 0.5 }],
    ["its sound starts long after its picture", { soundStartS: 0.5 }],
    ["an edit list cuts off the start of its picture", { pictureStartS: -0.5 }],
  ])("is refused: %s", async (_name, options) => {
    await expect(remuxClip(streamOf(await withSound(options)), signal)).rejects.toThrow();
  });

  test("is refused when it is no video", async () => {
    await expect(remuxClip(streamOf(new Uint8Array(2000)), signal)).rejects.toThrow();
  });

  test("fails in the middle when its file is cut short", async () => {
    const { fragments } = await remuxClip(streamOf(reordered.slice(0, 2100)), signal);
    const readAll = async () => {
      for await (const _fragment of fragments);
    };
    await expect(readAll()).rejects.toThrow();
  });
});
