import { describe, expect, it } from "vitest";
import { isCrossOrigin, isMarkedAsStudio } from "./same-origin.ts";

const request = (url: string, headers: Record<string, string>) => new Request(url, { headers });
const PLAIN = "http://studio.test:4173/api/config";
const SAME = { "Sec-Fetch-Site": "same-origin" };

describe("a request from this origin", () => {
  it.each([
    ["its Origin is the same", PLAIN, { Origin: "http://studio.test:4173" }],
    ["Sec-Fetch-Site says so", PLAIN, SAME],
    ["a typed URL", PLAIN, { "Sec-Fetch-Site": "none" }],
    ["a program without either header", PLAIN, {}],
    ["behind a TLS-terminating proxy", PLAIN, { ...SAME, Origin: "https://studio.test:4173" }],
    ["over TLS", "https://studio.test/api", { ...SAME, Origin: "https://studio.test" }],
  ])("is not cross-origin: %s", (_name, url, headers) => {
    expect(isCrossOrigin(request(url, headers))).toBe(false);
  });
});

describe("a request from another origin", () => {
  it.each([
    ["https without Sec-Fetch-Site", PLAIN, { Origin: "https://studio.test:4173" }],
    ["https on another host", PLAIN, { ...SAME, Origin: "https://evil.test:4173" }],
    ["https on another port", PLAIN, { ...SAME, Origin: "https://studio.test" }],
    [
      "http, while this server is https",
      "https://studio.test/api",
      { ...SAME, Origin: "http://studio.test" },
    ],
    [
      "a host with the same beginning",
      PLAIN,
      { ...SAME, Origin: "https://studio.test:4173.evil.test" },
    ],
    ["an opaque origin", PLAIN, { Origin: "null" }],
    ["a sibling domain", PLAIN, { "Sec-Fetch-Site": "same-site" }],
    ["an unknown value of Sec-Fetch-Site", PLAIN, { "Sec-Fetch-Site": "same-origin-ish" }],
  ])("is cross-origin: %s", (_name, url, headers) => {
    expect(isCrossOrigin(request(url, headers))).toBe(true);
  });
});

describe("when browsers use https only", () => {
  it("is not cross-origin without Sec-Fetch-Site if its Origin is https on this host", () => {
    const ask = (origin: string) => isCrossOrigin(request(PLAIN, { Origin: origin }), true);
    expect(ask("https://studio.test:4173")).toBe(false);
    expect(ask("https://evil.test:4173")).toBe(true);
  });
});

it("recognises the studio only by the exact value of its header", () => {
  const marked = (value: string) => isMarkedAsStudio(request(PLAIN, { "X-Kirin-Studio": value }));
  expect([marked("1"), marked("0"), marked("true"), marked("")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isMarkedAsStudio(request(PLAIN, {}))).toBe(false);
});
