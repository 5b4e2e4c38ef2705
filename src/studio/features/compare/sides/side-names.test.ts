import { describe, expect, it } from "vitest";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import type { SideChoice } from "./choose-sides.ts";
import { sideNames } from "./side-names.ts";

function clip(id: string, mode: "std" | "pro", pairId: string | null = null): SideChoice {
  return {
    kind: "entry",
    entry: aCompletedEntry({ id, pairId, request: { prompt: "Sea", mode } }),
  };
}

function names(left: SideChoice, right: SideChoice) {
  const entries = [left, right].flatMap((side) => (side.kind === "entry" ? [side.entry] : []));
  return sideNames({ left, right }, entries);
}

describe("the names of the sides", () => {
  it("are the modes if they differ", () => {
    expect(names(clip("a", "pro"), clip("b", "std"))).toEqual({ left: "Pro", right: "Standard" });
  });

  it('are "left" and "right" if the modes are the same', () => {
    expect(names(clip("a", "pro"), clip("b", "pro"))).toEqual({
      left: "Left clip",
      right: "Right clip",
    });
  });

  it("include the takes if there are several", () => {
    expect(names(clip("a", "std", "pair"), clip("b", "std", "pair"))).toEqual({
      left: "Standard, take 1",
      right: "Standard, take 2",
    });
  });

  it("are a file's own name, and never the name of a missing clip", () => {
    const file: SideChoice = { kind: "file", file: new File([], "cut.mp4") };
    expect(names(file, clip("b", "std"))).toEqual({ left: "cut.mp4", right: "Standard" });
    expect(names({ kind: "empty" }, clip("b", "std")).left).toBe("Left clip");
    expect(names({ kind: "missing" }, { kind: "file", file: null }).right).toBe("Right clip");
  });
});
