import { expect, it } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import type { SideClip } from "../sides/side-clip.ts";
import { exportFileName } from "./file-names.ts";

const file: SideClip = { key: "file", name: "My cut.mp4", entry: null, blob: new Blob() };

it("contains the prompt, the compared sides and the kind of export", () => {
  const entry = anEntry({ request: { prompt: "A lighthouse at dusk." } });
  const pro: SideClip = { ...file, name: "Pro", entry };
  expect(exportFileName({ left: file, right: pro }, "frame-31", "png")).toBe(
    "lighthouse-at-dusk_my-cut-mp4-and-pro_frame-31.png",
  );
  expect(exportFileName({ left: file, right: file }, "comparison", "mp4")).toBe(
    "my-cut-mp4-and-my-cut-mp4_comparison.mp4",
  );
});
