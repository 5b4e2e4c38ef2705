import { describe, expect, it } from "vitest";
import { SNIFF_BYTES, sniffVideoType } from "./clip-type.ts";
import { createClipTypeCache } from "./clip-type-cache.ts";

const start = (first: readonly number[], text = "") =>
  new Uint8Array([...first, ...new TextEncoder().encode(text)]);

describe("the type of a file by its first bytes", () => {
  it.each([
    ["an MP4", start([0, 0, 0, 24], "ftypisom"), "video/mp4"],
    ["an MP4 of any box length", start([0x66, 0x66, 0x66, 0x66], "ftyp"), "video/mp4"],
    ["a QuickTime file", start([0, 0, 1, 0], "moov"), "video/mp4"],
    ["a box of almost 150 MB", start([8, 0xff, 0xff, 0xff], "mdat"), "video/mp4"],
    ["a WebM", start([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4]), "video/webm"],
  ])("is found: %s", (_name, bytes, type) => expect(sniffVideoType(bytes)).toBe(type));

  it.each(["styp", "moov", "moof", "mdat", "free", "skip", "wide"])(
    "is found if the first box is %s",
    (box) => expect(sniffVideoType(start([0, 0, 0, 8], box))).toBe("video/mp4"),
  );

  it.each([
    ["nothing", start([])],
    ["an MP4 cut short", start([0, 0, 0, 24], "fty")],
    ["a WebM cut short", start([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3])],
    ["text with a box name in its place", start([], "The free moov")],
    ["white space before a box name", start([9, 10, 10, 10], "free")],
    ["an unknown box", start([0, 0, 0, 24], "ilst")],
  ])("is not a video: %s", (_name, bytes) => expect(sniffVideoType(bytes)).toBeNull());

  it("needs no more than the first bytes", () => {
    const bytes = start([0, 0, 0, 24], "ftypisom and more");
    expect(sniffVideoType(bytes.subarray(0, SNIFF_BYTES))).toBe("video/mp4");
  });
});

describe("the cache of types", () => {
  it("keeps the 256 addresses that were set last", () => {
    const types = createClipTypeCache();
    types.set("https://c/first", "video/mp4");
    for (let file = 0; file < 254; file += 1) types.set(`https://c/${file}`, "video/webm");
    types.set("https://c/first", "video/webm");
    types.set("https://c/254", "video/mp4");
    expect(types.get("https://c/0")).toBe("video/webm");
    types.set("https://c/255", "video/mp4");
    expect(types.get("https://c/0")).toBeNull();
    expect(types.get("https://c/1")).toBe("video/webm");
    expect(types.get("https://c/first")).toBe("video/webm");
    expect(types.get("https://c/255")).toBe("video/mp4");
  });
});
