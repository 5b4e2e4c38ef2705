/** Security headers for the studio's page. */
import { createHash } from "node:crypto";
import { PROTECTIVE_HEADERS } from "#proxy/responses/response-headers.ts";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script\s*>/gi;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style\s*>/gi;

/**
 * The headers for the page `html`. Its inline scripts and style sheets are allowed by hash. Style attributes cannot be
 * hashed, so the page may have none.
 */
export function securityHeaders(html: string): Record<string, string> {
  return { ...PROTECTIVE_HEADERS, "Content-Security-Policy": contentSecurityPolicy(html) };
}

function contentSecurityPolicy(html: string): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes(html, INLINE_SCRIPT)].join(" "),
    ["style-src 'self'", ...hashes(html, INLINE_STYLE)].join(" "),
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ].join("; ");
}

function hashes(html: string, pattern: RegExp): string[] {
  const found = [...html.matchAll(pattern)].map(([, content = ""]) => {
    // Browsers hash the parsed text, which has no carriage returns.
    const text = content.replace(/\r\n?/g, "\n");
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
  return [...new Set(found)];
}
