/**
 * Writes movie fragments (ISO 14496-12, 8.8). Unlike mediabunny's muxer, which starts a fragment only at a key frame, a
 * fragment may start at any sample: many clips have a single key frame, and they are to play before all of it arrived.
 */

/** One sample, with its times in the units of its track. */
export interface FragmentSample {
  data: Uint8Array;
  isKey: boolean;
  /** Time until the next sample is decoded. */
  duration: number;
  /** Presentation time relative to the decode time; may be negative. */
  compositionOffset: number;
}

/** Consecutive samples of one track. */
export interface FragmentRun {
  trackId: number;
  /** Decode time of the first sample, in the units of the track. */
  decodeTime: number;
  samples: readonly FragmentSample[];
}

const HEADER_BYTES = 8;
/** Box header, version and flags. */
const FULL_HEADER_BYTES = 12;
const MFHD_BYTES = FULL_HEADER_BYTES + 4;
const TFHD_BYTES = FULL_HEADER_BYTES + 4;
const TFDT_BYTES = FULL_HEADER_BYTES + 8;
const TRUN_BYTES = FULL_HEADER_BYTES + 8;
const TRUN_SAMPLE_BYTES = 16;

/** Data offsets are relative to the start of the fragment. */
const DEFAULT_BASE_IS_MOOF = 0x02_00_00;
/** The data offset, and the duration, size, flags and composition offset of each sample. */
const TRUN_FLAGS = 0xf01;
/** Depends on no other sample. */
const KEY_SAMPLE = 0x02_00_00_00;
/** Depends on others, and is no sync sample. */
const DELTA_SAMPLE = 0x01_01_00_00;

/** Writes `moof` and `mdat` with these runs. `sequence` counts the fragments from 1. */
export function writeFragment(
  sequence: number,
  runs: readonly FragmentRun[],
): Uint8Array<ArrayBuffer> {
  const moofBytes = HEADER_BYTES + MFHD_BYTES + sum(runs.map(trafBytes));
  const dataBytes = sum(runs.map(({ samples }) => sum(samples.map(({ data }) => data.byteLength))));
  const file = new Uint8Array(moofBytes + HEADER_BYTES + dataBytes);
  const writer = createWriter(file);
  writer.box("moof", moofBytes);
  writer.fullBox("mfhd", MFHD_BYTES, { version: 0, flags: 0 });
  writer.u32(sequence);
  let dataAt = moofBytes + HEADER_BYTES;
  for (const run of runs) {
    writeTraf(writer, run, dataAt);
    dataAt += sum(run.samples.map(({ data }) => data.byteLength));
  }
  writer.box("mdat", HEADER_BYTES + dataBytes);
  for (const { samples } of runs) for (const { data } of samples) writer.bytes(data);
  return file;
}

function trafBytes({ samples }: FragmentRun): number {
  const trunBytes = TRUN_BYTES + samples.length * TRUN_SAMPLE_BYTES;
  return HEADER_BYTES + TFHD_BYTES + TFDT_BYTES + trunBytes;
}

function writeTraf(writer: Writer, run: FragmentRun, dataAt: number): void {
  const { trackId, decodeTime, samples } = run;
  writer.box("traf", trafBytes(run));
  writer.fullBox("tfhd", TFHD_BYTES, { version: 0, flags: DEFAULT_BASE_IS_MOOF });
  writer.u32(trackId);
  writer.fullBox("tfdt", TFDT_BYTES, { version: 1, flags: 0 });
  writer.u64(decodeTime);
  // Version 1, so that composition offsets are signed.
  const trunBytes = TRUN_BYTES + samples.length * TRUN_SAMPLE_BYTES;
  writer.fullBox("trun", trunBytes, { version: 1, flags: TRUN_FLAGS });
  writer.u32(samples.length);
  writer.u32(dataAt);
  for (const { data, isKey, duration, compositionOffset } of samples) {
    writer.u32(duration);
    writer.u32(data.byteLength);
    writer.u32(isKey ? KEY_SAMPLE : DELTA_SAMPLE);
    writer.i32(compositionOffset);
  }
}

type Writer = ReturnType<typeof createWriter>;

/** Writes big-endian values one after the other. */
function createWriter(file: Uint8Array<ArrayBuffer>) {
  const view = new DataView(file.buffer);
  let at = 0;
  const advance = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const u32 = (value: number) => view.setUint32(advance(4), value);
  const bytes = (data: Uint8Array) => file.set(data, advance(data.byteLength));
  function box(type: string, size: number) {
    u32(size);
    bytes(new TextEncoder().encode(type));
  }
  return {
    u32,
    bytes,
    box,
    i32: (value: number) => view.setInt32(advance(4), value),
    u64: (value: number) => view.setBigUint64(advance(8), BigInt(value)),
    fullBox(type: string, size: number, { version, flags }: { version: number; flags: number }) {
      box(type, size);
      u32(version * 2 ** 24 + flags);
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
