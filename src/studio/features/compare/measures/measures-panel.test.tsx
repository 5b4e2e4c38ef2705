import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { openTestClip } from "#comparison/testing/open-media.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { MeasuresPanel } from "./measures-panel.tsx";

/** 12 moving frames, 8 still ones, 4 black ones and 12 of another shot: one and a half seconds. */
let edited: ClipMedia;
/** Small and blurred, without sound. */
let plain: ClipMedia;

function paintEdited(context: OffscreenCanvasRenderingContext2D, frame: number) {
  const { width, height } = context.canvas;
  context.fillStyle = frame < 20 ? "#345" : frame < 24 ? "#000" : "#fff";
  context.fillRect(0, 0, width, height);
  if (frame >= 20 && frame < 24) return;
  context.fillStyle = frame < 20 ? "#fff" : "#900";
  const shift = 4 * Math.min(frame, frame < 20 ? 11 : frame);
  for (let x = 0; x < width; x += 40)
    context.fillRect(x + (shift % 40), height / 3, 12, height / 3);
}

beforeAll(async () => {
  edited = await openTestClip({
    frames: 36,
    paint: paintEdited,
    sound: { codec: "pcm-s16", hertz: 997, level: 1.4 },
  });
  plain = await openTestClip({ width: 240, height: 136, frames: 36 });
});

async function show(left: ClipMedia = edited, right: ClipMedia = plain) {
  // Copies, because results are cached per clip and tests must not share them.
  const media = { left: { ...left }, right: { ...right } };
  const comparison = createFakeComparison({ media });
  const screen = await render(<MeasuresPanel compared={aCompared({ comparison })} />);
  const measure = () => screen.getByRole("button", { name: "Measure" }).click();
  const finish = async () => {
    await measure();
    await expect.element(screen.getByText("Both clips are measured.")).toBeInTheDocument();
  };
  return { comparison, screen, measure, finish };
}

describe("measured differences", () => {
  it("find cuts, freezes, black frames and clipping of a real clip and seek to them", async () => {
    const { comparison, screen, finish } = await show();
    await finish();
    const places = screen
      .getByRole("button")
      .elements()
      .map((each) => each.ariaLabel);
    expect(places).toEqual([
      "Cuts of Standard: 0.83 s",
      "Cuts of Standard: 1.00 s",
      "Frozen of Standard: 0.46–0.79 s",
      "Black of Standard: 0.83–0.96 s",
      "Clipped sound of Standard: 0.00–1.46 s",
    ]);
    await screen.getByRole("button", { name: /^Black of Standard/ }).click();
    expect(comparison.getState().frame).toBe(20);
    // A clipped full-scale sine is between a sine and a square wave in loudness.
    await expect
      .element(screen.getByText(/^Overall [01]\.\d LUFS, maximum.*true peak/))
      .toBeVisible();
    const clipped = screen.getByRole("region", { name: "Clipped sound" });
    await expect.element(clipped).toHaveTextContent("ProNo sound");
    const missing = screen.getByRole("region", { name: "Not found" }).getByRole("term");
    expect(missing.elements().map((each) => each.textContent)).toEqual(["Silence"]);
  });

  it("are shown for each frame, also by keyboard", async () => {
    const { comparison, screen, finish } = await show();
    await finish();
    const slider = screen.getByRole("slider", { name: "Sharpness: position" });
    await expect
      .element(slider)
      .toHaveAttribute(
        "aria-valuetext",
        expect.stringMatching(/^0.00 s, Standard [\d,]+, Pro [\d,]+$/),
      );
    slider.element().focus();
    await userEvent.keyboard("{ArrowRight}{End}");
    expect(comparison.getState().frame).toBe(35);
    const motion = screen.getByRole("slider", { name: "Motion: position" });
    await expect
      .element(motion)
      .toHaveAttribute(
        "aria-valuetext",
        expect.stringMatching(/^1.46 s, Standard .* % per second/),
      );
    comparison.goToFrame(20);
    // A new shot starts here, which doesn't count as motion.
    await expect
      .element(motion)
      .toHaveAttribute("aria-valuetext", expect.stringMatching(/^0.83 s, Standard no value/));
  });

  it("receive the focus when the button disappears", async () => {
    const { screen, finish } = await show();
    await finish();
    const slider = screen.getByRole("slider", { name: "Sharpness: position" }).element();
    await expect.poll(() => document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.contains(slider)).toBe(true);
  });

  it("are drawn at positions that include the offset", async () => {
    const { comparison, screen, finish } = await show(plain, edited);
    await finish();
    await expect.element(screen.getByRole("button", { name: "Cuts of Pro: 0.83 s" })).toBeVisible();
    comparison.setOffset(12);
    await expect.element(screen.getByRole("button", { name: "Cuts of Pro: 1.33 s" })).toBeVisible();
  });

  it("are cancelled on request, and when the panel closes", async () => {
    const { screen, measure } = await show();
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    // The job never makes progress.
    const post = vi.spyOn(Worker.prototype, "postMessage").mockImplementation(() => {});
    await measure();
    await expect.element(screen.getByRole("progressbar")).toBeVisible();
    await eventually(() => expect(post).toHaveBeenCalledTimes(1));
    await screen.getByRole("button", { name: "Cancel" }).click();
    await expect.element(screen.getByText("Cancelled. Nothing was saved.")).toBeVisible();
    expect(terminate).toHaveBeenCalledTimes(1);
    await measure();
    await eventually(() => expect(post).toHaveBeenCalledTimes(2));
    await screen.unmount();
    await eventually(() => expect(terminate).toHaveBeenCalledTimes(2));
  });

  it("are kept while the clips are open", async () => {
    const { comparison, screen, finish } = await show();
    await finish();
    await screen.unmount();
    const post = vi.spyOn(Worker.prototype, "postMessage");
    const again = await render(<MeasuresPanel compared={aCompared({ comparison })} isBlind />);
    await expect.element(again.getByRole("button", { name: "Cuts of A: 0.83 s" })).toBeVisible();
    expect(post).not.toHaveBeenCalled();
  });

  it("report a clip that cannot be decoded, and can be retried", async () => {
    const { screen, measure } = await show(edited, { ...plain, blob: new Blob(["gone"]) });
    await measure();
    await expect.element(screen.getByText(/stopped decoding Pro/)).toBeVisible();
    await screen.getByRole("button", { name: "Try again" }).click();
    await expect.element(screen.getByText(/stopped decoding Pro/)).toBeVisible();
  });

  it("have no axe violations in either theme", async () => {
    const { screen, finish } = await show();
    await finish();
    await expectAccessible(screen.container);
  });
});
