import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalHost, isAllowedHost, isLoopbackHost } from "./host-name.ts";

describe("canonicalHost", () => {
  it.each([
    ["LOCALHOST", "localhost"],
    ["Studio.Example.", "studio.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["127.1", "127.0.0.1"],
    ["0x7f000001", "127.0.0.1"],
    ["[::1]", "::1"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["::ffff:127.0.0.1", "127.0.0.1"],
    ["[::FFFF:7f00:1]", "127.0.0.1"],
    ["999999999999", null],
    ["1.2.3.256", null],
    ["xn--localhost", null],
    ["", null],
    [".", null],
    ["localhost:80", null],
    ["user@localhost", null],
    ["localhost/path", null],
    ["%6cocalhost", null],
    ["a b", null],
    ["*", null],
    ["[::1", null],
    ["fe80::1%eth0", null],
  ])("turns %j into %j", (text, host) => expect(canonicalHost(text)).toBe(host));

  it("is idempotent", () => {
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV4Extended(), fc.ipV6());
    fc.assert(
      fc.property(host, (text) => {
        const canonical = canonicalHost(text);
        if (canonical !== null) expect(canonicalHost(canonical)).toBe(canonical);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void canonicalHost(text)));
  });
});

describe("isLoopbackHost", () => {
  it.each(["localhost", "a.localhost", "127.0.0.2", "::1", "::ffff:127.9.9.9"])(
    "accepts %s",
    (host) => expect(isLoopbackHost(host)).toBe(true),
  );
  it.each(["localhost.test", "notlocalhost", "0.0.0.0", "::", "10.0.0.1", "::ffff:10.0.0.1", ""])(
    "rejects %s",
    (host) => expect(isLoopbackHost(host)).toBe(false),
  );
});

it("isAllowedHost compares hosts, not spellings", () => {
  expect(isAllowedHost("STUDIO.test.", ["studio.TEST"])).toBe(true);
  expect(isAllowedHost("[2001:db8:0::1]", ["2001:db8::1"])).toBe(true);
  expect(isAllowedHost("evil.test", ["studio.test", "*", ""])).toBe(false);
  expect(isAllowedHost("a b", ["studio.test", "*", ""])).toBe(false);
});
