import { expect, test } from "vitest";
import { boxesBetween, type Mp4Box } from "./mp4-boxes.ts";
import { clearCreationTimes } from "./mp4-creation-times.ts";

/** A box with a 32-bit size. */
function box(type: string, content: number[]): number[] {
  return [0, 0, 0, content.length + 8, ...Buffer.from(type, "latin1"), ...content];
}

/** A header box: version, flags, two times, and a value that must not change. */
function header(type: string, version: 0 | 1): number[] {
  const times = Array.from({ length: version === 1 ? 16 : 8 }, () => 0xee);
  return box(type, [version, 0, 0, 7, ...times, 0xab]);
}

function find(file: Uint8Array, path: string[], within?: Mp4Box): Mp4Box | undefined {
  const [type, ...rest] = path;
  const start = within?.start ?? 0;
  const found = boxesBetween(file, start, within?.end ?? file.length).find(
    (candidate) => candidate.type === type,
  );
  return found && rest.length > 0 ? find(file, rest, found) : found;
}

test.for([0, 1] as const)(
  "sets the times of version %i to zero and changes nothing else",
  (version) => {
    const track = box("trak", [
      ...header("tkhd", version),
      ...box("mdia", header("mdhd", version)),
    ]);
    const file = Uint8Array.from([
      ...box("ftyp", [0xee]),
      ...box("moov", [...header("mvhd", version), ...track]),
      ...box("mdat", [0xee, 0xee]),
    ]);
    clearCreationTimes(file);
    for (const path of [
      ["moov", "mvhd"],
      ["moov", "trak", "tkhd"],
      ["moov", "trak", "mdia", "mdhd"],
    ]) {
      const found = find(file, path);
      const content = [...file.subarray(found?.start, found?.end)];
      const zeros = Array.from({ length: version === 1 ? 16 : 8 }, () => 0);
      expect(content).toEqual([version, 0, 0, 7, ...zeros, 0xab]);
    }
    expect([...file.subarray(-2)]).toEqual([0xee, 0xee]);
  },
);

test("rejects a box that is larger than its file", () => {
  expect(() => clearCreationTimes(Uint8Array.from([0, 0, 0, 99, 0, 0, 0, 0]))).toThrow(
    "wrong size",
  );
});
