import { describe, expect, test } from "vitest";
import { placeLines } from "./place-lines.ts";
import { secondsToSay } from "./speak.ts";
import { spokenLines } from "./spoken-lines.ts";

const MARGIN = 0.4;

/** When each line of a prompt starts and ends, in seconds. */
function times(prompt: string, clipSeconds = 10) {
  return placeLines(spokenLines(prompt), 7, clipSeconds).map(({ startSample, utterance }) => {
    const start = startSample / 48_000;
    return { start, end: start + secondsToSay(utterance) };
  });
}

describe("the time of a line", () => {
  test("is early if the prompt starts with it, and late if it ends with it", () => {
    expect(times('"come closer" a walk along the shore')[0]?.start).toBeCloseTo(MARGIN);
    expect(times('a walk along the shore "come closer"')[0]?.end).toBeCloseTo(10 - MARGIN);
    const [middle] = times('a walk along "come closer" the sea shore');
    expect(((middle?.start ?? 0) + (middle?.end ?? 0)) / 2).toBeCloseTo(5, 0);
  });

  test("is after the line before it, with a pause", () => {
    const [first, second, third] = times('[A]: "come" [B]: "go" [C]: "run"');
    expect((second?.start ?? 0) - (first?.end ?? 0)).toBeCloseTo(0.45);
    expect((third?.start ?? 0) - (second?.end ?? 0)).toBeCloseTo(0.45);
  });

  test("is that of the other lines if one has nothing to say", () => {
    const silent = { label: "", tone: "", text: "…", place: 0 };
    const placed = placeLines([silent, ...spokenLines('"come"')], 7, 10);
    expect(placed).toHaveLength(1);
    expect(placed[0]?.startSample).toBeCloseTo(MARGIN * 48_000);
  });
});

describe("lines that are too long", () => {
  const words = (count: number) => Array.from({ length: count }, () => "go").join(" ");

  test("are spoken faster, so that they fill the clip between its margins", () => {
    const [line] = times(`"${words(18)}"`, 5);
    expect(line?.start).toBeCloseTo(MARGIN, 2);
    expect(line?.end).toBeCloseTo(5 - MARGIN, 1);
  });

  test("leave room for the pauses between them", () => {
    const lines = times(`[A]: "${words(8)}" [B]: "${words(8)}"`, 5);
    expect(lines.at(-1)?.end).toBeCloseTo(5 - MARGIN, 1);
  });

  test("have shorter pauses, too", () => {
    const pause = (text: string, seconds: number) =>
      placeLines(spokenLines(`"${text}"`), 7, seconds)[0]?.utterance.syllables[0]?.pauseSeconds ??
      0;
    expect(pause(`go, ${words(18)}`, 5)).toBeLessThan(pause(`go, ${words(18)}`, 10));
  });

  test("are spoken at most 1.7 times as fast, even if they do not fit", () => {
    const speed = (count: number) =>
      placeLines(spokenLines(`"${words(count)}"`), 7, 5)[0]?.utterance.voice.syllablesPerSecond ??
      0;
    expect(speed(59) / speed(2)).toBeCloseTo(1.7);
    const [line] = times(`"${words(59)}"`, 5);
    expect(line?.start).toBeCloseTo(MARGIN);
  });

  test("are no reason to speak short ones slowly", () => {
    const [short] = placeLines(spokenLines('"go"'), 7, 10);
    const [pair] = placeLines(spokenLines(`"${words(8)}"`), 7, 10);
    expect(short?.utterance.voice).toEqual(pair?.utterance.voice);
  });
});

test.each([
  ["why should i?", true],
  ["你好？", true],
  ["why? i should.", false],
  ["come", false],
])("%s is a question: %s", (text, isQuestion) => {
  expect(placeLines(spokenLines(`"${text}"`), 7, 10)[0]?.utterance.isQuestion).toBe(isQuestion);
});
