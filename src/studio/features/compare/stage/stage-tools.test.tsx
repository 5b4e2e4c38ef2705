import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { eventually } from "#studio/testing/eventually.ts";
import { placeOn, showComparisonStage as show } from "../testing/show-comparison-stage.tsx";

describe("blinking", () => {
  /** The name on the frame at every change over time. */
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

  it("switches sides at the chosen interval", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { container } = await show({ view: { view: "blink", blinkMs: 250 } });
    expect(await namesAfter(container, 3, 250)).toEqual(["Pro", "Standard", "Pro"]);
    await page.getByRole("radio", { name: "1,000 ms" }).click();
    expect(await namesAfter(container, 4, 500)).toEqual(["Standard", "Pro", "Pro", "Standard"]);
  });

  it("starts only on request if reduced motion is preferred", async () => {
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

  it("shows the other side while the button is held", async () => {
    const { container } = await show({ view: { view: "blink", blinkMs: null } });
    const name = () => container.querySelector("[aria-hidden=true].absolute")?.textContent;
    const button = await page.getByRole("button", { name: "Hold to see Pro" }).element();
    button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    await eventually(() => expect(name()).toBe("Pro"));
    button.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    await eventually(() => expect(name()).toBe("Standard"));
  });
});

describe("zooming", () => {
  it("follows the wheel at the pointer, and lets the page scroll at the smallest size", async () => {
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
    // A page that is being scrolled keeps scrolling when the stage comes under the pointer.
    document.dispatchEvent(at(new Event("scroll"), 2000));
    expect(turn(-100, 2100)).toBe(false);
    expect(turn(-500, 2400)).toBe(true);
    const { zoom, centreX } = compared.view.getState();
    expect(zoom).toBeGreaterThan(2);
    expect(centreX).toBeLessThan(0.45);
  });

  it("works by keys and buttons, and a double click switches between fit and 1:1", async () => {
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
  it("shows the value of the pixel under the pointer for both sides", async () => {
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
