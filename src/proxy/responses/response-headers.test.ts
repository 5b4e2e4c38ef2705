import { expect, it } from "vitest";
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
