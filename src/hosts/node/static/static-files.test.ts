import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { acceptsEncoding } from "./accept-encoding.ts";
import { loadStaticFiles } from "./static-files.ts";

const SCRIPT = "document.documentElement.dataset.theme='dark'";
const HTML = `<!doctype html><style>a{color:red}</style><script>${SCRIPT}</script>
<script type="module" src="/assets/app-1a2b.js"></script><p>Kirin</p>`;
const BUILD = {
  "index.html": HTML,
  "index.html.br": "br of index",
  "favicon.svg": "<svg/>",
  "assets/app-1a2b.js": "let a",
  "assets/app-1a2b.js.br": "br of app",
  "assets/app-1a2b.js.gz": "gz of app",
  "assets/a b.woff2": "font",
};

/** Serves a built studio from disk; another file is next to its directory. */
async function open(files: Record<string, string> = BUILD) {
  const parent = await mkdtemp(join(tmpdir(), "static-files-"));
  onTestFinished(() => rm(parent, { recursive: true }));
  const root = join(parent, "studio");
  await mkdir(root);
  await writeFile(join(parent, "secret.txt"), "secret");
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  const site = await loadStaticFiles(root);
  return (path: string, headers: HeadersInit = {}, method = "GET") =>
    site.fetch(new Request(`http://localhost:4173${path}`, { headers, method }));
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the built studio", () => {
  it.each(["/", "/index.html", "/library", "/generations/abc", "/usage?x=1"])(
    "serves the page at %s, with revalidation on each request",
    async (path) => {
      const response = (await open())(path, { Accept: "text/html", "Sec-Fetch-Mode": "navigate" });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(HTML);
      expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("Cache-Control")).toBe("no-cache");
      // A client that names no types accepts any.
      expect((await open())(path).status).toBe(200);
    },
  );

  it.each([
    ["/assets/gone-9z.js", {}],
    ["/assets/deep", { Accept: "text/html" }],
    ["/nothing.png", { Accept: "text/html" }],
    ["/library", { "Sec-Fetch-Mode": "cors" }],
    ["/library", { Accept: "application/json" }],
    ["/../secret.txt", {}],
    ["/%2e%2e/secret.txt", {}],
    ["/..%2fsecret.txt", {}],
    ["/assets/..%5c..%5csecret.txt", {}],
    ["/%00.txt", {}],
    ["/%E0%A4%A.txt", {}],
    ["/assets/app-1a2b.js.br", {}],
  ])("returns 404 at %s %j", async (path, headers) => {
    expect((await open())(path, headers).status).toBe(404);
  });

  it("marks hashed files as immutable and sets their content types", async () => {
    const get = await open();
    const script = get("/assets/app-1a2b.js");
    expect(script.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(get("/assets/a%20b.woff2").headers.get("Content-Type")).toBe("font/woff2");
    expect(get("/favicon.svg").headers.get("Content-Type")).toBe("image/svg+xml");
  });

  it("serves the best precompressed form", async () => {
    const get = await open();
    const ask = async (accepted: string) => {
      const response = get("/assets/app-1a2b.js", { "Accept-Encoding": accepted });
      expect(response.headers.get("Vary")).toBe("Accept-Encoding");
      const text = await response.text();
      expect(response.headers.get("Content-Length")).toBe(String(text.length));
      return [response.headers.get("Content-Encoding"), text];
    };
    expect(await ask("gzip, deflate, br, zstd")).toEqual(["br", "br of app"]);
    expect(await ask("gzip;q=0.5, br;q=0")).toEqual(["gzip", "gz of app"]);
    expect(await ask("*")).toEqual(["br", "br of app"]);
    expect(await ask("identity")).toEqual([null, "let a"]);
    expect(get("/favicon.svg").headers.has("Vary")).toBe(false);
  });

  it("serves a compressed file that is no copy of another one", async () => {
    const get = await open({ ...BUILD, "assets/clip.gz": "packed" });
    const response = get("/assets/clip.gz", { "Accept-Encoding": "gzip" });
    expect([response.status, await response.text()]).toEqual([200, "packed"]);
    expect(response.headers.has("Content-Encoding")).toBe(false);
  });

  it("answers 304 for a matching ETag; each compressed form has its own", async () => {
    const get = await open();
    const plain = get("/").headers.get("ETag") ?? "";
    const packed = get("/", { "Accept-Encoding": "br" }).headers.get("ETag") ?? "";
    expect(plain).not.toBe(packed);
    for (const tag of [plain, `W/${plain}`, `"x", ${plain}`, "*"]) {
      const response = get("/", { "If-None-Match": tag });
      expect([response.status, await response.text()]).toEqual([304, ""]);
      expect(response.headers.get("ETag")).toBe(plain);
      expect(response.headers.get("Cache-Control")).toBe("no-cache");
    }
    expect(get("/", { "If-None-Match": packed }).status).toBe(200);
  });

  it("answers HEAD without a body and refuses other methods", async () => {
    const get = await open();
    const head = get("/", {}, "HEAD");
    expect(head.headers.get("Content-Length")).toBe(String(HTML.length));
    expect(await head.text()).toBe("");
    const post = get("/", {}, "POST");
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("fails to load without a build", async () => {
    await expect(open({ "favicon.svg": "" })).rejects.toThrow(/^No built studio/);
  });
});

describe("the page's security policy", () => {
  it("allows only the page's own scripts, inline ones by hash, and no framing", async () => {
    const get = await open();
    const { headers } = get("/");
    const policy = new Map(
      (headers.get("Content-Security-Policy") ?? "").split("; ").map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values.join(" ")];
      }),
    );
    expect(policy.get("script-src")).toBe(`'self' ${hash(SCRIPT)}`);
    expect(policy.get("style-src")).toBe(`'self' ${hash("a{color:red}")}`);
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("default-src")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
    expect(policy.get("form-action")).toBe("'self'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.has("style-src-attr")).toBe(false);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(get("/nothing.png").headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it.each([
    ["/", "GET"],
    ["/nothing.png", "GET"],
    ["/", "POST"],
    ["/%00", "GET"],
    ["/%ff", "GET"],
    ["/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "GET"],
    ["//etc//passwd", "GET"],
    [`/${"a".repeat(8000)}.js`, "GET"],
  ])("is on every response: %s by %s", async (path, method) => {
    const get = await open();
    const { status, headers } = get(path, {}, method);
    expect(status).toBeLessThan(500);
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  });

  it("hashes scripts without carriage returns, as browsers do", async () => {
    const get = await open({ "index.html": "<script>a\r\nb</script>" });
    expect(get("/").headers.get("Content-Security-Policy")).toContain(hash("a\nb"));
  });
});

describe("acceptsEncoding", () => {
  it.each([
    [null, false],
    ["", false],
    ["br", true],
    ["BR;Q=1", true],
    ["gzip, br;q=0.001", true],
    ["br;q=0", false],
    ["*;q=0, br", true],
    ["br;q=x", false],
  ])("%j accepts br: %s", (header, expected) =>
    expect(acceptsEncoding(header, "br")).toBe(expected),
  );
});
