/** Lists the known facts of both clips. */

import type { ClipMedia, ClipSound } from "#comparison/media/clip-media.ts";
import { type PerSide, SIDES } from "#comparison/sides.ts";
import { resolveRequest } from "#kirin/request.ts";
import { multiplyMoney } from "#kirin/values/money.ts";
import { modes, seconds } from "#messages/common.ts";
import * as messages from "#messages/compare-facts.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { comparableCost, costsOf } from "#studio/domain/usage/costs.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { formatAmounts, formatMoney } from "#studio/format/money.ts";

/** The known data of one side: a file has no entry, and a clip that is not opened has no media. */
export interface FactSubject {
  name: string;
  entry: LibraryEntry | null;
  media: ClipMedia | null;
}

/** One fact of both sides; null if unknown. */
export interface FactRow extends PerSide<string | null> {
  label: string;
}

/** The facts in groups, the differing ones first. */
export interface FactGroups {
  differing: FactRow[];
  same: FactRow[];
  /** Known for one side only, so the two cannot be compared. */
  knownForOneSide: FactRow[];
}

/** All facts known for at least one side. */
export function factGroups(subjects: PerSide<FactSubject>): FactGroups {
  const [left, right] = SIDES.map((side) => factsOf(subjects[side]));
  const rows = Object.entries(messages.labels).map(([name, label]) => ({
    label,
    left: left?.get(name) ?? null,
    right: right?.get(name) ?? null,
  }));
  const isWhole = (row: FactRow) => row.left !== null && row.right !== null;
  return {
    differing: rows.filter((row) => isWhole(row) && row.left !== row.right),
    same: rows.filter((row) => isWhole(row) && row.left === row.right),
    knownForOneSide: rows.filter((row) => (row.left === null) !== (row.right === null)),
  };
}

/** Request parameters compared as facts. Prompts are compared word by word instead. */
const REQUEST_FACTS: readonly FactName[] = [
  "mode",
  "aspectRatio",
  "duration",
  "soundAsked",
  "watermark",
  "callbackUrl",
];

/**
 * Whether the requests are equal: in everything, in everything but the mode, or not. Null unless both sides have one.
 */
export function compareRequests(
  entries: PerSide<LibraryEntry | null>,
): "all" | "all-but-mode" | "not" | null {
  const { left, right } = entries;
  if (left === null || right === null) return null;
  const [leftText, rightText] = [left, right].map(({ request }) =>
    JSON.stringify([request.prompt, request.negative_prompt ?? ""]),
  );
  const [leftFacts, rightFacts] = [askedFacts(left), askedFacts(right)];
  const others = REQUEST_FACTS.filter((name) => leftFacts[name] !== rightFacts[name]);
  if (leftText !== rightText || others.some((name) => name !== "mode")) return "not";
  return others.length === 0 ? "all" : "all-but-mode";
}

type FactName = keyof typeof messages.labels;

function factsOf({ entry, media }: FactSubject): Map<string, string> {
  const facts = { ...(entry && askedFacts(entry)), ...(media && mediaFacts(media)) };
  const known = Object.entries(facts).filter(
    (fact): fact is [string, string] => typeof fact[1] === "string",
  );
  return new Map(known);
}

function askedFacts(entry: LibraryEntry): Partial<Record<FactName, string | null>> {
  const request = resolveRequest(entry.request);
  const times = entryTimes(entry);
  return {
    mode: modes[request.mode],
    aspectRatio: request.aspectRatio,
    duration: seconds(request.durationSeconds),
    soundAsked: onOrOff(request.sound),
    watermark: onOrOff(request.watermark),
    callbackUrl: entry.request.callback_url ?? messages.none,
    waited: lengthOf(times.waitedSeconds),
    rendered: lengthOf(times.renderedSeconds),
    total: lengthOf(times.totalSeconds),
    cost: formatAmounts(costsOf(entry)),
    costPerSecond: costPerSecond(entry, request.durationSeconds),
  };
}

function mediaFacts(media: ClipMedia): Partial<Record<FactName, string | null>> {
  return {
    resolution: messages.resolution(media.width, media.height),
    frameRate: messages.framesPerSecond(media.frameRate),
    frames: messages.frames(media.frameCount),
    length: messages.exactSeconds(media.durationS),
    bitRate: messages.perSecond(media.bitRate),
    fileSize: messages.megabytes(media.blob.size),
    codec: codecName(media.codec),
    sound: media.sound === null ? messages.none : soundText(media.sound),
  };
}

function onOrOff(isOn: boolean): string {
  return isOn ? messages.on : messages.off;
}

function lengthOf(seconds: number | null): string | null {
  return seconds === null ? null : formatDuration(seconds);
}

/** Per second of the requested duration, which determines Kirin's price. The factors 0.2 and 0.1 are exact decimals. */
function costPerSecond(entry: LibraryEntry, seconds: 5 | 10): string | null {
  const cost = comparableCost(entry);
  return cost && formatMoney(multiplyMoney(cost, seconds === 10 ? "0.1" : "0.2"));
}

function soundText({ codec, channels, sampleRate, bitRate }: ClipSound): string {
  return messages.soundTrack({
    codec: codecName(codec),
    channels,
    hertz: sampleRate,
    bitsPerSecond: bitRate,
  });
}

/** Matches the sample entry names with which RFC 6381 codec strings start (ISO 14496-15 and others). */
const CODEC_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^avc/, "H.264"],
  [/^(hvc|hev|hevc)/, "H.265"],
  [/^av01|^av1/, "AV1"],
  [/^vp0?9/, "VP9"],
  [/^vp0?8/, "VP8"],
  [/^(mp4a|aac)/, "AAC"],
  [/^opus/i, "Opus"],
  [/^pcm/, "PCM"],
];

/** The common name, followed by the exact codec string. */
function codecName(codec: string): string {
  const name = CODEC_NAMES.find(([pattern]) => pattern.test(codec))?.[1];
  if (name === undefined) return codec;
  return codec.includes(".") ? `${name} (${codec})` : name;
}
