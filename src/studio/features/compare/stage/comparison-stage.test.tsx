import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { Announcer } from "#studio/ui/announcer.tsx";
import type { ClipMedia } from "../engine/clip-media.ts";
import type { PerSide, Side } from "../side.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { createFakeComparison } from "../testing/fake-comparison.ts";
import { ComparisonStage } from "./comparison-stage.tsx";
import type { ViewState } from "./view-state.ts";
import "#studio/app/tokens.css";

const COLOURS: PerSide<string> = { left: "rgb(200 0 0)", right: "rgb(0 0 200)" };

/** Plain pictures in the sides' colours, with a white pixel in the middle. */
function drawPlain(context: OffscreenCanvasRenderingContext2D, side: Side) {
  const { width, height } = context.canvas;
  context.fillStyle = COLOURS[side];
  context.fillRect(0, 0, width, height);
  context.fillStyle = "white";
  context.fillRect(width / 2, height / 2, 1, 1);
}

interface ShowOptions {
  view?: Partial<ViewState>;
  media?: Partial<PerSide<Partial<ClipMedia>>>;
  isBlind?: boolean;
  width?: number;
}

async function show({ view = {}, media, isBlind = false, width = 800 }: ShowOptions = {}) {
  const comparison = createFakeComparison({ draw: drawPlain, ...(media && { media }) });
  const entry = (mode: "std" | "pro") =>
    aCompletedEntry({ id: mode, request: { prompt: "Sea", mode } });
  const compared = aCompared({
    comparison,
    view,
    left: { entry: entry("std") },
    right: { entry: entry("pro") },
  });
  const { container } = await render(
    <main style={{ width }}>
      <h1>Compare</h1>
      <ComparisonStage compared={compared} isBlind={isBlind} />
      <Announcer />
    </main>,
  );
  const canvas = container.querySelector("canvas");
  const context = canvas?.getContext("2d");
  if (!canvas || !context) throw new Error("no picture");
  /** The colour at a place of the picture, 0 to 1 of what is shown of it. */
  const colourAt = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0] = context.getImageData(
      Math.floor(canvas.width * x),
      Math.floor(canvas.height * y),
      1,
      1,
    ).data;
    if (r > 250 && g > 250 && b > 250) return "white";
    if (r > 190 && b < 10) return "left";
    return b > 190 && r < 10 ? "right" : `${r} ${g} ${b}`;
  };
  await vi.waitFor(() => expect(colourAt(0.45, 0.3)).not.toBe("0 0 0"));
  return { container, canvas, colourAt, compared, comparison };
}

/** A place of the picture on the page. */
function placeOn(canvas: HTMLCanvasElement, x: number, y: number) {
  const box = canvas.getBoundingClientRect();
  return { clientX: box.left + box.width * x, clientY: box.top + box.height * y };
}

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

