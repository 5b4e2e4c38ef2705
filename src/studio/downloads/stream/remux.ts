/**
 * Rewrites a clip into the fragments that Media Source Extensions play, while it arrives. Samples are copied, never
 * encoded again, and keep their times to the microsecond.
 */
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { openArrivingContainer } from "#comparison/media/container.ts";
import { type FragmentRun, type FragmentSample, writeFragment } from "./fragment.ts";

/** A clip as Media Source Extensions take it. */
export interface FragmentedClip {
  /** Media type with the codecs of both tracks. */
  mimeType: string;
  durationS: number;
  /** The initialization segment. */
  init: Uint8Array<ArrayBuffer>;
  /** The media segments in order. Ends with the clip, and throws when its bytes stop arriving. */
  fragments: AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>;
}

/** Short, so that playback starts soon on a slow connection. */
const FRAGMENT_S = 0.25;
/** Browsers start at the first sample if there is a gap this short before it. Safari tolerates the least. */
const START_GAP_MAX_S = 0.05;
/**
 * The times of the picture are in whole microseconds. Chromium truncates both the time and the duration of a frame to
 * that, so in finer units a clip of 5 s would last 4.999999 s.
 */
const UNITS_PER_S = 1_000_000;
/** Timestamps this close to zero are rounded, not cut by an edit list. */
const ROUNDING_S = 0.001;

/**
 * Starts to remux the primary tracks. Resolves once the index has arrived: at once if it comes first in the file, and
 * only with the last byte otherwise. Throws for files that Media Source Extensions would not play as a `<video>` does:
 * a picture with a leading part that is cut off, tracks that start at different times, unknown codecs.
 */
