/** Words of the facts beside a comparison. */
import { left, right } from "./compare.ts";

/** A side's name inside a sentence: what is called by its place is no name. */
const inside = (name: string) =>
  name === left || name === right ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

export const title = "Facts";
export const parameter = "Fact";
export const differs = "What differs";
export const same = "What is the same";
export const oneSided = "Known of one only";
export const unknown = "not known";

export const prompt = "Prompt";
export const negativePrompt = "Negative prompt";
export const samePrompt = "Both clips have the same prompt.";
export const sameNegativePrompt = "Both clips have the same negative prompt.";
export const onlyMode = "In what was asked for, only the mode differs.";
export const sameRequest =
  "Both were asked for in the same words and settings: what differs is chance.";
export const onlyIn = (name: string, words: readonly string[]) =>
  `Only in ${inside(name)}: ${words.join("; ")}.`;

export const labels = {
  mode: "Mode",
  aspectRatio: "Aspect ratio",
  duration: "Duration asked for",
  soundAsked: "Sound asked for",
  watermark: "Watermark",
  callbackUrl: "Callback URL",
  resolution: "Resolution",
  frameRate: "Frame rate",
  frames: "Frames",
  length: "Length",
  bitRate: "Bit rate of the picture",
  fileSize: "File size",
  codec: "Codec",
  sound: "Sound",
  waited: "Waited in the queue",
  rendered: "Rendered",
  total: "From click to clip",
  cost: "Cost",
  costPerSecond: "Cost per second",
} as const;

export const on = "On";
export const off = "Off";
export const none = "None";
export const exactSeconds = (count: number) => `${count.toFixed(2)} s`;
export const resolution = (width: number, height: number) => `${width} × ${height}`;
export const framesPerSecond = (rate: number) => `${Number(rate.toFixed(2))} frames a second`;
export const perSecond = (bits: number) =>
  bits >= 1_000_000
    ? `${(bits / 1_000_000).toFixed(1)} Mbit/s`
    : `${Math.round(bits / 1000)} kbit/s`;
export const megabytes = (bytes: number) =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`;
export const channels = (count: number) =>
  count === 1 ? "mono" : count === 2 ? "stereo" : `${count} channels`;
export const soundTrack = (codec: string, channelWord: string, hertz: number, bits: string) =>
  [codec, channelWord, `${Number((hertz / 1000).toFixed(1))} kHz`, bits].join(", ");

export const costSame = "both cost the same";
export const costTimes = (name: string, times: string) =>
  `${inside(name)} cost ${times} times as much`;
export const costMore = (name: string, more: string) => `${inside(name)} cost ${more} more`;
export const tookSame = "both took as long";
export const tookTimes = (times: string) => `took ${times} times as long`;
export const tookMore = (time: string) => `took ${time} longer`;
export const subject = (name: string, verb: string) => `${inside(name)} ${verb}`;
export const oneSubject = (cost: string, took: string) => `${cost} and ${took}`;
export const twoSubjects = (cost: string, took: string) => `${cost}, and ${took}`;
export const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
export const thatIs = (parts: readonly string[]) => `That is ${parts.join(" and ")}.`;
export const moreMoney = (amount: string) => `${amount} more`;
export const longerToRender = (time: string) => `${time} longer to render`;
