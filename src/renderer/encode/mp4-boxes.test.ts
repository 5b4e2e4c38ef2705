import { describe, expect, test } from "vitest";
import { boxesBetween } from "./mp4-boxes.ts";

const letters = (text: string) => [...Buffer.from(text, "latin1")];

/** A box with its size in 32 bits, by default the right one. */
function box(type: string, content: number[], size = content.length + 8): number[] {
  return [
    size >>> 24,
    (size >>> 16) & 255,
    (size >>> 8) & 255,
    size & 255,
    ...letters(type),
    ...content,
  ];
}

/** A box with its size in 64 bits. */
function largeBox(type: string, content: number[], size = content.length + 16): number[] {
  return [0, 0, 0, 1, ...letters(type), 0, 0, 0, 0, 0, 0, 0, size, ...content];
}

function read(bytes: number[], start = 0, end = bytes.length) {
  return boxesBetween(Uint8Array.from(bytes), start, end);
}

describe("the boxes of a file", () => {
  test("are found in order, with the places of their contents", () => {
    expect(read([...box("ftyp", [1, 2, 3]), ...box("free", []), ...box("mdat", [4])])).toEqual([
      { type: "ftyp", start: 8, end: 11 },
      { type: "free", start: 19, end: 19 },
      { type: "mdat", start: 27, end: 28 },
    ]);
  });

  test("may have sizes of 64 bits", () => {
    expect(read([...largeBox("mdat", [1, 2]), ...box("free", [])])).toEqual([
      { type: "mdat", start: 16, end: 18 },
      { type: "free", start: 26, end: 26 },
    ]);
  });

  test("may end with one that reaches to the end of the file", () => {
    expect(read([...box("free", []), ...box("mdat", [1, 2, 3], 0)])).toEqual([
      { type: "free", start: 8, end: 8 },
      { type: "mdat", start: 16, end: 19 },
    ]);
  });

  test("are those between two places, also in a part of a larger buffer", () => {
    const bytes = [...box("free", []), ...box("moov", box("trak", [1])), ...box("mdat", [])];
    expect(read(bytes, 16, 25)).toEqual([{ type: "trak", start: 24, end: 25 }]);
    const shifted = Uint8Array.from([9, 9, 9, ...bytes]).subarray(3);
    expect(boxesBetween(shifted, 16, 25)).toEqual([{ type: "trak", start: 24, end: 25 }]);
  });

  test("are none in an empty range, nor in one too short for a header", () => {
    expect(read([])).toEqual([]);
    expect(read([0, 0, 0, 7, 1, 1, 1])).toEqual([]);
  });

  test.each([
    ["smaller than its header", box("mdat", [], 7)],
    ["larger than the file", box("mdat", [1], 10)],
    ["smaller than its large header", largeBox("mdat", [], 15)],
    ["larger than the file, in 64 bits", largeBox("mdat", [], 17)],
  ])("are refused if one is %s", (_, bytes) => {
    expect(() => read(bytes)).toThrow("The MP4 box mdat has a wrong size.");
  });
});
