import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { HttpResponse, http } from "msw";
import { describe, expect, test, vi } from "vitest";
import { cleanup } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { formatClock } from "#studio/format/dates.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aGeneration, anEntry, aProblem, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { showStage } from "#studio/testing/show-stage.tsx";
import { UnfinishedStage } from "./unfinished-stage.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** Shows one waiting stage in place of the last. */
async function wait(entry: LibraryEntry) {
  await cleanup();
  const { screen } = await showStage(<UnfinishedStage entry={entry} onUseSettings={() => {}} />);
  return screen.getByRole("region", { name: "Waiting" });
}

describe("waiting", () => {
  test("shows Kirin's status, the time of the last update, and the usual and elapsed times", async () => {
    const stage = await wait(
      aWatchedEntry({
        preparedAt: secondsAgo(600),
        sentAt: secondsAgo(65),
        heardAt: secondsAgo(10),
        generation: aGeneration({ upstreamStatus: "warming_up", progress: null }),
      }),
    );
    // Kirin's own word is under the technical details.
    await expect.element(stage).toHaveTextContent(/Kirin is working on it, updated 1\d s ago/);
    await expect.element(stage).not.toHaveTextContent("warming_up");
    // The earlier time in the queue doesn't count.
    await expect.element(stage.getByRole("timer")).toHaveTextContent(/^1 min 0\d s$/);
    await expect.element(stage).toHaveTextContent(/Usually 60 to 90 s, 1 min 0\d s so far/);
  });

  test.each([
    ["queued", "in_queue", "In Kirin's queue"],
    ["running", "IN_PROGRESS", "Rendering"],
  ] as const)("names the status %s in plain words", async (status, upstreamStatus, shown) => {
    const stage = await wait(
      aWatchedEntry({ generation: aGeneration({ status, upstreamStatus }) }),
    );
    await expect.element(stage.getByText(shown, { exact: true })).toBeVisible();
    await expect.element(stage).not.toHaveTextContent(upstreamStatus);
  });

  test("shows what it will cost once it is done", async () => {
    server.use(
      http.post("/api/quotes", () =>
        HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
      ),
    );
    const stage = await wait(aWatchedEntry());
    await expect.element(stage).toHaveTextContent("$0.21 when it's done");
  });

  test("is reported as unusually long after three times the usual time, and stays tracked", async () => {
    const stage = await wait(aWatchedEntry({ sentAt: secondsAgo(280) }));
    await expect
      .element(stage)
      .toHaveTextContent(
        /Taking longer than usual: 4 min 4\d s so far, usually 60 to 90 s\. The studio keeps checking\./,
      );
    await expect.element(stage.getByRole("button", { name: "Stop tracking" })).toBeVisible();
  });

  test("shows progress only if Kirin reports it", async () => {
    const silent = await wait(aWatchedEntry({ generation: aGeneration({ progress: null }) }));
    await expect.element(silent).toBeVisible();
    expect(silent.getByRole("progressbar").query()).toBeNull();
    const telling = await wait(aWatchedEntry({ generation: aGeneration({ progress: 0.4 }) }));
    await expect.element(telling.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "40");
    await expect.element(telling).toHaveTextContent("40 %, reported by Kirin");
  });

  test("stops tracking on request, and explains that Kirin continues and charges", async () => {
    const entry = aWatchedEntry({ id: "stop" });
    await studioLibrary.add([entry]);
    const button = (await wait(entry)).getByRole("button", { name: "Stop tracking" });
    await expect.element(button).toHaveAccessibleDescription(/keeps rendering, and charges/);
    const announced = await recordAnnouncements();
    await button.click();
    await announced("The studio has stopped tracking it.");
    expect(studioLibrary.get("stop")?.isWatched).toBe(false);
    const stopped = await wait({ ...entry, isWatched: false });
    await expect.element(stopped).toHaveTextContent(/Kirin keeps rendering, and charges/);
    const asked = vi.fn();
    server.use(
      http.get("/api/generations/kirin-stop", () => {
        asked();
        return HttpResponse.json(aGeneration({ id: "kirin-stop", externalTaskId: "stop" }));
      }),
    );
    const announcedAgain = await recordAnnouncements();
    await stopped.getByRole("button", { name: "Resume tracking" }).click();
    await announcedAgain("Tracking it again.");
    await eventually(() => expect(asked).toHaveBeenCalled());
    expect(studioLibrary.get("stop")?.isWatched).toBe(true);
  });

  test("shows a failed status check without calling it a failure", async () => {
    const stage = await wait(aWatchedEntry({ problem: aProblem("upstream-unreachable") }));
    await expect.element(stage).toHaveTextContent(/Couldn't reach Kirin\..*keeps trying/);
  });

  test("is accessible in either theme", async () => {
    const stage = await wait(aWatchedEntry({ problem: aProblem("upstream-unreachable") }));
    await expectAccessible(stage.element());
  });
});

describe("an unconfirmed create", () => {
  const unknown = (change: Partial<LibraryEntry> = {}) =>
    anEntry({ phase: "unknown", problem: aProblem("upstream-timeout"), ...change });

  test("offers a check but no retry, and adopts the task that the check finds", async () => {
    const entry = unknown({ id: "look" });
    await studioLibrary.add([entry]);
    server.use(
      http.get("/api/generations/look", () =>
        HttpResponse.json(aGeneration({ id: "kirin-look", externalTaskId: "look" })),
      ),
    );
    const stage = await wait(entry);
    await expect.element(stage).toHaveTextContent(/Checking whether Kirin received it/);
    expect(stage.getByRole("button").elements()).toHaveLength(1);
    await stage.getByRole("button", { name: "Check now" }).click();
    await eventually(() => expect(studioLibrary.get("look")?.phase).toBe("waiting"));
  });

  test("says what is checked, how often, and when the result is certain", async () => {
    const sentAt = secondsAgo(20);
    const missing = { since: sentAt, reads: 3 };
    const stage = await wait(unknown({ sentAt, missing }));
    await expect
      .element(stage)
      .toHaveTextContent(/checks for the task by its ID and never sends it twice/);
    await expect.element(stage).toHaveTextContent(/after 2, 5, 15 and 30 s/);
    await expect.element(stage).toHaveTextContent(/replied 3 times that it has no such task/);
    // Twice the 30 s that the proxy waits for a create.
    const certain = formatClock(new Date(Date.parse(sentAt) + 60_000).toISOString());
    await expect
      .element(stage)
      .toHaveTextContent(
        `If Kirin gives the same answer after ${certain}, it didn't receive the request`,
      );
    const late = await wait(unknown({ sentAt: secondsAgo(90), missing }));
    await expect
      .element(late)
      .toHaveTextContent(/If Kirin gives the same answer next time, it didn't receive the request/);
  });

  test("shows no time for the result if Kirin says that the id was used", async () => {
    const stage = await wait(
      unknown({ isConflict: true, problem: aProblem("duplicate-task-id"), missing: null }),
    );
    await expect.element(stage).toHaveTextContent(/this ID was used before/);
    expect(stage.getByText(/send it again/).query()).toBeNull();
  });
});
