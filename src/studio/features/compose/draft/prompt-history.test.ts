import { describe, expect, it } from "vitest";
import { AT_OWN_TEXT, promptsOf, stepThroughPrompts } from "./prompt-history.ts";

const prompts = ["newest", "middle", "oldest"];

/** Goes through the history and returns the texts on the way. */
function walk(start: string, ...steps: ("back" | "forward")[]): string[] {
  let at = { text: start, place: AT_OWN_TEXT };
  return steps.map((step) => {
    at = stepThroughPrompts(prompts, at, step) ?? at;
    return at.text;
  });
}

describe("the history of prompts", () => {
  it("has each prompt once, newest first", () => {
    expect(promptsOf([{ prompt: "b" }, { prompt: "a" }, { prompt: "b" }])).toEqual(["b", "a"]);
  });

  it("goes back to the oldest and forward to the creator's own text", () => {
    expect(walk("mine", "back", "back", "back", "back")).toEqual([
      "newest",
      "middle",
      "oldest",
      "oldest",
    ]);
    expect(walk("mine", "back", "back", "forward", "forward", "forward")).toEqual([
      "newest",
      "middle",
      "newest",
      "mine",
      "mine",
    ]);
  });

  it("skips the newest prompt while it is still in the form", () => {
    expect(walk("newest", "back", "forward", "forward")).toEqual(["middle", "newest", "newest"]);
  });

  it("starts again from an edited prompt, which it keeps", () => {
    const edited = { text: "middle, edited", place: { index: 1, own: "mine" } };
    const back = stepThroughPrompts(prompts, edited, "back");
    expect(back?.text).toBe("newest");
    expect(back && stepThroughPrompts(prompts, back, "forward")?.text).toBe("middle, edited");
  });
});
