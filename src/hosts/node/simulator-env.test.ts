import { describe, expect, test } from "vitest";
import { readListenSettings, readSimulatorSettings } from "./simulator-env.ts";

describe("readSimulatorSettings", () => {
  test("has defaults for what is not set or empty", () => {
    expect(readSimulatorSettings({})).toEqual({ dir: ".data/simulator", speed: 1 });
    expect(readSimulatorSettings({ SIMULATOR_DIR: "", SIMULATOR_SPEED: " " })).toEqual({
      dir: ".data/simulator",
      speed: 1,
    });
  });

  test.each(["0.25", "8", "1000"])("takes a speed of %s", (speed) => {
    expect(readSimulatorSettings({ SIMULATOR_SPEED: speed }).speed).toBe(Number(speed));
  });

  test.each(["0", "-1", "fast", "1e3", "Infinity", "1001", "1,5"])(
    "refuses a speed of %s in one sentence",
    (speed) => {
      expect(() => readSimulatorSettings({ SIMULATOR_SPEED: speed })).toThrow(
        /^SIMULATOR_SPEED has to be .*\.$/,
      );
    },
  );
});

describe("readListenSettings", () => {
  test("has a default for each", () => {
    expect(readListenSettings({}, 4174)).toEqual({ host: "localhost", port: 4174 });
    expect(readListenSettings({ PORT: "0", HOST: "0.0.0.0" }, 4174)).toEqual({
      host: "0.0.0.0",
      port: 0,
    });
  });

  test.each(["65536", "80.5", "-1", "http"])("refuses port %s in one sentence", (port) => {
    expect(() => readListenSettings({ PORT: port }, 4174)).toThrow(/^PORT has to be .*\.$/);
  });
});
