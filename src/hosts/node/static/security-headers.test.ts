import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const policyOf = (html: string) => securityHeaders(html)["Content-Security-Policy"] ?? "";
const directive = (html: string, name: string) =>
  policyOf(html)
    .split("; ")
    .find((part) => part.startsWith(`${name} `));
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("a page may use this origin only, and the blobs that the studio makes", () => {
  expect(policyOf("<h1>Kirin</h1>").split("; ")).toEqual([
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ]);
  expect(securityHeaders("")).toMatchObject({ "X-Frame-Options": "DENY" });
});

describe("inline code", () => {
  it.each([
    ["<script>go(1)</script>", "go(1)"],
    ['<script type="module">go(1)</script>', "go(1)"],
    ["<SCRIPT async>\n go(1) \n</SCRIPT >", "\n go(1) \n"],
    ["<script>a\r\nb\rc</script>", "a\nb\nc"],
  ])("is allowed by its hash: %j", (html, code) => {
    expect(directive(html, "script-src")).toBe(`script-src 'self' ${hashOf(code)}`);
  });

  it.each([
    ["<style>a { b: c }</style>", "a { b: c }"],
    ['<style media="print">a{}</style >', "a{}"],
  ])("of a style sheet is allowed by its hash: %j", (html, css) => {
    expect(directive(html, "style-src")).toBe(`style-src 'self' ${hashOf(css)}`);
  });

  it("is listed once, however often it occurs", () => {
    const html = "<script>a</script><script>b</script><script>a</script>";
    expect(directive(html, "script-src")).toBe(`script-src 'self' ${hashOf("a")} ${hashOf("b")}`);
  });

  it.each(['<script src="/a.js"></script>', '<script type="module" src = "/a.js"></script>'])(
    "needs no hash in a file: %s",
    (html) => expect(directive(html, "script-src")).toBe("script-src 'self'"),
  );
});

it("never allows anything unsafe, whatever the page contains", () => {
  const html = '<div style="top:0" onclick="go()"><script>eval("1")</script><style>a{}</style>';
  expect(policyOf(html)).not.toContain("unsafe");
});
