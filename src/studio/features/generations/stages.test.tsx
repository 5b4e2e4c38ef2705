import "#studio/app/tokens.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { studioProblem } from "#studio/domain/studio-problem.ts";
import { studioLibrary } from "#studio/storage/studio-library.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import {
  aCompletedEntry,
  aGeneration,
  anEntry,
  aProblem,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { FailureStage } from "./failure-stage.tsx";
import { WaitingStage } from "./waiting-stage.tsx";

vi.mock(import("#studio/storage/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

afterEach(() => document.documentElement.removeAttribute("data-theme"));

function show(stage: React.ReactNode) {
  const location = memoryLocation({ path: "/", record: true });
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={location.hook}>{stage}</Router>
    </QueryClientProvider>,
  ).then((screen) => ({ screen, location }));
}

describe("waiting", () => {
  /** Shows one waiting stage in place of the last. */
  async function wait(entry: LibraryEntry) {
    await cleanup();
    const { screen } = await show(<WaitingStage entry={entry} />);
    return screen.getByRole("region", { name: "Waiting" });
  }

  test("says Kirin's own word, when it was heard, and for how long it has run", async () => {
    const stage = await wait(
      aWatchedEntry({
        preparedAt: secondsAgo(65),
        heardAt: secondsAgo(10),
        generation: aGeneration({ upstreamStatus: "warming_up", progress: null }),
      }),
    );
    await expect.element(stage).toHaveTextContent(/Kirin says “warming_up”, heard 1\d s ago/);
    await expect.element(stage.getByRole("timer")).toHaveTextContent(/^1 min 0\d s$/);
    await expect
      .element(stage)
      .toHaveTextContent("Such ones usually take 1 min 00 s to 1 min 30 s");
  });

  test("shows progress only if Kirin reports it", async () => {
    const silent = await wait(aWatchedEntry({ generation: aGeneration({ progress: null }) }));
    await expect.element(silent).toBeVisible();
    expect(silent.getByRole("progressbar").query()).toBeNull();
    const telling = await wait(aWatchedEntry({ generation: aGeneration({ progress: 0.4 }) }));
    await expect.element(telling.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "40");
  });

  test("stops watching at the creator's word, and says that Kirin goes on and charges", async () => {
    const entry = aWatchedEntry({ id: "stop" });
    await studioLibrary.add([entry]);
    const button = (await wait(entry)).getByRole("button", { name: "Stop watching" });
    await expect.element(button).toHaveAccessibleDescription(/goes on, and charges/);
    await button.click();
    await vi.waitFor(() => expect(studioLibrary.get("stop")?.isWatched).toBe(false));
    const stopped = await wait({ ...entry, isWatched: false });
    await expect.element(stopped).toHaveTextContent(/Kirin goes on, and charges/);
    await stopped.getByRole("button", { name: "Watch again" }).click();
    await vi.waitFor(() => expect(studioLibrary.get("stop")?.isWatched).toBe(true));
  });

  test("names trouble without calling it a failure", async () => {
    const stage = await wait(aWatchedEntry({ problem: aProblem("upstream-unreachable") }));
    await expect.element(stage).toHaveTextContent(/Kirin cannot be reached\..*keeps trying/);
  });

  test("while nobody knows, offers a look and no retry", async () => {
    const entry = anEntry({ id: "look", phase: "unknown", problem: aProblem("upstream-timeout") });
    await studioLibrary.add([entry]);
    server.use(
      http.get("/api/generations/look", () =>
        HttpResponse.json(aGeneration({ id: "kirin-look", externalTaskId: "look" })),
      ),
    );
    const stage = await wait(entry);
    await expect.element(stage).toHaveTextContent(/Checking whether Kirin has it/);
    expect(stage.getByRole("button").elements()).toHaveLength(1);
    await stage.getByRole("button", { name: "Check now" }).click();
    await vi.waitFor(() => expect(studioLibrary.get("look")?.phase).toBe("watching"));
  });

  test.each(["light", "dark"])("is accessible in the %s theme", async (theme) => {
    document.documentElement.dataset.theme = theme;
    const stage = await wait(aWatchedEntry({ problem: aProblem("upstream-unreachable") }));
    await expectAccessible(stage.element());
  });
});

describe("a failure", () => {
  const failed = aCompletedEntry({
    id: "failed",
    generation: aGeneration({
      status: "failed",
      error: { code: "002014099", message: "The prompt was refused." },
    }),
  });

  async function fail(entry: LibraryEntry, onUseSettings = () => {}) {
    const { screen, location } = await show(
      <FailureStage entry={entry} onUseSettings={onUseSettings} />,
    );
    return { stage: screen.getByRole("region", { name: "Failure" }), location };
  }

  test("tells code, Kirin's message, meaning and what to do", async () => {
    const { stage } = await fail(failed);
    await expect.element(stage.getByRole("heading")).toHaveTextContent("Kirin could not start");
    await expect.element(stage.getByLabelText("Code")).toHaveTextContent("002014099");
    await expect.element(stage.getByLabelText("Kirin's message")).toHaveTextContent("refused");
    await expect.element(stage).toHaveTextContent(/not charged.*Look over the prompt/);
  });

  test("is retried as a new generation, which is gone to; the failed one stays", async () => {
    await studioLibrary.add([failed]);
    server.use(
      http.post("/api/generations", () =>
        HttpResponse.json(aGeneration({ externalTaskId: null }), { status: 201 }),
      ),
    );
    const { stage, location } = await fail(failed);
    await stage.getByRole("button", { name: "Try again" }).click();
    await vi.waitFor(() => expect(location.history).toHaveLength(2));
    const next = studioLibrary.getSnapshot().entries.find(({ retryOf }) => retryOf === "failed");
    expect(location.history[1]).toBe(`/generations/${next?.id}`);
    expect(studioLibrary.get("failed")).toEqual(failed);
    await vi.waitFor(() => expect(studioLibrary.get(next?.id ?? "")?.phase).toBe("watching"));
  });

  test("gives its settings back", async () => {
    const onUseSettings = vi.fn();
    const { stage } = await fail(failed, onUseSettings);
    await stage.getByRole("button", { name: "Use these settings" }).click();
    expect(onUseSettings).toHaveBeenCalledOnce();
  });

  test("of a refusal names the field and says that nothing is charged", async () => {
    const problem = aProblem("invalid-parameters", {
      outcome: "refused",
      issues: [{ field: "sound", message: "sound-needs-pro" }],
    });
    const { stage } = await fail(anEntry({ phase: "refused", problem }));
    await expect.element(stage.getByLabelText("Field sound")).toHaveTextContent("Only Pro");
    await expect.element(stage).toHaveTextContent(/nothing is charged/);
  });

  test("of what never arrived offers to send it again, under its id", async () => {
    const problem = studioProblem("never-arrived", { detail: "", retryable: true });
    const { stage } = await fail(anEntry({ phase: "refused", problem }));
    await expect.element(stage.getByRole("button", { name: "Send again" })).toBeVisible();
    await expect.element(stage).toHaveTextContent(/cannot be paid twice/);
  });

  test.each(["light", "dark"])("is accessible in the %s theme", async (theme) => {
    document.documentElement.dataset.theme = theme;
    const { stage } = await fail({ ...failed, retryOf: "earlier" });
    await expectAccessible(stage.element());
  });
});
