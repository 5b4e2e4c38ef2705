import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import {
  aCompletedEntry,
  aGeneration,
  anEntry,
  aProblem,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import {
  failed,
  failureStageServer,
  neverArrived,
  showFailure,
} from "./testing/failure-stage-page.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const { takeCreates } = failureStageServer();

afterEach(() => document.documentElement.removeAttribute("data-theme"));

const startedOver = (id: string) =>
  studioLibrary.getState().entries.find(({ retryOf }) => retryOf === id);

describe("a failure", () => {
  test("shows the code, Kirin's message, its meaning and what to do", async () => {
    const { stage } = await showFailure(failed, "Failure");
    await expect.element(stage.getByRole("heading")).toHaveTextContent("Kirin couldn't start");
    await expect.element(stage.getByLabelText("Code")).toHaveTextContent("002014099");
    await expect.element(stage.getByLabelText("Kirin's message")).toHaveTextContent("refused");
    await expect.element(stage).toHaveTextContent(/aren't charged.*Check the prompt/);
  });

  test("is retried as a new generation, which is opened, and the failed one stays", async () => {
    await studioLibrary.add([failed]);
    takeCreates();
    const { stage, location } = await showFailure(failed, "Failure");
    const announced = await recordAnnouncements();
    await stage.getByRole("button", { name: "Try again" }).click();
    await announced("Sending to Kirin");
    await eventually(() => expect(location.history).toHaveLength(2));
    const next = startedOver("failed");
    expect(location.history[1]).toBe(`/generations/${next?.id}`);
    expect(studioLibrary.get("failed")).toEqual(failed);
    await eventually(() => expect(studioLibrary.get(next?.id ?? "")?.phase).toBe("accepted"));
  });

  test("fills the form with its settings", async () => {
    const onUseSettings = vi.fn();
    const { stage } = await showFailure(failed, "Failure", onUseSettings);
    await stage.getByRole("button", { name: "Reuse everything" }).click();
    expect(onUseSettings).toHaveBeenCalledOnce();
  });

  test.each<[string, LibraryEntry]>([
    [
      "the create was refused",
      anEntry({
        phase: "refused",
        problem: aProblem("upstream-prompt-refused", { outcome: "refused", upstreamCode: "1301" }),
      }),
    ],
    [
      "the task failed",
      aCompletedEntry({
        phase: "failed",
        generation: aGeneration({
          status: "failed",
          error: { code: "002014097", causeCode: "1301", message: "prompt refused by policy" },
        }),
      }),
    ],
  ])(
    "submit: Kirin's content check refuses the prompt (%s) → the message points to the prompt, and an unchanged retry is not offered",
    async (_, entry) => {
      const onUseSettings = vi.fn();
      const { stage } = await showFailure(entry, "Failure", onUseSettings);
      await expect.element(stage.getByRole("heading")).toHaveTextContent(/prompt/);
      await expect.element(stage).toHaveTextContent(/Change the wording/);
      await expect.element(stage.getByLabelText("Code")).toHaveTextContent(/1301$/);
      const buttons = stage.getByRole("button").elements();
      expect(buttons.map(({ textContent }) => textContent)).toEqual(["Edit prompt"]);
      await stage.getByRole("button", { name: "Edit prompt" }).click();
      expect(onUseSettings).toHaveBeenCalledOnce();
    },
  );

  test("shows the sentence inside a message that an earlier version kept as JSON", async () => {
    const error = { code: "002014097", message: '{"error":{"message":"No input."}}' };
    const entry = { ...failed, generation: aGeneration({ status: "failed", error }) };
    const { stage } = await showFailure(entry, "Failure");
    await expect.element(stage.getByLabelText("Kirin's message")).toHaveTextContent(/^No input\.$/);
  });

  test("names the refused field and says that nothing is charged", async () => {
    const problem = aProblem("invalid-parameters", {
      outcome: "refused",
      issues: [{ field: "sound", message: "sound-needs-pro" }],
    });
    const { stage } = await showFailure(anEntry({ phase: "refused", problem }), "Failure");
    await expect.element(stage.getByLabelText("Field sound")).toHaveTextContent("Pro only");
    await expect.element(stage).toHaveTextContent(/you weren't charged/);
  });
});

describe("a request that Kirin didn't receive", () => {
  test("is sent again under its own id", async () => {
    await studioLibrary.add([neverArrived("again")]);
    const bodies = takeCreates();
    const { stage } = await showFailure(neverArrived("again"), "Not received");
    await expect.element(stage).toHaveTextContent(/can't be charged twice/);
    await stage.getByRole("button", { name: "Send again" }).click();
    await eventually(() => expect(studioLibrary.get("again")?.phase).toBe("accepted"));
    expect(bodies).toEqual([expect.objectContaining({ external_task_id: "again" })]);
  });

  test("is started over under a new id only after a warning, and not if the warning is declined", async () => {
    await studioLibrary.add([neverArrived("over")]);
    const bodies = takeCreates();
    const { stage, location } = await showFailure(neverArrived("over"), "Not received");
    const start = stage.getByRole("button", { name: "Start over with a new ID…" });
    await start.click();
    const warning = page.getByRole("alertdialog", { name: "You may be charged twice" });
    await expect.element(warning).toHaveAccessibleDescription(/you pay for both/);
    await expect.element(warning.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await warning.getByRole("button", { name: "Cancel" }).click();
    await expect.element(warning).not.toBeInTheDocument();
    await expect.element(start).toHaveFocus();
    expect(startedOver("over")).toBeUndefined();

    await start.click();
    await warning.getByRole("button", { name: "Start over" }).click();
    await eventually(() => expect(location.history).toHaveLength(2));
    const next = startedOver("over");
    expect(location.history[1]).toBe(`/generations/${next?.id}`);
    await eventually(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]?.external_task_id).toBe(next?.id);
    expect(studioLibrary.get("over")?.phase).toBe("never-arrived");
  });
});

describe.each(["light", "dark"])("in the %s theme", (theme) => {
  test.each<[string, LibraryEntry, string]>([
    ["a failure", { ...failed, retryOf: "earlier" }, "Failure"],
    ["what never arrived", neverArrived("x"), "Not received"],
    ["what was withdrawn", anEntry({ phase: "withdrawn" }), "Cancelled"],
    ["a lost task", aWatchedEntry({ phase: "lost" }), "Lost"],
  ])("%s is accessible", async (_name, entry, region) => {
    document.documentElement.dataset.theme = theme;
    const { stage } = await showFailure(entry, region);
    await expectAccessible(stage.element());
  });

  test("the warning is accessible", async () => {
    document.documentElement.dataset.theme = theme;
    const { stage } = await showFailure(neverArrived("x"), "Not received");
    await stage.getByRole("button", { name: "Start over with a new ID…" }).click();
    await expectAccessible(page.getByRole("alertdialog").element());
  });
});
