import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { melodyAt } from "./melody.ts";
import { placeLines } from "./place-lines.ts";
import { secondsToSay } from "./speak.ts";
import { spokenLines, withoutSpeech } from "./spoken-lines.ts";
import { syllablesOf } from "./syllables.ts";
import { voiceOf } from "./voice.ts";

describe("lines of a prompt", () => {
  test("label, tone and text are separated", () => {
    expect(
      spokenLines('A stall. [Market woman, low raspy voice]: "come closer" She smiles. “now go”'),
    ).toMatchObject([
      { label: "Market woman", tone: "low raspy voice", text: "come closer" },
      { label: "", tone: "", text: "now go" },
    ]);
  });

  test("Chinese quotation marks and labels are recognised", () => {
    expect(spokenLines("海边。[老人，低沉]：“你好”。她说「再见」")).toMatchObject([
      { label: "老人", tone: "低沉", text: "你好" },
      { label: "", text: "再见" },
    ]);
  });

  test("their position is relative to the rest of the prompt", () => {
    expect(spokenLines('"first" then a long walk along the shore')[0]?.place).toBe(0);
    expect(spokenLines('a long walk along the shore, then "last"')[0]?.place).toBe(1);
  });

  test("text written on objects is not spoken", () => {
    expect(spokenLines('a neon sign reads "OPEN"')).toEqual([]);
    expect(withoutSpeech('a neon sign reads "OPEN", he says "hello"')).toBe(
      'a neon sign reads "OPEN", he says ',
    );
  });

  test("empty quotation marks are not speech", () => {
    expect(spokenLines('"" “…” "!?"')).toEqual([]);
  });
});

describe("syllables", () => {
  test.for([
    ["come closer", 3],
    ["the sea remembers everything", 9],
    ["hm", 1],
    ["你好世界", 4],
    ["", 0],
  ] as const)("%s has %i", ([text, count]) => {
    expect(syllablesOf(text)).toHaveLength(count);
  });

  test("a comma is a short pause, a full stop a longer one", () => {
    const [first, second, last] = syllablesOf("go, run. hide");
    expect(first?.pauseSeconds).toBeGreaterThan(0);
    expect(second?.pauseSeconds).toBeGreaterThan(first?.pauseSeconds ?? 1);
    expect(last?.pauseSeconds).toBe(0);
  });

  test("any text has a bounded number of syllables", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 150 }), (text) => {
        expect(syllablesOf(text).length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 40 },
    );
  });
});

describe("voices", () => {
  const line = (label: string, tone = "") => ({ label, tone, text: "hello", place: 0 });

  test("the same label has the same voice, another label a different one", () => {
    expect(voiceOf(line("Anna"), 7)).toEqual(voiceOf(line("Anna"), 7));
    expect(voiceOf(line("Anna"), 7)).not.toEqual(voiceOf(line("Berta"), 7));
  });

  test("pitch falls from child to woman to man to deep voice", () => {
    const pitch = (label: string, tone = "") => voiceOf(line(label, tone), 7).pitchHertz;
    expect(pitch("Little boy")).toBeGreaterThan(pitch("Woman"));
    expect(pitch("Woman")).toBeGreaterThan(pitch("Man"));
    expect(pitch("Man", "deep voice")).toBeLessThan(pitch("Man"));
  });

  test("a whisper is only breath", () => {
    expect(voiceOf(line("Woman", "whispering"), 7).breath).toBe(1);
  });
});

test("a question rises at its end, a statement falls", () => {
  const syllables = syllablesOf("come here");
  const end = (isQuestion: boolean) =>
    melodyAt({ syllables, voice: { liveliness: 1 }, isQuestion }, 1, 1);
  expect(end(true)).toBeGreaterThan(1.1);
  expect(end(false)).toBeLessThan(0.9);
});

describe("placing lines", () => {
  const endOf = (lines: ReturnType<typeof placeLines>) => {
    const last = lines.at(-1);
    return last ? last.startSample / 48_000 + secondsToSay(last.utterance) : 0;
  };

  test("two lines do not overlap and fit into the clip", () => {
    const placed = placeLines(spokenLines('[A]: "come closer" [B]: "why should i?"'), 7, 5);
    const [first, second] = placed;
    const firstEnd = endOf(placed.slice(0, 1));
    expect((second?.startSample ?? 0) / 48_000).toBeGreaterThan(firstEnd);
    expect(first?.startSample).toBeGreaterThan(0);
    expect(endOf(placed)).toBeLessThan(5);
  });

  test("a long line is spoken faster", () => {
    const long = spokenLines(`"${"we walk along the shore ".repeat(3)}"`);
    const [slow] = placeLines(long, 7, 10);
    const [fast] = placeLines(long, 7, 5);
    expect(fast?.utterance.voice.syllablesPerSecond).toBeGreaterThan(
      slow?.utterance.voice.syllablesPerSecond ?? 99,
    );
    expect(endOf(placeLines(long, 7, 5))).toBeLessThan(5);
  });
});
