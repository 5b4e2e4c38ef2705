import "#studio/app/tokens.css";
import { beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import {
  type Remark,
  remarkId,
  type Verdict,
  verdictId,
} from "#studio/domain/judging/judgement.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { blindHref } from "#studio/domain/paths.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import type { MemoryJudgements } from "#studio/testing/memory-judgements.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { BlindScreen } from "./blind/blind-screen.tsx";
import { JudgePanel } from "./judge-panel.tsx";

const world = vi.hoisted(() => ({
  entries: [] as LibraryEntry[],
  disk: undefined as MemoryJudgements | undefined,
}));
vi.mock("#studio/storage/library/use-library.ts", () => ({
  useEntries: () => world.entries,
  useLibraryStatus: () => "ready",
}));
vi.mock("#studio/storage/judgements/studio-judgements.ts", async () => {
  const { MemoryJudgements: Disk } = await import("#studio/testing/memory-judgements.ts");
  world.disk = new Disk();
  return { studioJudgements: world.disk.open() };
});

const NAMES = { left: "Standard", right: "Pro" };

let count = 0;
let std: LibraryEntry;
let pro: LibraryEntry;
beforeEach(() => {
  // The store of judgements is shared by this file, so each test judges its own pair.
  count += 1;
  const half = (mode: "std" | "pro", sound: "on" | "off") =>
    aCompletedEntry({
      id: `${mode}-${count}`,
      pairId: `pair-${count}`,
      request: { prompt: 'A fox runs over snow. "go on"', mode, sound },
    });
  std = half("std", "off");
  pro = half("pro", "on");
  world.entries = [std, pro];
});

async function openBlind(path = blindHref(std.id, pro.id)) {
  const location = memoryLocation({ path, record: true });
  const [pathname = "", search = ""] = path.split("?");
  const screen = await render(
    <Router hook={location.hook} searchHook={() => search} key={pathname}>
      <BlindScreen
        renderStage={({ left }, isBlind) => (
          <p>{isBlind ? "blind stage" : `stage of ${left.id}`}</p>
        )}
        renderDifference={(_entries, { left, right }) => <p>{`${left} against ${right}`}</p>}
      />
    </Router>,
  );
  return { ...screen, history: location.history };
}

const row = (isBlind: boolean) =>
  world.disk?.rows.get(verdictId(isBlind, std.id, pro.id)) as Verdict | undefined;

test("answers a blind comparison by keys, reveals the sides afterwards, and continues", async () => {
  const screen = await openBlind();
  await expect.element(screen.getByText("blind stage")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Show which is which" })).toBeDisabled();
  expect(screen.container.textContent).not.toMatch(/standard|pro\b/i);
  await userEvent.keyboard("q");
  await expect.poll(() => row(true)?.answers.looks?.chosenId).toBe(row(true)?.leftId);
  await userEvent.keyboard("n");
  await expect.poll(() => row(true)?.answers.follows?.chosenId).toBeNull();
  await expectAccessible(screen.container);

  await userEvent.click(screen.getByRole("button", { name: "Show which is which" }));
  const heading = screen.getByRole("heading", {
    name: /^A was (Standard, B was Pro|Pro, B was Standard)$/,
  });
  await expect.element(heading).toHaveFocus();
  await expect.element(screen.getByText("Standard has no sound.")).toBeVisible();
  await userEvent.click(
    screen
      .getByRole("radiogroup", { name: "With sound, which is better?" })
      .getByRole("radio", { name: "Pro" }),
  );
  await expect.poll(() => row(true)?.answers.sound?.chosenId).toBe(pro.id);
  await expectAccessible(screen.container);
});

test("opens the next pair without an address, and reports a pair that doesn't exist", async () => {
  const waiting = await openBlind("/compare/blind");
  await expect.poll(() => waiting.history.at(-1)).toBe(blindHref(std.id, pro.id));
  await waiting.unmount();
  const gone = await openBlind(blindHref(std.id, "gone"));
  await expect.element(gone.getByText("These clips can't be judged blind")).toBeVisible();
  await gone.unmount();
  world.entries = [];
  const nothing = await openBlind("/compare/blind");
  await expect.element(nothing.getByText("No pairs to judge")).toBeVisible();
});

test("chooses the better clip openly, with checked reasons", async () => {
  const screen = await render(<JudgePanel entries={{ left: std, right: pro }} names={NAMES} />);
  const better = screen.getByRole("radiogroup", { name: "Which is better?" });
  await userEvent.click(better.getByRole("radio", { name: "Pro" }));
  await expect.poll(() => row(false)?.answers.better?.chosenId).toBe(pro.id);
  const tick = screen.getByRole("radiogroup", { name: "Runs over snow: Pro" });
  await userEvent.click(tick.getByRole("radio", { name: "Met", exact: true }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Runs over snow" }));
  await expect.poll(() => row(false)?.reasons).toEqual(["Runs over snow"]);
  await userEvent.click(
    screen
      .getByRole("radiogroup", { name: "Rating of Pro" })
      .getByRole("radio", { name: "4 of 5" }),
  );
  await expect
    .poll(() => world.disk?.rows.get(`remark:${pro.id}`))
    .toMatchObject({
      rating: 4,
      checks: expect.arrayContaining([{ kind: "action", text: "Runs over snow", state: "met" }]),
    });
  await expectAccessible(screen.container);
});

test("edits, extends and shortens the checklist for both clips", async () => {
  const screen = await render(<JudgePanel entries={{ left: std, right: pro }} names={NAMES} />);
  await userEvent.fill(screen.getByRole("textbox", { name: "Edit: A fox" }), "A red fox");
  await userEvent.keyboard("{Enter}");
  await expect
    .element(screen.getByRole("radiogroup", { name: "A red fox: Standard" }))
    .toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Remove: “go on”" }));
  await userEvent.fill(screen.getByRole("textbox", { name: "New checklist item" }), "Snow");
  await userEvent.keyboard("{Enter}");
  await expect
    .element(screen.getByRole("radiogroup", { name: "Snow: Pro", exact: true }))
    .toBeVisible();
  for (const { id } of [std, pro]) {
    expect(world.disk?.rows.get(`remark:${id}`)).toMatchObject({
      checks: [{ text: "A red fox" }, { text: "Runs over snow" }, { text: "Snow" }],
    });
  }
});

test("storage: the quota is full when a verdict is saved → it stays on the page with an error and can be saved again", async () => {
  const screen = await render(<JudgePanel entries={{ left: std, right: pro }} names={NAMES} />);
  const standard = screen
    .getByRole("radiogroup", { name: "Which is better?" })
    .getByRole("radio", { name: "Standard" });
  await expect.element(standard).toBeVisible();
  if (world.disk) world.disk.faults.writing = domFault("QuotaExceededError");
  await userEvent.click(standard);
  await expect
    .element(screen.getByRole("alert"))
    .toHaveTextContent(/Not saved yet: This device is out of storage space/);
  await expect.element(standard).toBeChecked();
  expect(row(false)).toBeUndefined();
  if (world.disk) world.disk.faults.writing = null;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await expect.poll(() => row(false)?.answers.better?.chosenId).toBe(std.id);
  await expect.element(screen.getByRole("alert")).not.toBeInTheDocument();
});

test("storage: a note is typed while the saved one can't be read → an error says that it isn't saved, and later it is appended to the saved one", async () => {
  const { disk } = world;
  if (!disk) throw new Error("There is no disk.");
  const id = remarkId(std.id);
  const kept: Remark = {
    kind: "remark",
    id,
    entryId: std.id,
    rating: 4,
    note: "Soft light",
    checks: null,
  };
  disk.rows.set(id, kept);
  disk.faults.reading = domFault("UnknownError");
  disk.faults.writing = domFault("UnknownError");
  const screen = await render(<JudgePanel entries={{ left: std, right: pro }} names={NAMES} />);
  const note = screen.getByRole("textbox", { name: "Note on Standard" });
  await userEvent.click(note);
  await userEvent.keyboard("Warm");
  await expect.element(note).toHaveValue("Warm");
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/Not saved yet/);
  disk.faults.reading = null;
  disk.faults.writing = null;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await expect.element(note).toHaveValue("Soft light\nWarm");
  expect(disk.rows.get(id)).toEqual({ ...kept, note: "Soft light\nWarm" });
});

test("explains that a local file can't be judged", async () => {
  const screen = await render(<JudgePanel entries={{ left: std, right: null }} names={NAMES} />);
  await expect.element(screen.getByText(/You can only judge clips in your library/)).toBeVisible();
});
