import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { HttpResponse, http } from "msw";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { aGeneration, anEntry, aProblem, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { problemResponse } from "#studio/testing/kirin-mock.ts";
import { closeSettings, settingsDialog } from "#studio/ui/overlays/settings-dialog-store.ts";
import { failed, failureStageServer, showFailure } from "./testing/failure-stage-page.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const { server, takeCreates } = failureStageServer();

describe("a lost task", () => {
  const lost = aWatchedEntry({
    id: "lost",
    phase: "lost",
    missing: { since: "2026-11-22T12:00:00.000Z", reads: 5 },
    problem: aProblem("task-not-found"),
  });

  test("explains the charge, and can be looked up again at once", async () => {
    await studioLibrary.add([lost]);
    server.use(
      http.get("/api/generations/kirin-lost", () =>
        HttpResponse.json(aGeneration({ id: "kirin-lost", externalTaskId: "lost", progress: 0.9 })),
      ),
    );
    const { stage } = await showFailure(lost, "Lost");
    await expect
      .element(stage)
      .toHaveTextContent(/can no longer find this task.*may have been charged/);
    await expect.element(stage.getByLabelText("Kirin's task ID")).toHaveTextContent("kirin-lost");
    await stage.getByRole("button", { name: "Check again" }).click();
    await eventually(() => expect(studioLibrary.get("lost")?.generation?.progress).toBe(0.9));
    expect(studioLibrary.get("lost")?.phase).toBe("waiting");
  });

  test("is started over only after a warning", async () => {
    const { stage } = await showFailure(lost, "Lost");
    expect(stage.getByRole("button", { name: "Try again" }).query()).toBeNull();
    await stage.getByRole("button", { name: "Start over with a new ID…" }).click();
    await expect
      .element(page.getByRole("alertdialog"))
      .toHaveAccessibleDescription(/may have charged for it/);
  });
});

describe("an id in use whose task Kirin doesn't return", () => {
  const conflict = anEntry({
    id: "conflict",
    phase: "refused",
    isConflict: true,
    problem: aProblem("duplicate-task-id"),
  });

  test("can be looked up again, and is started over only after a warning", async () => {
    await studioLibrary.add([conflict]);
    const asked = vi.fn();
    server.use(
      http.get("/api/generations/conflict", () => {
        asked();
        return problemResponse(aProblem("task-not-found", { status: 404 }));
      }),
    );
    const { stage } = await showFailure(conflict, "Failure");
    await expect.element(stage).toHaveTextContent(/may have been charged/);
    expect(stage.getByRole("button", { name: "Try again" }).query()).toBeNull();
    await stage.getByRole("button", { name: "Check again" }).click();
    await eventually(() => expect(asked).toHaveBeenCalledOnce());
    await stage.getByRole("button", { name: "Start over with a new ID…" }).click();
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
  });
});

test("says that nothing was sent after a cancellation, and offers to generate again", async () => {
  const withdrawn = anEntry({ id: "taken-back", phase: "withdrawn", attempts: 0, sentAt: null });
  await studioLibrary.add([withdrawn]);
  const bodies = takeCreates();
  const { stage } = await showFailure(withdrawn, "Cancelled");
  await expect.element(stage).toHaveTextContent(/Nothing was sent, and you weren't charged/);
  expect(stage.getByLabelText("Code").query()).toBeNull();
  await stage.getByRole("button", { name: "Generate again" }).click();
  await eventually(() => expect(bodies).toHaveLength(1));
  expect(studioLibrary.get("taken-back")?.phase).toBe("withdrawn");
});

test.each([
  [
    "Kirin refused it",
    aProblem("rate-limited", { outcome: "refused" }),
    /It was sent, and Kirin refused it\. No clip was made, and you weren't charged/,
  ],
  [
    "it did not get through",
    aProblem("upstream-unreachable", { outcome: "not-sent" }),
    /The studio tried to send it, but Kirin has no such task\. You weren't charged/,
  ],
])(
  "does not claim that nothing was sent after a cancellation following %s",
  async (_, problem, expected) => {
    const { stage } = await showFailure(
      anEntry({ phase: "withdrawn", attempts: 1, problem }),
      "Cancelled",
    );
    await expect.element(stage).toHaveTextContent(expected);
    await expect.element(stage).not.toHaveTextContent(/Nothing was sent/);
  },
);

test.each<[string, LibraryEntry]>([
  [
    "the create was refused",
    anEntry({ phase: "refused", problem: aProblem("upstream-forbidden", { outcome: "refused" }) }),
  ],
  [
    "the task failed",
    { ...failed, generation: aGeneration({ error: { code: "1103", message: "no permission" } }) },
  ],
])("leads to a check of the key before a retry if %s for a missing right", async (_when, entry) => {
  const { stage } = await showFailure(entry, "Failure");
  await expect.element(stage.getByRole("button").first()).toHaveTextContent("Check the key");
  await stage.getByRole("button", { name: "Check the key" }).click();
  expect(settingsDialog.getState()).toBe("check");
  closeSettings();
});
