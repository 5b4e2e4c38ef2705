/** The whole sound of a clip, decoded. A clip is some seconds long: that is a few megabytes. */
import {
  AudioBufferSink,
  AudioSample,
  EncodedPacketSink,
  type Input,
  type InputAudioTrack,
} from "mediabunny";
import { openContainer } from "#studio/media/container.ts";
import { type ClipMedia, canBeHeard } from "./clip-media.ts";

/**
 * The sound with its zero where the first frame begins. Null for a clip that has none, or whose sound this browser cannot
 * decode: the picture can be compared all the same.
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
    // Browsers that hand out no audio decoder (Safari before 26) still decode whole files.
    return await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
      await media.blob.arrayBuffer(),
    );
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}

/** What an edit list cut off lies before zero. */
async function firstFrameS(input: Input): Promise<number> {
  const video = await input.getPrimaryVideoTrack();
  return Math.max(0, (await video?.getFirstTimestamp()) ?? 0);
}

async function isDecodedHere(config: AudioDecoderConfig): Promise<boolean> {
  if (typeof AudioDecoder === "undefined") return false;
  return (await AudioDecoder.isConfigSupported(config)).supported === true;
}

/** A piece of the sound, and when it begins in the file. */
interface Piece {
  buffer: AudioBuffer;
  atS: number;
}

/** Hands all over in one go: while pictures are played, every wait for the next turn is a long one. */
async function decodeAtOnce(audio: InputAudioTrack, config: AudioDecoderConfig): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const decoder = new AudioDecoder({
    output(data) {
      const sample = new AudioSample(data);
      pieces.push({ buffer: sample.toAudioBuffer(), atS: sample.timestamp });
      sample.close();
    },
    // The flush below is rejected, too.
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

/** For plain samples, which need no decoder. */
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
      // What sounds before the first frame is not heard.
      whole.copyToChannel(at < 0 ? samples.subarray(-at) : samples, channel, Math.max(0, at));
    }
  }
  return whole;
}
