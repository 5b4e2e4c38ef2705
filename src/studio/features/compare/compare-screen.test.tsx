import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { numberedClip, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { CompareScreen } from "./compare-screen.tsx";
import "#studio/app/tokens.css";

const library = vi.hoisted(() => ({ entries: [] as LibraryEntry[] }));
vi.mock("#studio/storage/use-library.ts", () => ({
  useEntries: () => library.entries,
  useLibraryStatus: () => "ready",
}));

let shortClip: string;
let longClip: string;
beforeAll(async () => {
  shortClip = await numberedClip();
  longClip = await numberedClip({ frames: 36 });
});

function half(mode: "std" | "pro", change: Partial<LibraryEntry> = {}, src = shortClip) {
  const id = change.id ?? mode;
  return aCompletedEntry({
    id,
    pairId: "pair",
    request: { prompt: "A lighthouse", mode, external_task_id: id },
    generation: aCompletedGeneration({
      id: `kirin-${id}`,
      usage: { cost: mode === "std" ? "0.21" : "0.42", discount: 1 },
      clips: [{ index: 0, durationSeconds: 1, src }],
    }),
    ...change,
  });
}

async function show(search = "") {
  const { hook, searchHook } = memoryLocation({ path: `/compare${search}` });
  const screen = await render(
    <Router hook={hook} searchHook={searchHook}>
      <CompareScreen renderUnfinished={({ id }) => <p>{`waiting for ${id}`}</p>} />
    </Router>,
  );
  const videos = [...screen.container.querySelectorAll("video")];
  await vi.waitFor(() => {
    for (const video of videos) expect(video.readyState).toBeGreaterThanOrEqual(2);
  });
  return { screen, videos };
}

async function expectShown(videos: readonly HTMLVideoElement[], frames: readonly number[]) {
  await vi.waitFor(() => {
    expect(videos.map(({ seeking }) => seeking)).not.toContain(true);
    expect(videos.map(shownNumber)).toEqual(frames);
  });
}

beforeEach(() => {
  library.entries = [half("pro"), half("std")];
});

describe("the comparison", () => {
  it("explains itself when there is nothing to compare", async () => {
    library.entries = [];
    const { screen } = await show();
    await expect.element(screen.getByText("Nothing to compare yet")).toBeVisible();
    await expect.element(screen.getByText(/Generate both/)).toBeVisible();
  });

  it("shows the latest pair, std left and pro right, with costs and what they mean", async () => {
    const older = { pairId: "older", preparedAt: atSecond(-60) };
    library.entries.push(half("pro", { ...older, id: "p0" }), half("std", { ...older, id: "s0" }));
    const { screen } = await show();
    const names = screen
      .getByRole("figure")
      .elements()
      .map((each) => each.getAttribute("aria-label"));
    expect(names).toEqual(["Standard", "Pro"]);
    await expect
      .element(screen.getByText("Pro cost 2.0 times as much as Standard: $0.21 more."))
      .toBeVisible();
    await expect.element(screen.getByText("Only the mode differs.")).toBeVisible();
    const links = screen.getByRole("navigation", { name: "Pairs" }).getByRole("link").elements();
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/compare?left=std&right=pro",
      "/compare?left=s0&right=p0",
    ]);
  });

  it("steps both clips by one frame together", async () => {
    const { videos } = await show();
    await userEvent.keyboard("...");
    await expectShown(videos, [3, 3]);
    await userEvent.keyboard(",");
    await expectShown(videos, [2, 2]);
    await userEvent.keyboard("{End}");
    await expectShown(videos, [23, 23]);
  });

  it("plays both, and stops both on one frame", async () => {
    library.entries = [half("pro", {}, longClip), half("std", {}, longClip)];
    const { screen, videos } = await show();
    await screen.getByRole("button", { name: "Play" }).click();
    await vi.waitFor(() => {
      for (const video of videos) expect(video.currentTime).toBeGreaterThan(0.3);
    });
    await screen.getByRole("button", { name: "Pause" }).click();
    await vi.waitFor(() => {
      expect(videos.every(({ paused, seeking }) => paused && !seeking)).toBe(true);
      const [left, right] = videos.map(shownNumber);
      expect(left).toBe(right);
    });
  });

  it("plays on to the end of the longer clip while the shorter one rests", async () => {
    library.entries = [half("pro", {}, longClip), half("std")];
    const { screen, videos } = await show();
    await expect.element(screen.getByText("Frame 1 of 36")).toBeVisible();
    await userEvent.keyboard("{End}");
    await expectShown(videos, [23, 35]);
    await userEvent.keyboard("{Home}");
    await userEvent.keyboard("k");
    await vi.waitFor(() => expect(videos[1]?.ended).toBe(true), { timeout: 6000 });
    await expectShown(videos, [23, 35]);
  });

  it("begins again with both when the longer one loops", async () => {
    library.entries = [half("pro", {}, longClip), half("std")];
    const { screen, videos } = await show();
    const [short, long] = videos;
    await screen.getByRole("button", { name: "Loop" }).click();
    await screen.getByRole("combobox", { name: "Speed" }).selectOptions("2×");
    await screen.getByRole("button", { name: "Play" }).click();
    await vi.waitFor(() => expect(short?.ended).toBe(true), { timeout: 4000 });
    await vi.waitFor(
      () => {
        expect(short?.paused).toBe(false);
        expect(Math.abs((short?.currentTime ?? 0) - (long?.currentTime ?? 9))).toBeLessThan(0.25);
      },
      { timeout: 4000 },
    );
  });

  it("shows any two that the address names, and all that differs in what was asked", async () => {
    const other = aCompletedEntry({
      id: "other",
      request: { prompt: "A fox", mode: "std", duration: "10" },
      generation: aCompletedGeneration({
        clips: [{ index: 0, durationSeconds: 1, src: shortClip }],
      }),
    });
    library.entries.push(other);
    const { screen } = await show("?left=other&right=std");
    await expect.element(screen.getByRole("figure", { name: "The left one" })).toBeVisible();
    await expect
      .element(screen.getByRole("row", { name: "prompt A fox A lighthouse" }))
      .toBeVisible();
    await expect.element(screen.getByRole("row", { name: "duration 10 not set" })).toBeVisible();
  });

  it("leaves the place of an unfinished clip to those who know about waiting", async () => {
    library.entries = [half("pro"), aWatchedEntry({ id: "std", pairId: "pair" })];
    const { screen, videos } = await show();
    await expect.element(screen.getByText("waiting for std")).toBeVisible();
    expect(videos).toHaveLength(1);
    await userEvent.keyboard(".");
    await expectShown(videos, [1]);
    await expect.element(screen.getByLabelText("Cost").first()).toHaveTextContent("to come");
    await expect.element(screen.getByLabelText("Cost").last()).toHaveTextContent("$0.42");
  });

  it("says so when the address names what is not in this library", async () => {
    const { screen } = await show("?left=std&right=gone");
    await expect.element(screen.getByText("These two are not both in your library")).toBeVisible();
  });
});
