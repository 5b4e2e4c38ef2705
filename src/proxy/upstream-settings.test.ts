import { describe, expect, test } from "vitest";
import { readUpstreamSettings, SettingsError } from "./upstream-settings.ts";

describe("the environment chooses the upstream", () => {
  test.each([
    [{}, { kind: "simulator" }],
    [{ KIRIN_API_KEY: "", KIRIN_BASE_URL: "" }, { kind: "simulator" }],
    [
      { KIRIN_API_KEY: "sk-1" },
      { kind: "live", baseUrl: "https://cloud.vtrix.ai", apiKey: "sk-1" },
    ],
    [
      { KIRIN_BASE_URL: "http://127.0.0.1:9/kirin/" },
      { kind: "live", baseUrl: "http://127.0.0.1:9/kirin", apiKey: null },
    ],
  ])("%j", (env, settings) => {
    expect(readUpstreamSettings(env)).toEqual(settings);
  });

  test.each([
    { KIRIN_API_KEY: "sk 1" },
    { KIRIN_API_KEY: "sk-ü" },
    { KIRIN_BASE_URL: "cloud.vtrix.ai" },
    { KIRIN_BASE_URL: "ftp://x.example" },
    { KIRIN_BASE_URL: "https://user:secret@x.example" },
    { KIRIN_BASE_URL: "https://x.example/?a=1" },
  ])(
    "proxy: the environment has a wrong value for key or address → the start stops with a sentence that does not repeat it (%j)",
    (env) => {
      const [name = "", value = ""] = Object.entries(env)[0] ?? [];
      expect(() => readUpstreamSettings(env)).toThrow(SettingsError);
      expect(() => readUpstreamSettings(env)).toThrow(new RegExp(`^${name} has to be [^.]*\\.$`));
      expect(() => readUpstreamSettings(env)).not.toThrow(value);
    },
  );
});
