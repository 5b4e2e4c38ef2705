import { describe, expect, test } from "vitest";
import type { Generation } from "#contract/generation.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { aCompletedGeneration, aGeneration, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { parameterDifferences } from "./parameter-differences.ts";

const asked: KirinRequest = {
  prompt: "sea",
  negative_prompt: "people",
  mode: "pro",
  sound: "on",
  aspect_ratio: "9:16",
  duration: "10",
};

function differences(task: Partial<Generation>, request: KirinRequest = asked): string[] {
  return parameterDifferences({ request, preparedAt: NOON }, aGeneration(task));
}

describe("parameters that Kirin returns", () => {
  test("are compared by name at any position", () => {
    expect(differences({ metadata: { ...asked } })).toEqual([]);
    expect(differences({ unknownFields: { input: [{ params: { ...asked } }] } })).toEqual([]);
    expect(differences({ metadata: { request: { mode: "std" } } })).toEqual(["mode"]);
    expect(differences({ unknownFields: { input: [{ params: { sound: "off" } }] } })).toEqual([
      "sound",
    ]);
  });

  test.each([
    ["prompt", "land"],
    ["negative_prompt", "boats"],
    ["mode", "std"],
    ["sound", "off"],
    ["aspect_ratio", "16:9"],
    ["duration", "5"],
  ])("are reported if they differ: %s", (name, value) => {
    expect(differences({ metadata: { ...asked, [name]: value } })).toEqual([name]);
  });

  test("are compared with Kirin's defaults if nothing was requested", () => {
    const plain = { prompt: "sea" };
    const defaults = {
      prompt: "sea",
      negative_prompt: "",
      mode: "std",
      sound: "off",
      aspect_ratio: "16:9",
      duration: "5",
    };
    expect(differences({ metadata: defaults }, plain)).toEqual([]);
    expect(differences({ metadata: asked }, plain)).toEqual([
      "negative_prompt",
      "mode",
      "sound",
      "aspect_ratio",
      "duration",
    ]);
  });

  test("may be numbers, and match if any of several values does", () => {
    expect(differences({ metadata: { duration: 10 } })).toEqual([]);
    expect(differences({ metadata: { duration: 5 } })).toEqual(["duration"]);
    const twice = { metadata: { mode: "std" }, unknownFields: { mode: "pro" } };
    expect(differences(twice)).toEqual([]);
  });

  test("are ignored if they have another type or are nested too deep", () => {
    expect(differences({ metadata: { sound: true, mode: null, prompt: ["land"] } })).toEqual([]);
    const nested = (depth: number): Record<string, unknown> =>
      depth === 0 ? { mode: "std" } : { inner: nested(depth - 1) };
    expect(differences({ metadata: nested(5) })).toEqual(["mode"]);
    expect(differences({ metadata: nested(6) })).toEqual([]);
  });

  test("may be nested under their own name", () => {
    expect(differences({ metadata: { mode: { mode: "std" } } })).toEqual(["mode"]);
  });

  test("may be missing", () => {
    expect(differences({})).toEqual([]);
  });
});

describe("the clip's duration", () => {
  const ofLength = (durationSeconds: number | null) =>
    aCompletedGeneration({ clips: [{ index: 0, durationSeconds, src: "" }] });

  test.each([
    [10, []],
    [9, []],
    [11, []],
    [8.9, ["duration"]],
    [11.1, ["duration"]],
    [5, ["duration"]],
    [null, []],
  ])("is compared with the requested 10 s: %s s", (seconds, expected) => {
    expect(differences(ofLength(seconds))).toEqual(expected);
  });

  test("is reported once", () => {
    expect(differences({ ...ofLength(5), metadata: { duration: "5" } })).toEqual(["duration"]);
  });
});

describe("a task older than the submit", () => {
  test("clock: Kirin's clock and the creator's differ by minutes → a new task is not mistaken for an older one", () => {
    expect(differences({ createdAt: atSecond(-301) })).toEqual(["created_at"]);
    expect(differences({ createdAt: atSecond(-300) })).toEqual([]);
    expect(differences({ createdAt: null })).toEqual([]);
  });

  test("is reported after other differences", () => {
    expect(differences({ createdAt: atSecond(-999), metadata: { mode: "std" } })).toEqual([
      "mode",
      "created_at",
    ]);
  });
});
