import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { ComparisonState } from "#comparison/engine/comparison.ts";
import { createFakeComparison, type FakeComparison } from "#comparison/testing/fake-comparison.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { expectFocusMoved, mountFocusKeeper } from "#studio/testing/focus.tsx";
import { Announcer } from "#studio/ui/announcer.tsx";
import {
  closeShortcutSheet,
  isShortcutSheetOpen,
  listedShortcuts,
} from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { ComparisonTransport } from "./comparison-transport.tsx";
import "#studio/app/tokens.css";

const ALL_SET: Partial<ComparisonState> = {
  frame: 48,
  region: { startFrame: 24, endFrame: 96 },
  isLooping: true,
  offsetFrames: -3,
  speed: 0.5,
  droppedFrames: 3,
};

async function show(
  comparison: FakeComparison = createFakeComparison(),
  props: Partial<Parameters<typeof ComparisonTransport>[0]> = {},
) {
  const screen = await render(
    <main className="bg-stage text-on-stage scheme-dark">
      <h1>Compare</h1>
      <Announcer />
      <ComparisonTransport compared={aCompared({ comparison })} {...props} />
    </main>,
  );
  return { screen, comparison, state: () => comparison.getState() };
}

afterEach(() => {
  closeShortcutSheet();
});

describe("the transport", () => {
  it("has no axe violations in either theme", async () => {
    const { screen } = await show(createFakeComparison({ state: ALL_SET }));
    await expectAccessible(screen.container);
  });

  it("plays, pauses and steps both clips, and shows the position", async () => {
    const { screen, state } = await show();
    await screen.getByRole("button", { name: "Play", exact: true }).click();
    expect(state().isPlaying).toBe(true);
    await screen.getByRole("button", { name: "Next frame" }).click();
    await expect.element(screen.getByRole("button", { name: "Play", exact: true })).toBeVisible();
    await expect.element(screen.getByText("frame 2 of 120")).toBeVisible();
    await expect.element(screen.getByText("0.04 s")).toBeVisible();
    await screen.getByRole("button", { name: "Last frame" }).click();
    await expect.element(screen.getByText("frame 120 of 120")).toBeVisible();
    await expect.element(screen.getByRole("status")).toHaveTextContent("Frame 120 of 120");
  });

  it("has keys that work with no control in focus, and a list of them", async () => {
    const toggle = vi.fn();
    const { screen, state } = await show(undefined, { fullScreen: { isFull: false, toggle } });
    await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowRight}{/Shift}f");
    expect(state().frame).toBe(25);
    expect(toggle).toHaveBeenCalledOnce();
    await screen.getByRole("button", { name: "Keyboard shortcuts" }).click();
    expect(isShortcutSheetOpen.getState()).toBe(true);
    const listed = listedShortcuts
      .getState()
      .flat(2)
      .flatMap(({ shortcuts }) => shortcuts);
    expect(listed.map(({ does }) => does)).toContain("Play; press again to go faster");
  });

  it("ignores keys that the focused control handles itself", async () => {
    const { screen, state } = await show(createFakeComparison({ state: { frame: 48 } }));
    const speed = screen.getByRole("combobox", { name: "Speed" });
    await speed.selectOptions("0.5×");
    (speed.element() as HTMLElement).focus();
    await userEvent.keyboard(",i");
    expect(state()).toMatchObject({ frame: 48, speed: 0.5, region: null });
  });

  it("counts dropped frames, and shows when it buffers", async () => {
    const { screen, comparison } = await show();
    await expect.element(screen.getByText(/dropped/)).not.toBeInTheDocument();
    comparison.set({ isPlaying: true, isBuffering: true, droppedFrames: 3 });
    await expect.element(screen.getByText("3 frames dropped")).toBeVisible();
    await expect.element(screen.getByText("Buffering")).toBeInTheDocument();
  });

  it.each([1280, 1000])("keeps its height when frames are dropped, %i px wide", async (width) => {
    await page.viewport(width, 800);
    onTestFinished(() => page.viewport(1280, 800));
    const { screen, comparison } = await show();
    const height = () => screen.getByRole("region").element().clientHeight;
    const before = height();
    comparison.set({ isPlaying: true, isBuffering: true, droppedFrames: 3 });
    await expect.element(screen.getByText("3 frames dropped")).toBeVisible();
    expect(height()).toBe(before);
  });

  it("updates only the time and the playhead during playback", async () => {
    const { screen, comparison } = await show(
      createFakeComparison({ state: { ...ALL_SET, isPlaying: true } }),
    );
    const region = screen.getByRole("region").element();
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target, type } of records) {
        touched.add(type === "characterData" ? (target.textContent ?? "") : target.nodeName + type);
      }
    });
    observer.observe(region, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    comparison.set({ frame: 49 });
    await expect.element(screen.getByText("frame 50 of 120")).toBeVisible();
    comparison.set({ frame: 72 });
    await expect.element(screen.getByText("frame 73 of 120")).toBeVisible();
    observer.disconnect();
    expect([...touched].sort()).toEqual([
      "2.04 s",
      "3.00 s",
      "DIVattributes",
      "frame 50 of 120",
      "frame 73 of 120",
    ]);
  });
});

