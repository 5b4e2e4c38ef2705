import { describe, expect, it } from "vitest";
import { aClipMedia } from "#comparison/testing/fake-comparison.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { aCompletedEntry, aCompletedGeneration, atSecond } from "#studio/testing/fixtures.ts";
import { compareRequests, type FactRow, type FactSubject, factGroups } from "./fact-rows.ts";

const std: FactSubject = {
  name: "Standard",
  entry: aCompletedEntry({
    runningAt: atSecond(10),
    request: { prompt: "Sea", duration: "10" },
    generation: aCompletedGeneration({ usage: { cost: "0.42", discount: 1 } }),
  }),
  media: aClipMedia({ width: 1280, height: 720, sound: null }),
};
const pro: FactSubject = {
  name: "Pro",
  entry: aCompletedEntry({
    runningAt: atSecond(10),
    endedAt: atSecond(200),
    request: { prompt: "Sea", mode: "pro", duration: "10", sound: "on" },
    generation: aCompletedGeneration({ usage: { cost: "1.40", discount: 1 } }),
  }),
  media: aClipMedia({ width: 1920, height: 1080 }),
};
const file: FactSubject = { name: "cut.mp4", entry: null, media: aClipMedia() };

function texts(rows: readonly FactRow[]): string[] {
  return rows.map(({ label, left, right }) => `${label}: ${left} / ${right}`);
}

describe("the facts of two clips", () => {
  it("lists differences first: parameters, file, times and costs", () => {
    const { differing, same, knownForOneSide } = factGroups({ left: std, right: pro });
    expect(texts(differing)).toEqual([
      "Mode: Standard / Pro",
      "Requested sound: Off / On",
      "Resolution: 1280 × 720 / 1920 × 1080",
      "Sound: None / AAC (mp4a.40.2), stereo, 48 kHz, 128 kbit/s",
      "Rendering time: 50 s / 3 min 10 s",
      "Total time: 1 min 00 s / 3 min 20 s",
      "Cost: $0.42 / $1.40",
      "Cost per second: $0.042 / $0.14",
    ]);
    expect(texts(same)).toContain("Frame rate: 24 fps / 24 fps");
    expect(texts(same)).toContain("Codec: H.264 (avc1.64001f) / H.264 (avc1.64001f)");
    expect(knownForOneSide).toEqual([]);
  });

  it.each([
    ["avc1.64001f", "H.264 (avc1.64001f)"],
    ["avc", "H.264"],
    ["hvc1.1.6.L93.B0", "H.265 (hvc1.1.6.L93.B0)"],
    ["hev1.1.6", "H.265 (hev1.1.6)"],
    ["hevc", "H.265"],
    ["av01.0.04M.08", "AV1 (av01.0.04M.08)"],
    ["av1", "AV1"],
    ["vp09.00.10.08", "VP9 (vp09.00.10.08)"],
    ["vp9", "VP9"],
    ["vp08.00", "VP8 (vp08.00)"],
    ["vp8", "VP8"],
    ["mp4a.40.2", "AAC (mp4a.40.2)"],
    ["aac", "AAC"],
    ["Opus", "Opus"],
    ["pcm-s16", "PCM"],
    ["theora", "theora"],
    ["xavc1.1", "xavc1.1"],
  ])("names the codec %s %s", (codec, name) => {
    const clip = { ...file, media: aClipMedia({ codec }) };
    expect(texts(factGroups({ left: clip, right: clip }).same)).toContain(
      `Codec: ${name} / ${name}`,
    );
  });

  it("uses Kirin's defaults for omitted parameters", () => {
    const named = { ...std, entry: aCompletedEntry({ request: { prompt: "Sea", mode: "std" } }) };
    const silent = { ...std, entry: aCompletedEntry({ request: { prompt: "Sea" } }) };
    expect(factGroups({ left: named, right: silent }).differing).toEqual([]);
  });

  it("shows costs in their units with every digit", () => {
    const costing = (usage: { cost: string; currency?: string }): FactSubject => ({
      ...std,
      entry: aCompletedEntry({
        request: { prompt: "Sea" },
        generation: aCompletedGeneration({ usage: { discount: 1, ...usage } }),
      }),
    });
    const costs = (left: FactSubject, right: FactSubject) => {
      const { differing, knownForOneSide } = factGroups({ left, right });
      return texts([...differing, ...knownForOneSide]).filter((text) => text.startsWith("Cost"));
    };
    expect(
      costs(costing({ cost: "35", currency: "credit" }), costing({ cost: "0.0000001" })),
    ).toEqual(["Cost: 35 credits / $0.0000001", "Cost per second: 7 credits / $0.00000002"]);
    expect(costs(costing({ cost: "0,35" }), costing({ cost: "0.35" }))).toEqual([
      "Cost: 0,35 USD (as reported) / $0.35",
      "Cost per second: null / $0.07",
    ]);
  });

  it("doesn't mark as different what is known for one clip only", () => {
    const { differing, knownForOneSide } = factGroups({ left: file, right: pro });
    expect(texts(differing)).toEqual(["Resolution: 320 × 180 / 1920 × 1080"]);
    expect(texts(knownForOneSide)).toContain("Cost: null / $1.40");
  });

  it("recognises equal requests", () => {
    const asked = (request: Partial<KirinRequest>) =>
      aCompletedEntry({ request: { prompt: "Sea", ...request } });
    const plain = asked({});
    expect(
      compareRequests({ left: plain, right: asked({ mode: "std", negative_prompt: "" }) }),
    ).toBe("all");
    expect(compareRequests({ left: plain, right: asked({ mode: "pro" }) })).toBe("all-but-mode");
    expect(compareRequests({ left: plain, right: asked({ mode: "pro", sound: "on" }) })).toBe(
      "not",
    );
    expect(compareRequests({ left: plain, right: asked({ prompt: "Lake" }) })).toBe("not");
    expect(compareRequests({ left: plain, right: asked({ negative_prompt: "cars" }) })).toBe("not");
    expect(compareRequests({ left: plain, right: null })).toBeNull();
  });

  it("lists every fact exactly once", () => {
    const { differing, same, knownForOneSide } = factGroups({ left: std, right: pro });
    const labels = [...differing, ...same, ...knownForOneSide].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toHaveLength(19);
  });
});
