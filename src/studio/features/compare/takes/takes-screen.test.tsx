import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { readFrameNumber } from "#comparison/testing/frame-number.ts";
import { makeTestClip } from "#comparison/testing/make-test-clip.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { expectFocusMoved, mountFocusKeeper } from "#studio/testing/focus.tsx";
import { TakesScreen } from "./takes-screen.tsx";
import "#studio/app/tokens.css";

const library = vi.hoisted(() => ({ entries: [] as LibraryEntry[] }));
vi.mock("#studio/storage/library/use-library.ts", () => ({
  useEntries: () => library.entries,
  useLibraryStatus: () => "ready",
}));

let stdSrc: string;
let proSrc: string;
let press = 0;
beforeAll(async () => {
  stdSrc = URL.createObjectURL(await makeTestClip({ frames: 24 }));
  proSrc = URL.createObjectURL(await makeTestClip({ frames: 36, width: 480, height: 270 }));
});

/** Judgements persist between tests, so each test has its own pair. */
const pairId = () => `press ${press}`;
const idOf = (mode: "std" | "pro", number: number) => `${mode} ${number} of ${press}`;

function take(mode: "std" | "pro", number: number, src = mode === "std" ? stdSrc : proSrc) {
  const id = idOf(mode, number);
  return aCompletedEntry({
    id,
    pairId: pairId(),
    preparedAt: atSecond(number),
    request: { prompt: "A lighthouse", mode, external_task_id: id },
    generation: aCompletedGeneration({
      id: `kirin-${id}`,
      usage: { cost: mode === "std" ? "0.21" : "0.42", discount: 1 },
      clips: [{ index: 0, durationSeconds: 1, src }],
    }),
  });
}

async function show() {
  const location = memoryLocation({ path: `/compare/takes?pair=${encodeURIComponent(pairId())}` });
  return render(
    <Router hook={location.hook} searchHook={location.searchHook}>
      <main>
        <TakesScreen />
      </main>
    </Router>,
  );
}

type Shown = Awaited<ReturnType<typeof show>>;

/** The frame numbers encoded in the pixels. */
function shownFrames({ container }: Shown): (number | null)[] {
  return [...container.querySelectorAll<HTMLCanvasElement>("button canvas")].map((canvas) => {
    const context = canvas.getContext("2d");
    if (!context || canvas.width < 2) return null;
    return readFrameNumber(context.getImageData(0, 0, canvas.width, canvas.height));
  });
}

async function expectFrames(screen: Shown, frames: number[]) {
  await eventually(() => expect(shownFrames(screen)).toEqual(frames));
}

const button = (screen: Shown, name: string) => screen.getByRole("button", { name, exact: true });
const order = (screen: Shown) =>
  screen
    .getByRole("region", { name: "Your ranking" })
    .getByRole("listitem")
    .elements()
    .map((item) => item.textContent);

beforeEach(() => {
  press += 1;
  library.entries = [take("pro", 2), take("pro", 1), take("std", 2), take("std", 1)];
});

