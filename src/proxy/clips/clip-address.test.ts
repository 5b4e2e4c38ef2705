import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClipAddressRefused, checkClipUrl, isPublicAddress } from "./clip-address.ts";

const OWN = "http://127.0.0.1:4174";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "1.1.1.1", "2606:4700::1111", "[2a00:1450::1]"])("accepts %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "::7f00:1",
    "fec0::1",
    "fe80::1%eth0",
    "5f00::1",
    "",
    "localhost",
    "8.8.8.8.",
    "999.1.1.1",
  ])("rejects %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it("rejects every private block, also mapped into IPv6", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const address = fc.tuple(fc.constantFrom(10, 127, 0), octet, octet, octet);
    fc.assert(
      fc.property(address, (octets) => {
        expect(isPublicAddress(octets.join("."))).toBe(false);
        expect(isPublicAddress(`::ffff:${octets.join(".")}`)).toBe(false);
      }),
    );
  });
});

describe("checkClipUrl", () => {
  it.each(["https://cdn.test/a.mp4", "http://8.8.8.8:8080/a", `${OWN}/clips/a.mp4`])(
    "accepts %s",
    (url) => expect(checkClipUrl(url, OWN).href).toBe(url),
  );

  it.each([
    "",
    "clip.mp4",
    "//cdn.test/a",
    "ftp://cdn.test/a",
    "file:///etc/passwd",
    "data:video/mp4,x",
    "https://user:word@cdn.test/a",
    "https://user@cdn.test/a",
    "https://:word@cdn.test/a",
    "http+unix://cdn.test/a",
    "shttp://cdn.test/a",
    "http://127.0.0.1:4175/a",
    "https://127.0.0.1:4174/a",
    "http://127.0.0.1/a",
    "http://[::1]/a",
    "http://2130706433/a",
    "http://0x7f.1/a",
    "http://017700000001/a",
    "http://127.1/a",
    "http://[::ffff:7f00:1]/a",
    "http://169.254.169.254/latest/meta-data",
    "http://１２７.0.0.1/a",
  ])(
    "clip: the task contains an internal address or a non-http URL → nothing is requested from it (%s)",
    (url) => {
      expect(() => checkClipUrl(url, OWN)).toThrow(ClipAddressRefused);
    },
  );
});
