import { describe, expect, it } from "vitest";
import { ON_LOOPBACK } from "#hosts/node/testing/plain-app.ts";
import { addressesToBind, printableUrl } from "./bind-address.ts";

const bind = (host: string, more: object = {}) =>
  addressesToBind({ ...ON_LOOPBACK, host, ...more });

describe("a loopback HOST", () => {
  it.each(["localhost", "LOCALHOST", "localhost."])(
    "%s binds both loopback addresses",
    async (host) => {
      expect(await bind(host)).toEqual(["127.0.0.1", "::1"]);
    },
  );

  it.each([
    ["127.0.0.2", "127.0.0.2"],
    ["127.1", "127.0.0.1"],
    ["[::1]", "::1"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["::ffff:127.0.0.1", "127.0.0.1"],
  ])("%s binds %s", async (host, address) => expect(await bind(host)).toEqual([address]));
});

describe("a HOST that other machines can reach", () => {
  const HOSTS = ["0.0.0.0", "::", "[::]", "0", "192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1"];

  it.each(HOSTS)(
    "proxy: HOST is reachable from other machines without authentication being configured → the server does not start, and the error says what to set (%s)",
    async (host) => {
      for (const half of [
        {},
        { allowedHosts: ["studio.test"] },
        { isBehindAuth: true },
        { allowedHosts: [], isBehindAuth: true },
      ]) {
        await expect(bind(host, half)).rejects.toThrow(
          /^HOST=\S+ is reachable .* STUDIO_ALLOWED_HOSTS .* STUDIO_PASSWORD_HASH .* STUDIO_BEHIND_AUTH=1\.$/,
        );
      }
    },
  );

  it.each(HOSTS)("%s can be bound once hosts and authentication are configured", async (host) => {
    for (const access of [{ isBehindAuth: true }, { hasSignIn: true }]) {
      expect(await bind(host, { allowedHosts: ["studio.test"], ...access })).toHaveLength(1);
    }
    await expect(bind(host, { hasSignIn: true })).rejects.toThrow(/STUDIO_ALLOWED_HOSTS/);
  });
});

it("prints a URL that works on this machine", () => {
  expect(printableUrl("LOCALHOST", 1)).toBe("http://localhost:1");
  expect(printableUrl("0.0.0.0", 1)).toBe("http://localhost:1");
  expect(printableUrl("::", 1)).toBe("http://localhost:1");
  expect(printableUrl("0:0:0:0:0:0:0:1", 1)).toBe("http://[::1]:1");
  expect(printableUrl("192.0.2.1", 1)).toBe("http://192.0.2.1:1");
});
