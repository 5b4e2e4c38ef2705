/**
 * Writes colour tags into a clip or removes them: in the H.264 stream (the VUI of the sequence parameter set, ITU-T
 * H.264 E.1.1), in the container (the `colr` box), or in both. The pictures stay the same.
 */
import {
  BlobSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";

/** Code points of ITU-T H.273, which both places use. */
export interface ColourTags {
  primaries: number;
  transfer: number;
  matrix: number;
  isFullRange: boolean;
}

/** Names of the code points in WebCodecs. */
const PRIMARIES: Record<number, VideoColorPrimaries> = { 1: "bt709", 5: "bt470bg", 6: "smpte170m" };
const TRANSFERS: Record<number, VideoTransferCharacteristics> = { 1: "bt709", 6: "smpte170m" };
const MATRICES: Record<number, VideoMatrixCoefficients> = {
  1: "bt709",
  5: "bt470bg",
  6: "smpte170m",
};

interface Tagging {
  stream: ColourTags | null;
  container: ColourTags | null;
}

/** The same clip with exactly these tags. */
export async function tagColours(clip: Blob, { stream, container }: Tagging): Promise<Blob> {
  const input = new Input({ formats: [MP4], source: new BlobSource(clip) });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config?.description) throw new Error("no picture");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const source = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(source);
  await output.start();
  const { colorSpace: _old, ...plain } = config;
  const decoderConfig: VideoDecoderConfig = {
    ...plain,
    description: tagParameterSets(bytesOf(config.description), stream),
    ...(container && { colorSpace: toColourSpace(container) }),
  };
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, { decoderConfig });
  await output.finalize();
  input.dispose();
  if (!target.buffer) throw new Error("no clip");
  return new Blob([target.buffer], { type: "video/mp4" });
}

function toColourSpace(tags: ColourTags): VideoColorSpaceInit {
  return {
    primaries: PRIMARIES[tags.primaries] ?? null,
    transfer: TRANSFERS[tags.transfer] ?? null,
    matrix: MATRICES[tags.matrix] ?? null,
    fullRange: tags.isFullRange,
  };
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

/** Rewrites the single sequence parameter set in an `avcC` box (ISO/IEC 14496-15, 5.3.3.1). */
function tagParameterSets(avcc: Uint8Array, tags: ColourTags | null): Uint8Array {
  const start = 8;
  const length = ((avcc[6] ?? 0) << 8) | (avcc[7] ?? 0);
  const tagged = tagSps(avcc.subarray(start, start + length), tags);
  return Uint8Array.from([
    ...avcc.subarray(0, 6),
    tagged.length >> 8,
    tagged.length & 0xff,
    ...tagged,
    ...avcc.subarray(start + length),
  ]);
}

/** Copies everything before the VUI and writes a new VUI. */
function tagSps(sps: Uint8Array, tags: ColourTags | null): number[] {
  const [header = 0, ...escaped] = sps;
  const bits = toBits(withoutEscapes(escaped));
  const vuiAt = vuiPlace(bits);
  const tail = tags === null ? [0] : [1, ...vuiOf(tags)];
  return [header, ...withEscapes(toBytes([...bits.slice(0, vuiAt), ...tail, 1]))];
}

/** Contains only the signal type: video_format 5 (unspecified), the range, and the three code points. */
function vuiOf({ primaries, transfer, matrix, isFullRange }: ColourTags): number[] {
  const signal = [1, ...fixed(5, 3), isFullRange ? 1 : 0, 1];
  const points = [primaries, transfer, matrix].flatMap((point) => fixed(point, 8));
  return [0, 0, ...signal, ...points, 0, 0, 0, 0, 0, 0];
}

/** The position of vui_parameters_present_flag in the bits after the NAL header (ITU-T H.264 7.3.2.1.1). */
function vuiPlace(bits: readonly number[]): number {
  let at = 0;
  const read = (count: number) => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + bit, 0);
    at += count;
    return value;
  };
  const golomb = () => {
    let zeros = 0;
    while (read(1) === 0) zeros += 1;
    return 2 ** zeros - 1 + read(zeros);
  };
  const profile = read(8);
  read(16);
  golomb();
  if ([100, 110, 122, 244, 44, 83, 86, 118, 128].includes(profile)) {
    if (golomb() === 3) read(1);
    golomb();
    golomb();
    read(1);
    if (read(1) === 1) throw new Error("scaling lists are not read");
  }
  golomb();
  const orderType = golomb();
  if (orderType === 0) golomb();
  else if (orderType === 1) throw new Error("picture order type 1 is not read");
  golomb();
  read(1);
  golomb();
  golomb();
  if (read(1) === 0) read(1);
  read(1);
  if (read(1) === 1) for (let edge = 0; edge < 4; edge += 1) golomb();
  return at;
}

function fixed(value: number, width: number): number[] {
  return Array.from({ length: width }, (_, index) => (value >> (width - 1 - index)) & 1);
}

function toBits(bytes: readonly number[]): number[] {
  return bytes.flatMap((byte) => fixed(byte, 8));
}

function toBytes(bits: readonly number[]): number[] {
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, index) =>
    fixed(0, 8).reduce((sum, _zero, bit) => sum * 2 + (bits[index * 8 + bit] ?? 0), 0),
  );
}

/** Removes emulation prevention bytes: a 3 after two zeros inside a NAL unit (7.4.1). */
function withoutEscapes(bytes: readonly number[]): number[] {
  return bytes.filter((byte, at) => !(byte === 3 && bytes[at - 1] === 0 && bytes[at - 2] === 0));
}

function withEscapes(bytes: readonly number[]): number[] {
  const escaped: number[] = [];
  for (const byte of bytes) {
    if (byte <= 3 && escaped.at(-1) === 0 && escaped.at(-2) === 0) escaped.push(3);
    escaped.push(byte);
  }
  return escaped;
}
