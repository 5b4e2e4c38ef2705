import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { melodyAt } from "./melody.ts";
import { placeLines } from "./place-lines.ts";
import { secondsToSay } from "./speak.ts";
import { spokenLines, withoutSpeech } from "./spoken-lines.ts";
import { syllablesOf } from "./syllables.ts";
import { voiceOf } from "./voice.ts";

describe("lines of a prompt", () => {
  test("label, tone and words are told apart", () => {
    expect(
      spokenLines('A stall. [Market woman, low raspy voice]: "come closer" She smiles. “now go”'),
    ).toMatchObject([
      { label: "Market woman", tone: "low raspy voice", text: "come closer" },
      { label: "", tone: "", text: "now go" },
    ]);
  });

  test("Chinese quotation marks and labels are read too", () => {
    expect(spokenLines("海边。[老人，低沉]：“你好”。她说「再见」")).toMatchObject([
      { label: "老人", tone: "低沉", text: "你好" },
      { label: "", text: "再见" },
    ]);
  });

  test("their place is counted in the rest of the prompt", () => {
    expect(spokenLines('"first" then a long walk along the shore')[0]?.place).toBe(0);
    expect(spokenLines('a long walk along the shore, then "last"')[0]?.place).toBe(1);
  });

  test("what is written on things is not spoken", () => {
    expect(spokenLines('a neon sign reads "OPEN"')).toEqual([]);
    expect(withoutSpeech('a neon sign reads "OPEN", he says "hello"')).toBe(
      'a neon sign reads "OPEN", he says ',
    );
  });

  test("quotation marks around nothing are not speech", () => {
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

  test("a comma is a short breath, a full stop a longer one", () => {
    const [first, second, last] = syllablesOf("go, run. hide");
    expect(first?.pauseSeconds).toBeGreaterThan(0);
    expect(second?.pauseSeconds).toBeGreaterThan(first?.pauseSeconds ?? 1);
    expect(last?.pauseSeconds).toBe(0);
  });

  test("any text has a bounded number of them", () => {
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

  test("the same label is the same voice, another label another", () => {
    expect(voiceOf(line("Anna"), 7)).toEqual(voiceOf(line("Anna"), 7));
    expect(voiceOf(line("Anna"), 7)).not.toEqual(voiceOf(line("Berta"), 7));
  });

  test("a child is higher than a woman, a woman higher than a man, a deep voice deeper", () => {
    const pitch = (label: string, tone = "") => voiceOf(line(label, tone), 7).pitchHertz;
    expect(pitch("Little boy")).toBeGreaterThan(pitch("Woman"));
    expect(pitch("Woman")).toBeGreaterThan(pitch("Man"));
    expect(pitch("Man", "deep voice")).toBeLessThan(pitch("Man"));
  });

  test("a whisper is all breath", () => {
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

  test("two lines follow each other and fit", () => {
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
