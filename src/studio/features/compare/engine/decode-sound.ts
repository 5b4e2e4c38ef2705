/** The whole sound of a clip, decoded. A clip is some seconds long: that is a few megabytes. */
import { AudioBufferSink, type InputAudioTrack } from "mediabunny";
import type { ClipMedia } from "./clip-media.ts";
import { readPictureTrack } from "./picture-track.ts";

/**
 * The sound with its zero where the first frame begins. Null for a clip that has none, or whose sound this browser cannot
 * decode: the picture can be compared all the same.
 */
export async function decodeSound(media: ClipMedia): Promise<AudioBuffer | null> {
  if (!media.sound) return null;
  const track = await readPictureTrack(media.blob);
  try {
    if (!track?.audio) return null;
    if (await track.audio.canDecode()) return await join(track.audio, track.firstTimeS);
    // Browsers that hand out no audio decoder (Safari before 26) still decode whole files.
    return await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
      await media.blob.arrayBuffer(),
    );
  } catch {
    return null;
  } finally {
    track?.input.dispose();
  }
}

async function join(audio: InputAudioTrack, zeroS: number): Promise<AudioBuffer | null> {
  const pieces: { buffer: AudioBuffer; at: number }[] = [];
  for await (const { buffer, timestamp } of new AudioBufferSink(audio).buffers()) {
    pieces.push({ buffer, at: Math.round((timestamp - zeroS) * buffer.sampleRate) });
  }
  const [first] = pieces;
  const length = pieces.reduce((most, { buffer, at }) => Math.max(most, at + buffer.length), 0);
  if (!first || length <= 0) return null;
  const { sampleRate, numberOfChannels } = first.buffer;
  const whole = new AudioBuffer({ length, numberOfChannels, sampleRate });
  for (const { buffer, at } of pieces) {
    for (let channel = 0; channel < numberOfChannels; channel += 1) {
      const samples = buffer.getChannelData(Math.min(channel, buffer.numberOfChannels - 1));
      // What sounds before the first frame is not heard.
      whole.copyToChannel(at < 0 ? samples.subarray(-at) : samples, channel, Math.max(0, at));
    }
  }
  return whole;
}