export async function remuxClip(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<FragmentedClip> {
  const input = openArrivingContainer(stream);
  const dispose = () => {
    signal.removeEventListener("abort", dispose);
    input.dispose();
  };
  signal.addEventListener("abort", dispose, { once: true });
  signal.throwIfAborted();
  try {
    const { configs, init, tracks } = await readTracks(input);
    const ends = tracks.map(({ times, timescale }) => {
      return Math.max(...times.map(({ shown, duration }) => shown + duration)) / timescale;
    });
    return {
      mimeType: `video/mp4; codecs="${configs.map(({ codec }) => codec).join(", ")}"`,
      durationS: Math.max(...ends),
      init,
      fragments: writeFragments(tracks, dispose),
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** The place of a sample in time, in the units of its track. */
interface SampleTime {
  decoded: number;
  shown: number;
  /** Until the next sample is decoded. */
  duration: number;
}

interface RemuxedTrack {
  id: number;
  timescale: number;
  /** In decode order. */
  times: readonly SampleTime[];
  sink: EncodedPacketSink;
  first: EncodedPacket;
  /** The sample that was copied last, and how many were copied. */
  last: EncodedPacket | null;
  count: number;
}

/** A track of the file, before its times are known in the units of the fragments. */
interface SourceTrack {
  track: InputVideoTrack | InputAudioTrack;
  sink: EncodedPacketSink;
  /** Without data, in decode order. */
  packets: readonly EncodedPacket[];
}

async function readTracks(input: Input) {
  const video = await input.getPrimaryVideoTrack();
  if (video === null) throw new Error("The file holds no picture.");
  const audio = await input.getPrimaryAudioTrack();
  const sources = [await listPackets(video)];
  if (audio !== null) sources.push(await listPackets(audio));
  const startS = Math.min(...sources.map(firstTimeS));
  if (sources.some((source) => firstTimeS(source) - startS > START_GAP_MAX_S)) {
    throw new Error("The tracks do not start together.");
  }
  const firsts: EncodedPacket[] = [];
  for (const { sink, packets } of sources) {
    const first = packets[0] && (await withData(sink, packets[0]));
    if (!first) throw new Error("A track is empty.");
    firsts.push(first);
  }
  const { configs, init, written } = await writeInit(sources, firsts);
  const tracks = sources.map(({ track, packets, sink }, index): RemuxedTrack => {
    const [own, first] = [written.find(({ type }) => type === track.type), firsts[index]];
    if (!own || !first) throw new Error("A track is missing in the initialization segment.");
    const times = timesOf(packets, startS, own.timescale);
    return { id: own.id, timescale: own.timescale, times, sink, first, last: null, count: 0 };
  });
  return { configs, init, tracks };
}

/** Reads the sample table. What an edit list cuts off before the start of the sound is left out. */
async function listPackets(track: InputVideoTrack | InputAudioTrack): Promise<SourceTrack> {
  const sink = new EncodedPacketSink(track);
  const packets: EncodedPacket[] = [];
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    if (packet.timestamp >= -ROUNDING_S) packets.push(packet);
    // Without them, later frames could not be decoded.
    else if (track.isVideoTrack()) throw new Error("The picture has frames before its start.");
  }
  return { track, sink, packets };
}

function firstTimeS({ packets }: SourceTrack): number {
  return Math.max(0, Math.min(...packets.map(({ timestamp }) => timestamp)));
}

/** The same packet with its data. Waits until it has arrived. */
function withData(sink: EncodedPacketSink, { timestamp }: EncodedPacket) {
  return sink.getPacket(timestamp);
}

/**
 * Decode times are the presentation times in ascending order, so the clip starts at zero and the composition offsets of
 * reordered frames are negative. Durations are differences of rounded times, so that rounding does not add up.
 */
function timesOf(
  packets: readonly EncodedPacket[],
  startS: number,
  timescale: number,
): SampleTime[] {
  const toUnits = (timeS: number) => Math.max(0, Math.round((timeS - startS) * timescale));
  const shown = packets.map(({ timestamp }) => toUnits(timestamp));
  const decoded = shown.toSorted((a, b) => a - b);
  const end = Math.max(...packets.map(({ timestamp, duration }) => toUnits(timestamp + duration)));
  return packets.map((_packet, index) => {
    const own = decoded[index] ?? 0;
    const next = decoded[index + 1] ?? end;
    return { decoded: own, shown: shown[index] ?? 0, duration: next - own };
  });
}

/** Lets mediabunny describe the tracks: its file with one sample of each begins with the initialization segment. */
async function writeInit(sources: readonly SourceTrack[], firsts: readonly EncodedPacket[]) {
  const target = new BufferTarget();
  let initBytes = 0;
  const format = new Mp4OutputFormat({
    fastStart: "fragmented",
    onMoof: (_data, position) => {
      initBytes ||= position;
    },
  });
  const output = new Output({ format, target });
  const adders = await Promise.all(sources.map(({ track }) => addTrack(output, track)));
  await output.start();
  for (const [index, { add }] of adders.entries()) {
    const first = firsts[index];
    if (first) await add(first.clone({ timestamp: 0 }));
  }
  await output.finalize();
  if (!target.buffer) throw new Error("The muxer wrote nothing.");
  const init = new Uint8Array(target.buffer.slice(0, initBytes));
  const described = new Input({ formats: [MP4], source: new BufferSource(init) });
  const tracks = await described.getTracks();
  const written = await Promise.all(
    tracks.map(async (track) => {
      const { id, type } = track;
      return { id, type, timescale: await track.getTimeResolution() };
    }),
  );
  return { configs: adders.map(({ config }) => config), init, written };
}

async function addTrack(output: Output, track: InputVideoTrack | InputAudioTrack) {
  if (track.isVideoTrack()) {
    const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
    if (codec === null || config === null) throw new Error("The picture has an unknown codec.");
    const source = new EncodedVideoPacketSource(codec);
    const rotation = await track.getRotation();
    // Becomes the timescale.
    output.addVideoTrack(source, { rotation, frameRate: UNITS_PER_S });
    return {
      config,
      add: (packet: EncodedPacket) => source.add(packet, { decoderConfig: config }),
    };
  }
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
  if (codec === null || config === null) throw new Error("The sound has an unknown codec.");
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return { config, add: (packet: EncodedPacket) => source.add(packet, { decoderConfig: config }) };
}

async function* writeFragments(
  tracks: readonly RemuxedTrack[],
  dispose: () => void,
): FragmentedClip["fragments"] {
  try {
    for (let sequence = 1; tracks.some(({ count, times }) => count < times.length); sequence += 1) {
      const runs: FragmentRun[] = [];
      for (const track of tracks) {
        const run = await readRun(track, sequence * FRAGMENT_S);
        if (run.samples.length > 0) runs.push(run);
      }
      if (runs.length > 0) yield writeFragment(sequence, runs);
    }
  } finally {
    dispose();
  }
}

/** Reads the samples of a track up to a time. Waits for no sample that belongs to a later fragment. */
async function readRun(track: RemuxedTrack, endS: number): Promise<FragmentRun> {
  const { id, timescale, times, sink } = track;
  const samples: FragmentSample[] = [];
  const decodeTime = times[track.count]?.decoded ?? 0;
  for (let time = times[track.count]; time !== undefined; time = times[track.count]) {
    if (time.decoded >= endS * timescale) break;
    const packet = track.last === null ? track.first : await sink.getNextPacket(track.last);
    if (packet === null) throw new Error("The file is cut short.");
    samples.push({
      data: packet.data,
      isKey: packet.type === "key",
      duration: time.duration,
      compositionOffset: time.shown - time.decoded,
    });
    track.last = packet;
    track.count += 1;
  }
  return { trackId: id, decodeTime, samples };
}
