/** Messages for the Facts panel beside a comparison. */
import {
  aspectRatio,
  callbackUrl,
  cost as costLabel,
  formatDecimal,
  formatList,
  formatNumber,
  mode,
  sound,
  watermark,
} from "./common.ts";

export const title = "Facts";
export const parameter = "Fact";
export const differs = "Differences";
export const same = "Same for both";
export const knownForOneSide = "Known for one clip only";
export const unknown = "Unknown";

export const samePrompt = "Both clips have the same prompt.";
export const sameNegativePrompt = "Both clips have the same negative prompt.";
export const onlyMode = "The two requests differ only in mode.";
export const sameRequest =
  "Both clips have the same prompt and settings. They differ by chance, because Kirin doesn't support seeds.";
/** For screen readers, below the text of one clip: its words that the other clip's text doesn't have. */
export const onlyIn = (words: readonly string[]) => `Only in this text: ${words.join("; ")}.`;

export const labels = {
  mode,
  aspectRatio,
  duration: "Requested duration",
  soundAsked: "Requested sound",
  watermark,
  callbackUrl,
  resolution: "Resolution",
  frameRate: "Frame rate",
  frames: "Frames",
  length: "Length",
  bitRate: "Video bit rate",
  fileSize: "File size",
  codec: "Codec",
  sound,
  waited: "Time in queue",
  rendered: "Rendering time",
  total: "Total time",
  cost: costLabel,
  costPerSecond: "Cost per second",
} as const;

export const on = "On";
export const off = "Off";
export const none = "None";
export const frames = formatNumber;
export const exactSeconds = (count: number) => `${formatDecimal(count, 2)} s`;
export const resolution = (width: number, height: number) => `${width} × ${height}`;
export const framesPerSecond = (rate: number) => `${formatNumber(rate)} fps`;
export const perSecond = (bits: number) =>
  bits >= 1_000_000
    ? `${formatDecimal(bits / 1_000_000, 1)} Mbit/s`
    : `${formatDecimal(bits / 1000, 0)} kbit/s`;
export const megabytes = (bytes: number) =>
  bytes >= 1_000_000
    ? `${formatDecimal(bytes / 1_000_000, 1)} MB`
    : `${formatNumber(Math.ceil(bytes / 1000))} kB`;
const channels = (count: number) =>
  count === 1 ? "mono" : count === 2 ? "stereo" : `${formatNumber(count)} channels`;
interface SoundTrack {
  codec: string;
  channels: number;
  hertz: number;
  bitsPerSecond: number;
}
export const soundTrack = ({ codec, channels: count, hertz, bitsPerSecond }: SoundTrack) =>
  formatList([
    codec,
    channels(count),
    `${formatNumber(hertz / 1000)} kHz`,
    perSecond(bitsPerSecond),
  ]);

/** How much more one clip cost or took: a factor, or an amount if the other one is zero. */
export type Excess = { kind: "times"; times: number } | { kind: "more"; more: string };

const factor = (times: number) => `${formatDecimal(times, 1)} times`;

export const sameCostAndTime = "Both cost the same and took the same time.";
export const sameCost = "Both cost the same.";
export const sameTime = "Both took the same time.";
export const cost = (name: string, excess: Excess) =>
  excess.kind === "times"
    ? `${name} cost ${factor(excess.times)} as much.`
    : `${name} cost ${excess.more} more.`;
export const took = (name: string, excess: Excess) =>
  excess.kind === "times"
    ? `${name} took ${factor(excess.times)} as long.`
    : `${name} took ${excess.more} longer.`;
/** For a clip that cost more and took longer. */
export function costAndTook(name: string, cost: Excess, took: Excess): string {
  if (cost.kind === "times") {
    return took.kind === "times"
      ? `${name} cost ${factor(cost.times)} as much and took ${factor(took.times)} as long.`
      : `${name} cost ${factor(cost.times)} as much and took ${took.more} longer.`;
  }
  return took.kind === "times"
    ? `${name} cost ${cost.more} more and took ${factor(took.times)} as long.`
    : `${name} cost ${cost.more} more and took ${took.more} longer.`;
}

/** The factors above as amounts. */
export const moreMoney = (amount: string) => `That is ${amount} more.`;
export const moreTime = (time: string) => `That is ${time} longer.`;
export const moreMoneyAndTime = (amount: string, time: string) =>
  `That is ${amount} more and ${time} longer.`;
