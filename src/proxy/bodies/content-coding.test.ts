import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codingsOf, type Decoded, decodeBytes } from "./content-coding.ts";

const TEXT = JSON.stringify({ id: "t", status: "queued", words: "a".repeat(500) });
const MAX_BYTES = 10_000;
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function decode(bytes: Uint8Array, header: string): Promise<Decoded> {
  return decodeBytes(bytes, codingsOf(header) ?? [], MAX_BYTES);
}

function textOf(decoded: Decoded): string {
  return decoded.ok ? new TextDecoder().decode(decoded.bytes) : decoded.reason;
}

describe("codingsOf", () => {
  it.each([
    [null, []],
    ["", []],
    ["identity", []],
    ["Identity, ", []],
    ["gzip", ["gzip"]],
    ["GZIP", ["gzip"]],
    ["x-gzip", ["gzip"]],
    [" deflate ", ["deflate"]],
    ["gzip, identity", ["gzip"]],
    ["identity,gzip", ["gzip"]],
    ["deflate, gzip", ["deflate", "gzip"]],
    ["br", null],
    ["zstd", null],
    ["compress", null],
    ["gzip, br", null],
    ["gzip;q=1", null],
    ["constructor", null],
    ["gzip, gzip, gzip", null],
  ])("parses %j as %j", (header, codings) => expect(codingsOf(header)).toEqual(codings));
});

describe("decodeBytes", () => {
  it.each([
    ["gzip", gzipSync(TEXT)],
    ["gzip in two members", Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
    ["deflate", deflateSync(TEXT)],
    ["deflate without the zlib wrapper", deflateRawSync(TEXT)],
    ["deflate, gzip", gzipSync(deflateSync(TEXT))],
    ["gzip, deflate", deflateSync(gzipSync(TEXT))],
    ["gzip, already decoded by the transport", bytesOf(TEXT)],
    ["deflate, already decoded by the transport", bytesOf(TEXT)],
  ])("decodes %s", async (name, bytes) => {
    const header = name.split(" ").filter((word) => /gzip|deflate/.test(word));
    expect(textOf(await decode(bytes, header.join(" ").replace(/,$/, "")))).toBe(TEXT);
  });

  it("restores any compressed content", async () => {
    const coding = fc.constantFrom(
      ["gzip", gzipSync] as const,
      ["deflate", deflateSync] as const,
      ["deflate", deflateRawSync] as const,
    );
    const property = fc.asyncProperty(fc.json(), coding, async (json, [header, compress]) => {
      expect(textOf(await decode(compress(json), header))).toBe(json);
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it.each([
    ["that is truncated", gzipSync(TEXT).subarray(0, -9)],
    ["without its last byte", gzipSync(TEXT).subarray(0, -1)],
    [
      "with a wrong checksum",
      gzipSync(TEXT).map((byte, at, { length }) => byte ^ +(at === length - 8)),
    ],
    ["with its middle overwritten", gzipSync(TEXT).fill(0xff, 12, 20)],
  ])("reports gzip %s as damaged", async (_name, bytes) => {
    expect(textOf(await decode(bytes, "gzip"))).toBe("damaged");
  });

  it.each([
    ["text with the first byte of a zlib header", bytesOf("xylophone"), "deflate"],
    ["bytes with the first byte of a gzip header", new Uint8Array([0x1f, 0x20, 0x41]), "gzip"],
    ["a single byte", new Uint8Array([0x78]), "deflate"],
    ["nothing", new Uint8Array(), "gzip"],
  ])("returns uncompressed bytes unchanged: %s", async (_name, bytes, header) => {
    expect(await decode(bytes, header)).toEqual({ ok: true, bytes });
  });

  it("decodes raw deflate whose padding looks like the header of zlib", async () => {
    const stored = [0x78, 0x01, 0x00, 0xfe, 0xff, 0x41];
    const end = [0x03, 0x00];
    expect(textOf(await decode(new Uint8Array([...stored, ...end]), "deflate"))).toBe("A");
  });

  it("stops at the limit for a decompression bomb", async () => {
    const zeros = new Uint8Array(4 * 1024 * 1024);
    const small = gzipSync(zeros);
    expect(textOf(await decode(small, "gzip"))).toBe("large");
    expect(textOf(await decode(gzipSync(small), "gzip, gzip"))).toBe("large");
    expect(textOf(await decode(deflateSync(zeros), "deflate"))).toBe("large");
  });
});
