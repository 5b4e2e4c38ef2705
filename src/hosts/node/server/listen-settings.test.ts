import { describe, expect, test } from "vitest";
import { readListenSettings } from "./listen-settings.ts";

const read = (env: Record<string, string>) => readListenSettings(env, 4174);

test("every setting has a default", () => {
  const defaults = {
    host: "localhost",
    port: 4174,
    allowedHosts: [],
    isBehindAuth: false,
    isHttps: false,
  };
  expect(read({})).toEqual(defaults);
  const empty = { STUDIO_ALLOWED_HOSTS: "", STUDIO_BEHIND_AUTH: "", STUDIO_HTTPS: "" };
  expect(read({ HOST: "", PORT: " ", ...empty })).toEqual(defaults);
});

test.each(["0", "65535"])("accepts port %s", (port) => {
  expect(read({ PORT: port }).port).toBe(Number(port));
});

test.each(["65536", "80.5", "-1", "http"])("refuses port %s with one sentence", (port) => {
  expect(() => read({ PORT: port })).toThrow(/^PORT must be .*\.$/);
});

describe("STUDIO_ALLOWED_HOSTS", () => {
  test("accepts a list of host names and addresses in any spelling", () => {
    const hosts = " Studio.Example. ,192.168.1.7,[2001:DB8:0::1],::ffff:10.0.0.1";
    expect(read({ STUDIO_ALLOWED_HOSTS: hosts }).allowedHosts).toEqual([
      "studio.example",
      "192.168.1.7",
      "2001:db8::1",
      "10.0.0.1",
    ]);
  });

  test.each([
    "*",
    "*.studio.example",
    "https://studio.example",
    "studio.example:8443",
    "studio.example/path",
    "a,,b",
    "user@studio.example",
    "studio example",
    "xn--localhost",
  ])("refuses %s with one sentence", (hosts) => {
    expect(() => read({ STUDIO_ALLOWED_HOSTS: hosts })).toThrow(
      /^STUDIO_ALLOWED_HOSTS must be .*\.$/,
    );
  });
});

test.each([
  ["STUDIO_BEHIND_AUTH", "isBehindAuth"],
  ["STUDIO_HTTPS", "isHttps"],
] as const)("%s is 1, 0 or empty", (name, setting) => {
  expect(read({ [name]: "1" })[setting]).toBe(true);
  expect(read({ [name]: "0" })[setting]).toBe(false);
  for (const word of ["yes", "true", "2"]) {
    expect(() => read({ [name]: word })).toThrow(`${name} must be 1 or unset.`);
  }
});