describe("the sheet", () => {
  it("shows all std and pro takes in step, with names and costs", async () => {
    const screen = await show();
    await expectFrames(screen, [0, 0, 0, 0]);
    for (const name of ["Standard, take 1", "Standard, take 2", "Pro, take 1", "Pro, take 2"]) {
      await expect.element(button(screen, `Pick ${name} to compare`)).toBeVisible();
    }
    await button(screen, "Next frame").click();
    await userEvent.keyboard("..");
    await expectFrames(screen, [3, 3, 3, 3]);
    // The shorter ones hold their last frame.
    await userEvent.keyboard("{End}");
    await expectFrames(screen, [23, 23, 35, 35]);
    await expectAccessible(screen.container);
  });

  it("shows the status of unfinished takes and plays without them", async () => {
    const failed = { ...take("std", 2), phase: "failed" as const };
    library.entries = [
      aWatchedEntry({ ...take("pro", 2), phase: "waiting", generation: null, endedAt: null }),
      take("pro", 1, URL.createObjectURL(new Blob(["no clip"]))),
      aFailedEntry({ ...failed, generation: null }),
      take("std", 1),
    ];
    const screen = await show();
    await expect.element(screen.getByText("Failed")).toBeVisible();
    await expect.element(screen.getByText("This isn't a video file.")).toBeVisible();
    await expectFrames(screen, [0]);
    await expect.element(screen.getByText(/You need two finished takes/)).toBeVisible();
  });

  it("compares any two picked takes", async () => {
    const screen = await show();
    for (const name of ["Standard, take 1", "Standard, take 2", "Pro, take 2"]) {
      await button(screen, `Pick ${name} to compare`).click();
    }
    const search = new URLSearchParams({ left: idOf("std", 2), right: idOf("pro", 2) });
    await expect
      .element(screen.getByRole("link", { name: "Compare these two" }))
      .toHaveAttribute("href", `/compare?${search}`);
  });

  it("reports an unknown pair in the URL", async () => {
    library.entries = [];
    const screen = await show();
    await expect.element(screen.getByText(/aren't in your library/)).toBeVisible();
  });
});

describe("the ranking", () => {
  it("changes with each row's arrow buttons and is saved", async () => {
    const screen = await show();
    await expect.element(button(screen, "Move Pro, take 1 up")).toBeVisible();
    // By keyboard, the focus follows the row.
    button(screen, "Move Pro, take 1 up").element().focus();
    await userEvent.keyboard("{Enter}");
    await eventually(() => expect(order(screen)[1]).toBe("2Pro, take 1"));
    await userEvent.keyboard("{Enter}");
    await eventually(() =>
      expect(order(screen)).toEqual([
        "1Pro, take 1",
        "2Standard, take 1",
        "3Standard, take 2",
        "4Pro, take 2",
      ]),
    );
    await expect.element(screen.getByText(/Pro ranks higher in 2, Standard in 2/)).toBeVisible();
    button(screen, "Move Pro, take 1 down").element().focus();
    await userEvent.keyboard("{Enter}");
    await eventually(() => expect(order(screen)[1]).toBe("2Pro, take 1"));
    await userEvent.keyboard("{Enter}");
    await eventually(() => expect(order(screen)[2]).toBe("3Pro, take 1"));
    await screen.unmount();
    const again = await show();
    await eventually(() => expect(order(again)[2]).toBe("3Pro, take 1"));
  });

  it("changes by dragging", async () => {
    const screen = await show();
    const handle = button(screen, "Drag Pro, take 2");
    await handle.dropTo(screen.getByRole("region", { name: "Your ranking" }).getByRole("heading"));
    await eventually(() => expect(order(screen)[0]).toBe("1Pro, take 2"));
  });

  it("keeps the answers of an unfinished blind ranking when a take is moved by hand", async () => {
    const screen = await show();
    await button(screen, "Rank blind").click();
    const announced = await recordAnnouncements();
    const question = screen.getByRole("region", { name: "Which take is better?" });
    await expect.element(question.getByText("Question 1 of up to 5")).toBeVisible();
    await button(screen, "No difference").click();
    await expect.element(question.getByText("Question 2 of up to 5")).toBeVisible();
    await announced("Which take is better? Question 2 of up to 5");
    await button(screen, "Stop for now").click();
    await button(screen, "Move Standard, take 1 down").click();
    await button(screen, "Continue ranking").click();
    await expect.element(question.getByText("Question 2 of up to 5")).toBeVisible();
  });

  it("can be made blind, two takes at a time without names, with a reveal at the end", async () => {
    const screen = await show();
    await mountFocusKeeper();
    await expectFocusMoved(button(screen, "Rank blind"));
    const question = screen.getByRole("region", { name: "Which take is better?" });
    await expect.element(question).toHaveFocus();
    await expect.element(question.getByText("Question 1 of up to 5")).toBeVisible();
    await expect.element(question.getByText(/frame \d+ of/).first()).toBeVisible();
    // It plays automatically, so each question takes one look and one key.
    await expect.element(question.getByRole("button", { name: "Pause" })).toBeVisible();
    expect(question.element().innerHTML).not.toMatch(/take \d|Standard|Pro\b|\bstd\b|\bpro\b|\$/);
    await expectAccessible(question.element());
    await userEvent.keyboard("q");
    await expect.element(question.getByText("Question 2 of up to 5")).toBeVisible();
    await button(screen, "Undo last answer").click();
    await expect.element(question.getByText("Question 1 of up to 5")).toBeVisible();
    await button(screen, "Stop for now").click();
    await button(screen, "Rank blind").click();
    // No difference in every answer.
    for (let number = 1; number < 3; number += 1) {
      await expect.element(question.getByText(`Question ${number} of up to 5`)).toBeVisible();
      await button(screen, "No difference").click();
    }
    await expect.element(question.getByText("Question 3 of up to 5")).toBeVisible();
    await expectFocusMoved(button(screen, "No difference"));
    await expect.element(screen.getByRole("region", { name: "Your ranking" })).toHaveFocus();
    await eventually(() => expect(order(screen).every((row) => row?.startsWith("1="))).toBe(true));
    await expect.element(screen.getByText(/4 tied/)).toBeVisible();
    await expect.element(button(screen, "Rank blind again")).toBeVisible();
  });
});
