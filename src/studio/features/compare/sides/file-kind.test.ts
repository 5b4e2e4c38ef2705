import { expect, it } from "vitest";
import { mayBeClip } from "./file-kind.ts";

it("accepts video files by type or by name, and nothing else", () => {
  expect(mayBeClip({ type: "video/quicktime", name: "cut" })).toBe(true);
  expect(mayBeClip({ type: "", name: "CUT.MKV" })).toBe(true);
  expect(mayBeClip({ type: "application/octet-stream", name: "cut.mp4" })).toBe(true);
  expect(mayBeClip({ type: "text/plain", name: "mp4.txt" })).toBe(false);
  expect(mayBeClip({ type: "image/gif", name: "cut.gif" })).toBe(false);
});
