import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requirementsOf } from "./prompt-requirements.ts";

const listed = (prompt: string) =>
  requirementsOf(prompt).map(({ kind, text }) => `${kind}: ${text}`);

describe("what a prompt asks for", () => {
  it.each([
    [
      "A fox runs over snow, tracking shot",
      ["subject: A fox", "action: Runs over snow", "camera: Tracking shot"],
    ],
    ["A lighthouse at dusk, waves below", ["subject: A lighthouse at dusk", "other: Waves below"]],
    [
      "Snowy forest at dawn. A red fox crosses the clearing, then stops. Camera locked-off.",
      [
        "subject: A red fox",
        "action: Crosses the clearing",
        "other: Snowy forest at dawn",
        "other: Stops",
        "camera: Camera locked-off",
      ],
    ],
    [
      "Close-up of an old man reading a letter in the morning light",
      ["subject: An old man", "action: Reading a letter in the morning light", "camera: Close-up"],
    ],
    [
      "A white lighthouse at dusk. The lamp sweeps through mist. Slow dolly-in that settles on the lamp.",
      [
        "subject: A white lighthouse at dusk",
        "action: The lamp sweeps through mist",
        "camera: Slow dolly-in that settles on the lamp",
      ],
    ],
    ["A woman walks towards the camera", ["subject: A woman", "action: Walks towards the camera"]],
    ["Two small dogs in deep snow", ["subject: Two small dogs in deep snow"]],
    ["雪の中を狐が走る。静かな森", ["subject: 雪の中を狐が走る", "other: 静かな森"]],
  ])("%s", (prompt, requirements) => {
    expect(listed(prompt)).toEqual(requirements);
  });

  it("finds speech with its speaker and every sound", () => {
    expect(
      listed(
        'Market at noon. A woman leans forward. [Market woman, low raspy voice]: "come closer" ' +
          "Immediately, [Boy]: “no way”. Audio: market chatter, a bell and distant traffic; no background music.",
      ),
    ).toEqual([
      "subject: A woman",
      "action: Leans forward",
      "other: Market at noon",
      "line: Market woman: “come closer”",
      "line: Boy: “no way”",
      "sound: Market chatter",
      "sound: A bell",
      "sound: Distant traffic",
      "sound: No background music",
    ]);
  });

  it("accepts a quoted line without a speaker", () => {
    expect(listed('A neon sign says "open late"')).toContain("line: “open late”");
  });

  it("lists only non-empty parts of the prompt, each once", () => {
    const pieces = fc.constantFrom(
      "A fox",
      " runs ",
      "over snow",
      ", ",
      ". ",
      "Audio: ",
      "wind",
      " and ",
      '[Man, calm]: "go on"',
      "close-up of ",
      "，",
      "狐",
      "\n",
      "- ",
    );
    const prompts = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join("")),
      fc.string({ unit: "grapheme", maxLength: 80 }),
    );
    fc.assert(
      fc.property(prompts, (prompt) => {
        const requirements = requirementsOf(prompt);
        const flat = prompt.replace(/\s+/g, " ").toLocaleUpperCase();
        expect(new Set(requirements.map(({ text }) => text)).size).toBe(requirements.length);
        for (const { kind, text } of requirements) {
          expect(text.trim()).not.toBe("");
          if (kind !== "line") expect(flat).toContain(text.toLocaleUpperCase());
        }
      }),
    );
  });
});
