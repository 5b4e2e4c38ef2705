import { describe, expect, it } from "vitest";
import { createTimeline } from "#comparison/clock/timeline.ts";
import { CAPTION_COLOUR } from "#comparison/export/captions.ts";
import { exportView } from "#comparison/export/paint-frame.ts";
import { INITIAL_VIEW, type ViewState } from "#comparison/geometry/view-state.ts";
import { aClipMedia } from "#comparison/testing/fake-comparison.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import type { SideClip } from "../sides/side-clip.ts";
import { captionsOf, frameText, namesOf } from "./captions.ts";

function aSide(name: string, mode: "std" | "pro" | null): SideClip {
  const entry = mode && aCompletedEntry({ id: name, request: { prompt: "Sea", mode } });
  return { key: name, name, entry, blob: new Blob() };
}

const pair = { left: aSide("Standard", "std"), right: aSide("Pro", "pro") };

function textsOf(view: Partial<ViewState>) {
  const captions = captionsOf(pair, exportView({ ...INITIAL_VIEW, ...view }));
  return "both" in captions ? captions.both.text : [captions.left.text, captions.right.text];
}

describe("captions of an export", () => {
  it("have the colours of the modes only if the modes differ", () => {
    const { left, right } = namesOf(pair);
    expect(left.colour).not.toBe(right.colour);
    expect([left.colour, right.colour]).not.toContain(CAPTION_COLOUR);
    const same = namesOf({ left: pair.left, right: aSide("Standard 2", "std") });
    expect([same.left.colour, same.right.colour]).toEqual([CAPTION_COLOUR, CAPTION_COLOUR]);
  });

  it("name each side, with its position if the divider is horizontal", () => {
    expect(textsOf({ view: "side" })).toEqual(["Standard", "Pro"]);
    expect(textsOf({ view: "wipe" })).toEqual(["Standard", "Pro"]);
    expect(textsOf({ view: "wipe", isHorizontal: true })).toEqual([
      "Standard (above)",
      "Pro (below)",
    ]);
  });

  it("are one text in views that show both sides in one picture", () => {
    expect(textsOf({ view: "overlay", opacity: 0.25 })).toBe("Pro 25 % over Standard");
    expect(textsOf({ view: "difference", gain: 8 })).toBe("Standard − Pro · 8×");
  });

  it("count the frames of each side from 1", () => {
    const media = aClipMedia();
    const timeline = createTimeline({ left: media, right: media }, 2);
    expect(frameText(timeline, 12)).toBe("0.50 s · frames 13 and 11");
  });
});
