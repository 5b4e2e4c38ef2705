import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createFakeComparison, type FakeComparison } from "#comparison/testing/fake-comparison.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { Scrubber } from "./scrubber.tsx";
import { ThumbnailStrip } from "./thumbnail-strip.tsx";
import "#studio/app/tokens.css";

const WIDTH = 1190;

async function show(comparison: FakeComparison) {
  const screen = await render(
    <div style={{ width: WIDTH }}>
      <Scrubber comparison={comparison}>
        <div style={{ height: 44 }} />
      </Scrubber>
    </div>,
  );
  return screen;
}

/** Presses, moves and releases a pointer on an element. Positions are pixels from the strip's left edge. */
function drag(element: Element, strip: Element, ...places: number[]) {
  const { left, top } = strip.getBoundingClientRect();
  const send = (type: string, place: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        clientX: left + place,
        clientY: top + 5,
      }),
    );
  // Only real pointers can be captured.
  let isCaptured = false;
  const fakes = [
    vi.spyOn(Element.prototype, "setPointerCapture").mockImplementation(() => {
      isCaptured = true;
    }),
    vi.spyOn(Element.prototype, "hasPointerCapture").mockImplementation(() => isCaptured),
  ];
  send("pointerdown", places[0] ?? 0);
  for (const place of places) send("pointermove", place);
  isCaptured = false;
  send("lostpointercapture", places.at(-1) ?? 0);
  for (const fake of fakes) fake.mockRestore();
}

describe("the strip", () => {
  it("follows the pointer, and playback resumes afterwards", async () => {
    const comparison = createFakeComparison({ state: { isPlaying: true } });
    const scrubTo = vi.spyOn(comparison, "scrubTo");
    const screen = await show(comparison);
    const strip = screen.getByRole("slider").element().parentElement;
    if (!strip) throw new Error("no strip");
    drag(strip, strip, 100, 200, 5000);
    expect(scrubTo.mock.calls.map(([frame]) => frame)).toEqual([10, 10, 20, 119]);
    expect(comparison.getState()).toMatchObject({ frame: 119, isPlaying: true });
  });

  it("is a slider that moves by keyboard: by a frame, by a second, to the ends", async () => {
    const comparison = createFakeComparison({ state: { frame: 48 } });
    const slider = (await show(comparison)).getByRole("slider", { name: "Position" });
    await userEvent.tab();
    await expect.element(slider).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{PageUp}");
    expect(comparison.getState().frame).toBe(73);
    await expect.element(slider).toHaveAttribute("aria-valuetext", "3.04 s, frame 74 of 120");
    await userEvent.keyboard("{End}");
    await expect.element(slider).toHaveValue("119");
    await userEvent.keyboard("{Home}");
    expect(comparison.getState().frame).toBe(0);
  });

  it("does not announce every frame during playback", async () => {
    const comparison = createFakeComparison({ state: { isPlaying: true } });
    const slider = (await show(comparison)).getByRole("slider", { name: "Position" });
    comparison.set({ frame: 30 });
    await expect.element(slider).toHaveValue("0");
    comparison.set({ isPlaying: false });
    await expect.element(slider).toHaveValue("30");
  });
});

describe("the marks", () => {
  const region = { startFrame: 20, endFrame: 80 };

  it("can be dragged without a jump, and show their frame", async () => {
    const comparison = createFakeComparison({ state: { region } });
    const screen = await show(comparison);
    const mark = screen.getByRole("slider", { name: "Loop start" }).element();
    const strip = mark.parentElement;
    if (!strip) throw new Error("no strip");
    drag(mark, strip, 190, 290);
    expect(comparison.getState()).toMatchObject({
      region: { startFrame: 30, endFrame: 80 },
      frame: 30,
    });
  });

  it("move by keyboard, and not past each other", async () => {
    const comparison = createFakeComparison({ state: { region } });
    const screen = await show(comparison);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    const mark = screen.getByRole("slider", { name: "Loop end" });
    await expect.element(mark).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}{PageDown}");
    await expect.element(mark).toHaveAttribute("aria-valuetext", "2.29 s, frame 56 of 120");
    expect(comparison.getState().frame).toBe(55);
    await userEvent.keyboard("{Home}");
    expect(comparison.getState().region).toEqual({ startFrame: 20, endFrame: 20 });
  });
});

describe("the thumbnails", () => {
  // Their height, and so their number, follows the window's.
  beforeEach(() => page.viewport(1280, 800));

  async function* pictures(_: unknown, { count, height }: { count: number; height: number }) {
    for (let frame = 0; frame < count; frame += 1) {
      const canvas = new OffscreenCanvas(height * 2, height);
      canvas.getContext("2d")?.fillRect(0, 0, height * 2, height);
      yield { frame, image: await createImageBitmap(canvas) };
    }
  }

  it("load while playback is paused, and fill both rows", async () => {
    const comparison = createFakeComparison({ state: { isPlaying: true } });
    const makePictures = vi.fn(pictures);
    const { container } = await render(
      <div style={{ width: 400 }}>
        <ThumbnailStrip comparison={comparison} makePictures={makePictures} />
      </div>,
    );
    await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve)));
    expect(makePictures).not.toHaveBeenCalled();
    comparison.pause();
    const places = [...container.querySelectorAll("canvas")];
    expect(places.length).toBe(2 * 5);
    await eventually(() => expect(places.every(({ width }) => width > 1)).toBe(true));
    expect(makePictures.mock.calls.map(([media]) => media)).toEqual([
      comparison.media.left,
      comparison.media.right,
    ]);
  });

  it("never make the page wider than the window", async () => {
    const comparison = createFakeComparison();
    const { container } = await render(
      <div style={{ display: "grid", width: 400 }}>
        <main>
          <ThumbnailStrip comparison={comparison} makePictures={pictures} />
        </main>
      </div>,
    );
    const places = [...container.querySelectorAll("canvas")];
    await eventually(() => expect(places.every(({ width }) => width > 1)).toBe(true));
    expect(container.querySelector("main")?.clientWidth).toBe(400);
  });

  it("are aligned with their clip in time", async () => {
    const comparison = createFakeComparison({
      media: { right: { frameCount: 60 } },
      state: { offsetFrames: 30 },
    });
    const { container } = await render(
      <div style={{ width: 400 }}>
        <ThumbnailStrip comparison={comparison} makePictures={pictures} />
      </div>,
    );
    const row = container.querySelector("[data-side='right']")?.getBoundingClientRect();
    const strip = row && container.firstElementChild?.getBoundingClientRect();
    expect([(row?.left ?? 0) - (strip?.left ?? 0), row?.width]).toEqual([100, 200]);
  });
});
