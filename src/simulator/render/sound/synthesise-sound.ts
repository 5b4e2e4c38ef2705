/** From a request to the sound of its clip. */
import type { ResolvedRequest } from "#kirin/request.ts";
import type { StereoSound } from "./stereo-sound.ts";

/** PLACEHOLDER */
export function synthesiseSound(request: ResolvedRequest): StereoSound {
  const length = request.durationSeconds * 48_000;
  return { sampleRate: 48_000, left: new Float32Array(length), right: new Float32Array(length) };
}
