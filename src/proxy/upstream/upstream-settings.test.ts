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
      { KIRIN_BASE_URL: "https://kirin.example//" },
      { kind: "live", baseUrl: "https://kirin.example", apiKey: null },
    ],
    [
      { KIRIN_BASE_URL: "http://127.0.0.1:9/kirin/" },
      { kind: "live", baseUrl: "http://127.0.0.1:9/kirin", apiKey: null },
    ],
  ])("%j selects the right one", (env, settings) => {
    expect(readUpstreamSettings(env)).toEqual(settings);
  });

  test.each([
    { KIRIN_API_KEY: "sk 1" },
    { KIRIN_API_KEY: "sk-ü" },
    { KIRIN_BASE_URL: "cloud.vtrix.ai" },
    { KIRIN_BASE_URL: "ftp://x.example" },
    { KIRIN_BASE_URL: "https://user:secret@x.example" },
    { KIRIN_BASE_URL: "https://:secret@x.example" },
    { KIRIN_BASE_URL: "https://user@x.example" },
    { KIRIN_BASE_URL: "https://x.example/?a=1" },
    { KIRIN_BASE_URL: "https://x.example/#part" },
  ])(
    "proxy: the environment has an invalid key or address → the server does not start, and the error does not repeat the value (%j)",
    (env) => {
      const [name = "", value = ""] = Object.entries(env)[0] ?? [];
      expect(() => readUpstreamSettings(env)).toThrow(SettingsError);
      expect(() => readUpstreamSettings(env)).toThrow(new RegExp(`^${name} must be [^.]*\\.$`));
      expect(() => readUpstreamSettings(env)).not.toThrow(value);
    },
  );
});

describe("a key with a plain http address", () => {
  const KIRIN_API_KEY = "sk-secret-1";

  test.each([
    "http://kirin.example",
    "http://10.0.0.5:8080/base",
    "http://localhost.evil.test",
    "HTTP://KIRIN.EXAMPLE",
    "http://[2001:db8::1]",
  ])(
    "proxy: the key would be sent over plain http to another machine → the server does not start, and the error says how to allow it (%s)",
    (KIRIN_BASE_URL) => {
      const read = (more: object) =>
        readUpstreamSettings({ KIRIN_API_KEY, KIRIN_BASE_URL, ...more });
      for (const word of [undefined, "", "0"]) {
        const start = () => read({ KIRIN_ALLOW_HTTP: word });
        expect(start).toThrow(
          /^KIRIN_BASE_URL must be an https URL[^.]*KIRIN_ALLOW_HTTP=1[^.]*\.$/,
        );
        expect(start).not.toThrow(KIRIN_API_KEY);
      }
      expect(() => read({ KIRIN_ALLOW_HTTP: "yes" })).toThrow(/^KIRIN_ALLOW_HTTP must be 1/);
      expect(read({ KIRIN_ALLOW_HTTP: "1" }).kind).toBe("live");
      expect(readUpstreamSettings({ KIRIN_BASE_URL }).kind).toBe("live");
    },
  );

  test.each(["http://localhost:9", "http://127.0.0.2", "http://[::1]:9", "https://kirin.example"])(
    "are accepted together for a loopback or https address: %s",
    (KIRIN_BASE_URL) => {
      expect(readUpstreamSettings({ KIRIN_API_KEY, KIRIN_BASE_URL }).kind).toBe("live");
    },
  );
});