describe("the offset", () => {
  it("is shown in words, and can be reset", async () => {
    const { screen, state } = await show();
    await screen.getByRole("button", { name: "Move Pro one frame later" }).click();
    await screen.getByRole("button", { name: "Move Pro one frame later" }).click();
    await mountFocusKeeper();
    await expectFocusMoved(screen.getByRole("button", { name: /^Pro 2 frames later/ }));
    expect(state().offsetFrames).toBe(0);
    await expect.element(screen.getByText("No offset")).toBeVisible();
  });
});

describe("the sound", () => {
  it("is chosen by the names of the sides, and M turns it off and on", async () => {
    const { screen, state } = await show();
    await screen.getByRole("radio", { name: "Pro" }).click();
    expect(state().audible).toBe("right");
    await userEvent.keyboard("m");
    expect(state().audible).toBe("none");
    await expect.element(screen.getByRole("radio", { name: "Off" })).toBeChecked();
    await userEvent.keyboard("m");
    expect(state().audible).toBe("right");
  });

  it("is reported as missing if a clip has none", async () => {
    const left = { sound: null };
    const { screen } = await show(createFakeComparison({ media: { left } }));
    await expect.element(screen.getByText("Standard has no sound.")).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: "Standard" })).not.toBeInTheDocument();
    const silent = createFakeComparison({ media: { left, right: left } });
    await screen.rerender(<ComparisonTransport compared={aCompared({ comparison: silent })} />);
    await expect.element(screen.getByText("Neither clip has sound")).toBeVisible();
  });

  it("clip: this browser has no decoder for a side's sound → a note says so, and that side cannot be chosen", async () => {
    const sound = { codec: "ac-3", channels: 2, sampleRate: 48_000, bitRate: 1, isPlayable: false };
    const { screen } = await show(createFakeComparison({ media: { left: { sound } } }));
    const note = screen.getByText("This browser can't play the sound of Standard.");
    await expect.element(note).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: "Pro" })).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: "Standard" })).not.toBeInTheDocument();
    const neither = createFakeComparison({ media: { left: { sound }, right: { sound } } });
    await screen.rerender(<ComparisonTransport compared={aCompared({ comparison: neither })} />);
    await expect.element(note).toBeVisible();
    await expect.element(screen.getByRole("radiogroup", { name: "Sound" })).not.toBeInTheDocument();
  });

  it("clip: sound was paid for and the clip has none → the comparison says so", async () => {
    const comparison = createFakeComparison({ media: { right: { sound: null } } });
    const request = { prompt: "Surf", mode: "pro", sound: "on" } as const;
    const right = { entry: aCompletedEntry({ request }) };
    const screen = await render(
      <ComparisonTransport compared={aCompared({ comparison, right })} />,
    );
    await expect
      .element(screen.getByText("Pro has no sound, although it was requested and paid for."))
      .toBeVisible();
  });

  it("is metered during playback only", async () => {
    const { screen, comparison } = await show();
    comparison.setLevels({ left: [0, 0], right: [1, 1] });
    const [left, right] = screen.container.querySelectorAll<HTMLCanvasElement>("label canvas");
    await screen.getByRole("button", { name: "Play", exact: true }).click();
    await eventually(() => expect(filledShare(right)).toBeGreaterThan(0.6));
    expect(filledShare(left)).toBe(0);
    await screen.getByRole("button", { name: "Pause", exact: true }).click();
    await eventually(() => expect(filledShare(right)).toBe(0));
  });

  it("has neither a control nor a key in a blind comparison", async () => {
    const { screen, state } = await show(createFakeComparison({ state: { audible: "none" } }), {
      isBlind: true,
    });
    await userEvent.keyboard("m");
    expect(state().audible).toBe("none");
    await expect.element(screen.getByRole("radiogroup", { name: "Sound" })).not.toBeInTheDocument();
  });
});

function filledShare(canvas: HTMLCanvasElement | undefined): number {
  const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (!data) return Number.NaN;
  const alphas = data.filter((_, index) => index % 4 === 3);
  return alphas.filter((alpha) => alpha > 0).length / alphas.length;
}
