/** Decodes the whole sound of a clip. A clip lasts a few seconds, so this takes a few megabytes. */
import {
  AudioBufferSink,
  AudioSample,
  EncodedPacketSink,
  type Input,
  type InputAudioTrack,
} from "mediabunny";
import { type ClipMedia, canBeHeard } from "../media/clip-media.ts";
import { openContainer } from "../media/container.ts";

/**
 * The sound, aligned so that time zero is the start of the first frame. Null if the clip has no sound or this browser
 * cannot decode it; the picture can still be compared.
 */
export async function decodeSound(media: ClipMedia): Promise<AudioBuffer | null> {
  if (!canBeHeard(media)) return null;
  const input = openContainer(media.blob);
  try {
    const audio = await input.getPrimaryAudioTrack();
    if (!audio) return null;
    const zeroS = await firstFrameS(input);
    const config = await audio.getDecoderConfig();
    if (config && (await isDecodedHere(config))) {
      return join(await decodeAtOnce(audio, config), zeroS);
    }
    if (await audio.canDecode()) return join(await decodeByLibrary(audio), zeroS);
    // Browsers without AudioDecoder (Safari before 26) can still decode whole files.
    return await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
      await media.blob.arrayBuffer(),
    );
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}

/** Time of the first frame. An edit list may put earlier frames before zero. */
async function firstFrameS(input: Input): Promise<number> {
  const video = await input.getPrimaryVideoTrack();
  return Math.max(0, (await video?.getFirstTimestamp()) ?? 0);
}

async function isDecodedHere(config: AudioDecoderConfig): Promise<boolean> {
  if (typeof AudioDecoder === "undefined") return false;
  return (await AudioDecoder.isConfigSupported(config)).supported === true;
}

/** A piece of the sound and its start time in the file. */
interface Piece {
  buffer: AudioBuffer;
  atS: number;
}

/** Queues all packets at once: during playback, each wait for another turn of the event loop is long. */
async function decodeAtOnce(audio: InputAudioTrack, config: AudioDecoderConfig): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const decoder = new AudioDecoder({
    output(data) {
      const sample = new AudioSample(data);
      pieces.push({ buffer: sample.toAudioBuffer(), atS: sample.timestamp });
      sample.close();
    },
    // The flush below rejects as well.
    error() {},
  });
  try {
    decoder.configure(config);
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      decoder.decode(packet.toEncodedAudioChunk());
    }
    await decoder.flush();
    return pieces;
  } finally {
    if (decoder.state !== "closed") decoder.close();
  }
}

/** Handles uncompressed samples, which need no decoder. */
async function decodeByLibrary(audio: InputAudioTrack): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const { buffer, timestamp } of new AudioBufferSink(audio).buffers()) {
    pieces.push({ buffer, atS: timestamp });
  }
  return pieces;
}

function join(pieces: readonly Piece[], zeroS: number): AudioBuffer | null {
  const [first] = pieces;
  if (!first) return null;
  const { sampleRate, numberOfChannels } = first.buffer;
  const placeOf = ({ atS }: Piece) => Math.round((atS - zeroS) * sampleRate);
  const length = Math.max(...pieces.map((piece) => placeOf(piece) + piece.buffer.length));
  if (length <= 0) return null;
  const whole = new AudioBuffer({ length, numberOfChannels, sampleRate });
  for (const piece of pieces) {
    const at = placeOf(piece);
    for (let channel = 0; channel < numberOfChannels; channel += 1) {
      const samples = piece.buffer.getChannelData(
        Math.min(channel, piece.buffer.numberOfChannels - 1),
      );
      // Drop sound from before the first frame.
      whole.copyToChannel(at < 0 ? samples.subarray(-at) : samples, channel, Math.max(0, at));
    }
  }
  return whole;
}
