import { describe, expect, it } from "vitest";
import { openProxy } from "#proxy/testing/open-proxy.ts";

it.each([
  ["an answer", "/api/config", 200],
  ["a problem", "/api/nothing", 404],
])("forbids framing, sniffing, storing and use by other sites: %s", async (_name, path, status) => {
  const response = await openProxy().get(path);
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-request-id": "request-1",
  });
});

describe("Strict-Transport-Security", () => {
  const assets = () => new Response("a file");
  const allowedHosts = ["studio.test"];
  const sentBy = async (url: string, isHttps: boolean) => {
    const proxy = openProxy({ assets, allowedHosts, isHttps });
    return (await proxy.fetch(new Request(url))).headers.get("Strict-Transport-Security");
  };

  it.each(["/", "/api/config", "/api/nothing", "/healthz"])(
    "is sent for %s when browsers use https",
    async (path) => {
      expect(await sentBy(`http://studio.test${path}`, true)).toBe("max-age=31536000");
      expect(await sentBy(`https://studio.test${path}`, false)).toBe("max-age=31536000");
      expect(await sentBy(`http://evil.test${path}`, true)).toBe("max-age=31536000");
    },
  );

  it("is sent with refusals of requests that cannot be parsed", async () => {
    const refused = await openProxy({ isHttps: true }).refuse("malformed-request", "GET");
    expect(refused.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
    const plain = await openProxy().refuse("malformed-request", "GET");
    expect(plain.headers.get("Strict-Transport-Security")).toBeNull();
  });

  it.each(["http://localhost:4173/", "https://localhost:4173/", "http://studio.test/"])(
    "is not sent by a studio on this machine or on plain http: %s",
    async (url) => expect(await sentBy(url, false)).toBeNull(),
  );
});
