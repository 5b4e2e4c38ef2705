/**
 * Serves the built studio. All files are read into memory once, so requests cannot reach other files and a
 * concurrent build cannot mix two versions.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { acceptsEncoding } from "./accept-encoding.ts";
import { contentTypeOf } from "./content-types.ts";
import { securityHeaders } from "./security-headers.ts";

type Encoding = "br" | "gzip" | "identity";

interface StaticFile {
  /** The file, uncompressed and as compressed by the build. */
  bodies: Map<Encoding, Uint8Array<ArrayBuffer>>;
  hash: string;
  contentType: string;
}

export interface StaticFiles {
  fetch(request: Request): Response;
}

const INDEX = "/index.html";
/** Best first. */
const COMPRESSED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Reads a directory of built files. Rejects when it contains no `index.html`. */
export async function loadStaticFiles(directory: string): Promise<StaticFiles> {
  const files = await readAll(directory);
  const index = files.get(INDEX);
  const html = index?.bodies.get("identity");
  if (!index || !html) throw new Error(`No built studio found in ${directory}.`);
  const headers = securityHeaders(new TextDecoder().decode(html));
  return {
    fetch(request) {
      if (request.method !== "GET" && request.method !== "HEAD") {
        return new Response(null, { status: 405, headers: { ...headers, Allow: "GET, HEAD" } });
      }
      const path = pathOf(request);
      const file = files.get(path) ?? (isNavigation(request, path) ? index : undefined);
      if (!file) return new Response("Not found", { status: 404, headers });
      // File names under /assets/ contain a content hash; other files may change with the next build.
      const isImmutable = path.startsWith("/assets/");
      const caching = isImmutable ? "public, max-age=31536000, immutable" : "no-cache";
      return serve(request, file, { ...headers, "Cache-Control": caching });
    },
  };
}

function serve(request: Request, file: StaticFile, common: Record<string, string>): Response {
  const accepted = request.headers.get("Accept-Encoding");
  const encoding: Encoding =
    COMPRESSED.map(([name]) => name).find(
      (name) => file.bodies.has(name) && acceptsEncoding(accepted, name),
    ) ?? "identity";
  const body = file.bodies.get(encoding) ?? new Uint8Array();
  const etag = `"${file.hash}-${encoding}"`;
  const headers = new Headers(common);
  headers.set("ETag", etag);
  if (file.bodies.size > 1) headers.set("Vary", "Accept-Encoding");
  if (isKnown(request.headers.get("If-None-Match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", file.contentType);
  headers.set("Content-Length", String(body.byteLength));
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

/**
 * Whether an `If-None-Match` header matches: a list of tags, including weak ones, or an asterisk (RFC 9110,
 * 13.1.2).
 */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  try {
    return pathname === "/" ? INDEX : decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Whether the client-side router handles the path: a page navigation to a path without a file extension. */
function isNavigation({ headers }: Request, path: string): boolean {
  if (/\.[a-z0-9]{1,8}$/i.test(path) || path.startsWith("/assets/")) return false;
  const mode = headers.get("Sec-Fetch-Mode");
  if (mode !== null && mode !== "navigate") return false;
  const accept = headers.get("Accept");
  return accept === null || /text\/html|\*\/\*/.test(accept);
}

async function readAll(directory: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const present = new Set(names);
  const isVariant = (name: string) =>
    COMPRESSED.some(([, ending]) => name.endsWith(ending) && present.has(name.slice(0, -3)));
  const files = new Map<string, StaticFile>();
  for (const name of names.filter((each) => !isVariant(each))) {
    const body = await readFile(join(directory, name));
    const bodies = new Map<Encoding, Uint8Array<ArrayBuffer>>([["identity", body]]);
    for (const [encoding, ending] of COMPRESSED) {
      if (present.has(name + ending)) {
        bodies.set(encoding, await readFile(join(directory, name + ending)));
      }
    }
    const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const path = `/${name.split(sep).join("/")}`;
    files.set(path, { bodies, hash, contentType: contentTypeOf(name) });
  }
  return files;
}