describe("views", () => {
  it("are changed by keys, and keep time, zoom and play state", async () => {
    const { compared, comparison, colourAt } = await show({ view: { zoom: 3 } });
    comparison.set({ frame: 7, isPlaying: true });
    const picture = page.getByRole("img");
    for (const [key, name] of [
      ["2", "Standard on the left and Pro on the right of a divider at 50 % of the width"],
      ["3", "Pro over Standard, 50 % opaque"],
      ["4", "Standard and Pro in turn, 500 ms each"],
      ["5", "What differs between Standard and Pro, 4×"],
      ["1", "Standard and Pro, side by side"],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(picture).toHaveAccessibleName(`${name}. Zoom 300 %.`);
    }
    await expect.element(page.getByRole("status")).toHaveTextContent("Side by side");
    expect(comparison.getState()).toMatchObject({ frame: 7, isPlaying: true });
    expect(compared.view.getState().zoom).toBe(3);
    await vi.waitFor(() =>
      expect([colourAt(0.2, 0.2), colourAt(0.8, 0.8)]).toEqual(["left", "right"]),
    );
  });

  it("say which side is which on the picture", async () => {
    const { container } = await show({ view: { view: "blink", blinkMs: null } });
    const labels = () => container.querySelector("[aria-hidden=true].absolute")?.textContent;
    expect(labels()).toBe("Standard");
    await userEvent.keyboard("{b>}");
    await vi.waitFor(() => expect(labels()).toBe("Pro"));
    await userEvent.keyboard("{/b}");
    await vi.waitFor(() => expect(labels()).toBe("Standard"));
    await userEvent.keyboard("2");
    await vi.waitFor(() => expect(labels()).toBe("StandardPro"));
  });

  it.each(["light", "dark"])("have nothing that axe objects to in the %s theme", async (theme) => {
    document.documentElement.dataset.theme = theme;
    const { container } = await show({ media: { left: { width: 640, height: 640 } } });
    await userEvent.keyboard("g");
    for (const view of ["Side by side", "Wipe", "Overlay", "Blink", "Difference"]) {
      await page.getByRole("radio", { name: view, exact: true }).click();
      await expectAccessible(container);
    }
  });
});

describe("the wipe's divider", () => {
  it("is moved by keys, and says where it is", async () => {
    const { colourAt } = await show({ view: { view: "wipe" } });
    expect(colourAt(0.45, 0.5)).toBe("left");
    const slider = page.getByRole("slider", { name: "Divider" });
    (await slider.element()).focus();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{PageUp}");
    await expect.element(slider).toHaveAttribute("aria-valuetext", "Standard 38 %");
    await vi.waitFor(() => expect(colourAt(0.45, 0.5)).toBe("right"));
    await userEvent.keyboard("{End}");
    await vi.waitFor(() => expect(colourAt(0.9, 0.5)).toBe("left"));
  });

  it("is dragged from anywhere while the whole picture is seen, and a click leaves it alone", async () => {
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

describe("blinking", () => {
  /** Whose name stands on the picture at every change, as time goes by. */
  async function namesAfter(container: HTMLElement, steps: number, stepMs: number) {
    const names: (string | null | undefined)[] = [];
    for (let step = 0; step < steps; step += 1) {
      await vi.advanceTimersByTimeAsync(stepMs);
      names.push(container.querySelector("[aria-hidden=true].absolute")?.textContent);
    }
    return names;
  }

  afterEach(() => {
    vi.useRealTimers();
  });

  it("changes sides as often as it was told to", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { container } = await show({ view: { view: "blink", blinkMs: 250 } });
    expect(await namesAfter(container, 3, 250)).toEqual(["Pro", "Standard", "Pro"]);
    await page.getByRole("radio", { name: "1000 ms" }).click();
    expect(await namesAfter(container, 4, 500)).toEqual(["Standard", "Pro", "Pro", "Standard"]);
  });

  it("waits to be asked where motion is to be reduced", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const matchMedia = window.matchMedia.bind(window);
    vi.spyOn(window, "matchMedia").mockImplementation((query) =>
      query.includes("reduced-motion") ? matchMedia("all") : matchMedia(query),
    );
    const { container } = await show({ view: { view: "blink", blinkMs: 250 } });
    await expect.element(page.getByRole("radio", { name: "Only while held" })).toBeChecked();
    expect(await namesAfter(container, 2, 250)).toEqual(["Standard", "Standard"]);
    await page.getByRole("radio", { name: "250 ms" }).click();
    expect(await namesAfter(container, 2, 250)).toEqual(["Pro", "Standard"]);
  });

  it("shows the other one while the button is held", async () => {
    const { container } = await show({ view: { view: "blink", blinkMs: null } });
    const name = () => container.querySelector("[aria-hidden=true].absolute")?.textContent;
    const button = await page.getByRole("button", { name: "Hold to see Pro" }).element();
    button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    await vi.waitFor(() => expect(name()).toBe("Pro"));
    button.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    await vi.waitFor(() => expect(name()).toBe("Standard"));
  });
});

describe("zooming", () => {
  it("follows the wheel at the pointer, and lets the page scroll when there is nothing smaller", async () => {
    const { canvas, compared } = await show({ view: { view: "blink", blinkMs: null } });
    const at = (event: Event, timeStamp: number) =>
      Object.defineProperty(event, "timeStamp", { value: timeStamp });
    const turn = (deltaY: number, timeMs: number) => {
      const event = new WheelEvent("wheel", {
        ...placeOn(canvas, 0.25, 0.5),
        deltaY,
        bubbles: true,
        cancelable: true,
      });
      canvas.dispatchEvent(at(event, timeMs));
      return event.defaultPrevented;
    };
    expect(turn(100, 1000)).toBe(false);
    // A page that is being scrolled scrolls on when the picture comes under the pointer.
    document.dispatchEvent(at(new Event("scroll"), 2000));
    expect(turn(-100, 2100)).toBe(false);
    expect(turn(-500, 2400)).toBe(true);
    const { zoom, centreX } = compared.view.getState();
    expect(zoom).toBeGreaterThan(2);
    expect(centreX).toBeLessThan(0.45);
  });

  it("is told by keys and buttons, and a double click changes between whole and 1:1", async () => {
    const { canvas, compared } = await show({
      view: { view: "wipe" },
      media: { left: { width: 1920, height: 1080 }, right: { width: 1920, height: 1080 } },
    });
    const zoom = () => compared.view.getState().zoom;
    await userEvent.keyboard("+");
    expect(zoom()).toBe(0.5);
    await expect.element(page.getByRole("status")).toHaveTextContent("Zoom 50 %");
    await page.getByRole("button", { name: "Fit" }).click();
    expect(zoom()).toBeNull();
    await userEvent.dblClick(canvas, { position: { x: 50, y: 50 } });
    expect(zoom()).toBe(1);
    expect(compared.view.getState().centreX).toBeLessThan(0.3);
    await userEvent.keyboard("d");
    expect(compared.view.getState().centreX).toBeGreaterThan(0.2);
    await userEvent.keyboard("0");
    expect(zoom()).toBeNull();
  });
});

describe("the loupe", () => {
  it("tells the value of the pixel under the pointer on both sides", async () => {
    const { canvas } = await show({
      view: { view: "wipe" },
      media: { left: { width: 160, height: 90 }, right: { width: 320, height: 180 } },
    });
    await userEvent.keyboard("g");
    await userEvent.hover(canvas, { position: { x: 200, y: 100 } });
    const loupe = page.getByRole("figure", { name: "Loupe" });
    await expect.element(loupe).toHaveTextContent("#C80000");
    await expect.element(loupe).toHaveTextContent("0 0 200");
    await page.getByRole("button", { name: "Loupe" }).click();
    await expect.element(loupe).not.toBeInTheDocument();
  });
});

describe("judged blind", () => {
  it("names no side and no size of its own", async () => {
    const { container } = await show({
      isBlind: true,
      media: { left: { width: 1280, height: 720 }, right: { width: 1920, height: 1080 } },
    });
    await expect.element(page.getByRole("img")).toHaveAccessibleName(/^A and B, side by side/);
    await expect.element(page.getByText("Both are shown at 1280 × 720.")).toBeVisible();
    expect(container.innerHTML).not.toMatch(/standard|pro\b|std|1920/i);
  });
});

describe("on a phone", () => {
  afterEach(() => page.viewport(1280, 800));

  it("offers first the views that show the whole picture, and two above each other fill the width", async () => {
    await page.viewport(375, 812);
    const { canvas } = await show({ width: 375 });
    const views = page.getByRole("radiogroup", { name: "View" }).getByRole("radio");
    const names = (await views.all()).map((radio) => radio.element().getAttribute("aria-label"));
    expect(names.slice(0, 2)).toEqual(["Wipe", "Blink"]);
    await vi.waitFor(() => expect(canvas.height / canvas.width).toBeCloseTo(9 / 8, 2));
  });
});

describe("painting", () => {
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };

  it("is done once for each pair and each change, and not at all out of sight", async () => {
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

    canvas.style.display = "none";
    // The browser says so in a frame to come.
    await vi.waitFor(() => {
      const before = paintings();
      comparison.step(1);
      expect(paintings()).toBe(before);
    });
    const before = paintings();
    canvas.style.display = "";
    await vi.waitFor(() => expect(paintings()).toBeGreaterThan(before));
  });
});

describe("what keeps a picture from being shown", () => {
  it("says which clip the browser gave up", async () => {
    const { comparison } = await show();
    comparison.set({ failedSide: "right" });
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("This browser stopped decoding Pro.");
  });

  it("says what was done to two sizes", async () => {
    await show({
      media: { left: { width: 640, height: 640 }, right: { width: 1280, height: 720 } },
    });
    await expect
      .element(
        page.getByText(
          "Standard is 640 × 640, shown at 720 × 720, between black bars. Pro is 1280 × 720.",
        ),
      )
      .toBeVisible();
  });
});
