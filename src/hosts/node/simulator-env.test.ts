import { describe, expect, test } from "vitest";
import { readSimulatorSettings } from "./simulator-env.ts";

describe("readSimulatorSettings", () => {
  test("has defaults for unset and empty variables", () => {
    expect(readSimulatorSettings({})).toEqual({ dir: ".data/simulator", speed: 1 });
    expect(readSimulatorSettings({ SIMULATOR_DIR: "", SIMULATOR_SPEED: " " })).toEqual({
      dir: ".data/simulator",
      speed: 1,
    });
  });

  test.each(["0.25", "8", "1000"])("accepts speed %s", (speed) => {
    expect(readSimulatorSettings({ SIMULATOR_SPEED: speed }).speed).toBe(Number(speed));
  });

  test.each(["0", "-1", "fast", "1e3", "Infinity", "1001", "1,5"])(
    "refuses speed %s with one sentence",
    (speed) => {
      expect(() => readSimulatorSettings({ SIMULATOR_SPEED: speed })).toThrow(
        /^SIMULATOR_SPEED must be .*\.$/,
      );
    },
  );
});
