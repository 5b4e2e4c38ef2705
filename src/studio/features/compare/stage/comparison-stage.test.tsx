import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible } from "#studio/testing/axe.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { showComparisonStage as show } from "../testing/show-comparison-stage.tsx";

afterEach(() => {});

describe("views", () => {
  it("change by keyboard, and keep time, zoom and play state", async () => {
    const { compared, comparison, colourAt } = await show({ view: { zoom: 3 } });
    comparison.set({ frame: 7, isPlaying: true });
    const picture = page.getByRole("img");
    for (const [key, name] of [
      ["2", "Standard on the left and Pro on the right of a divider at 50 % of the width"],
      ["3", "Pro over Standard, 50 % opaque"],
      ["4", "Standard and Pro alternating every 500 ms"],
      ["5", "Difference between Standard and Pro, amplified 4×"],
      ["1", "Standard and Pro, side by side"],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(picture).toHaveAccessibleName(`${name}. Zoom 300 %.`);
    }
    await expect.element(page.getByRole("status")).toHaveTextContent("Side by side");
    expect(comparison.getState()).toMatchObject({ frame: 7, isPlaying: true });
    expect(compared.view.getState().zoom).toBe(3);
    await eventually(() =>
      expect([colourAt(0.2, 0.2), colourAt(0.8, 0.8)]).toEqual(["left", "right"]),
    );
  });

  it("label the sides on the picture", async () => {
    const { container } = await show({ view: { view: "blink", blinkMs: null } });
    const labels = () => container.querySelector("[aria-hidden=true].absolute")?.textContent;
    expect(labels()).toBe("Standard");
    await userEvent.keyboard("{b>}");
    await eventually(() => expect(labels()).toBe("Pro"));
    await userEvent.keyboard("{/b}");
    await eventually(() => expect(labels()).toBe("Standard"));
    await userEvent.keyboard("2");
    await eventually(() => expect(labels()).toBe("StandardPro"));
  });

  it("have no axe violations in either theme", async () => {
    const { container } = await show({ media: { left: { width: 640, height: 640 } } });
    await userEvent.keyboard("g");
    for (const view of ["Side by side", "Wipe", "Overlay", "Blink", "Difference"]) {
      await page.getByRole("radio", { name: view, exact: true }).click();
      await expectAccessible(container);
    }
  });
});

describe("the wipe's divider", () => {
  it("moves by keyboard, and announces its position", async () => {
    const { colourAt } = await show({ view: { view: "wipe" } });
    expect(colourAt(0.45, 0.5)).toBe("left");
    const slider = page.getByRole("slider", { name: "Divider" });
    (await slider.element()).focus();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{PageUp}");
    await expect.element(slider).toHaveAttribute("aria-valuetext", "Standard 38 %");
    await eventually(() => expect(colourAt(0.45, 0.5)).toBe("right"));
    await userEvent.keyboard("{End}");
    await eventually(() => expect(colourAt(0.9, 0.5)).toBe("left"));
  });

  it("can be dragged from anywhere while the whole picture is visible, and a click does not move it", async () => {
    const { canvas, compared } = await show({ view: { view: "wipe" } });
    const divider = () => compared.view.getState().divider;
    await userEvent.click(canvas, { position: { x: 600, y: 100 } });
    expect(divider()).toBe(0.5);
    await userEvent.dragAndDrop(canvas, canvas, {
      sourcePosition: { x: 600, y: 100 },
      targetPosition: { x: 200, y: 120 },
    });
    expect(divider()).toBeLessThan(0.5);
  });
});

describe("a blind comparison", () => {
  it("shows neither the names of the sides nor their sizes", async () => {
    const { container } = await show({
      isBlind: true,
      media: { left: { width: 1280, height: 720 }, right: { width: 1920, height: 1080 } },
    });
    await expect.element(page.getByRole("img")).toHaveAccessibleName(/^A and B, side by side/);
    await page.getByRole("button", { name: "How the clips are fitted" }).click();
    await expect.element(page.getByText("Both are shown at 1280 × 720.")).toBeVisible();
    expect(container.innerHTML).not.toMatch(/standard|pro\b|std|1920/i);
  });

  it.each([
    ["two std clips", { width: 1280, height: 720 }],
    ["two pro clips", { width: 1920, height: 1080 }],
  ])("describes %s like any other two", async (_, size) => {
    await show({ isBlind: true, media: { left: size, right: size } });
    await page.getByRole("button", { name: "How the clips are fitted" }).click();
    await expect.element(page.getByText("Both are shown at 1280 × 720.")).toBeVisible();
  });
});

describe("on a phone", () => {
  afterEach(() => page.viewport(1280, 800));

  it("offers the views that show the whole picture first, and stacked clips fill the width", async () => {
    await page.viewport(375, 812);
    const { canvas } = await show({ width: 375 });
    const views = page.getByRole("radiogroup", { name: "View" }).getByRole("radio");
    const names = (await views.all()).map((radio) => radio.element().getAttribute("aria-label"));
    expect(names.slice(0, 2)).toEqual(["Wipe", "Blink"]);
    await eventually(() => expect(canvas.height / canvas.width).toBeCloseTo(9 / 8, 2));
  });
});

describe("painting", () => {
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };

  afterEach(() => {
    vi.useRealTimers();
  });

  it("runs once per pair and per change, once more when paused, and not at all while invisible", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { canvas, compared, comparison } = await show({ view: { view: "overlay" } });
    await frames(3);
    const paint = vi.spyOn(CanvasRenderingContext2D.prototype, "drawImage");
    const paintings = () => paint.mock.calls.length / 2;
    await userEvent.hover(canvas);
    await frames(2);
    expect(paintings()).toBe(0);
    comparison.step(1);
    expect(paintings()).toBe(1);
    for (const opacity of [0.2, 0.4, 0.6]) compared.view.set({ opacity });
    await frames(2);
    expect(paintings()).toBe(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(paintings()).toBe(3);
    vi.useRealTimers();

    canvas.style.display = "none";
    // The browser reports it in a later animation frame.
    await eventually(() => {
      const before = paintings();
      comparison.step(1);
      expect(paintings()).toBe(before);
    });
    const before = paintings();
    canvas.style.display = "";
    await eventually(() => expect(paintings()).toBeGreaterThan(before));
  });
});

describe("notes about the picture", () => {
  it("name the clip that the browser could not decode", async () => {
    const { comparison } = await show();
    comparison.set({ failedSide: "right" });
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("This browser stopped decoding Pro.");
  });

  it("explain on request how two sizes were fitted", async () => {
    await show({
      media: { left: { width: 640, height: 640 }, right: { width: 1280, height: 720 } },
    });
    const text = "Standard is 640 × 640, shown at 720 × 720 with black bars. Pro is 1280 × 720.";
    const note = page.getByText(text);
    await expect.element(note).not.toBeVisible();
    const button = page.getByRole("button", { name: "How the clips are fitted" });
    await expect.element(button).toHaveAccessibleDescription(text);
    await button.click();
    await expect.element(note).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(note).not.toBeVisible();
  });
});
