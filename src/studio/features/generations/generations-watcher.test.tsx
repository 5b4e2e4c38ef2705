import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { delay, HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { studioLibrary } from "#studio/storage/studio-library.ts";
import {
  aCompletedGeneration,
  aGeneration,
  anEntry,
  aProblem,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { LIVE_CONFIG, mockServer, problemResponse } from "#studio/testing/kirin-mock.ts";
import { Announcer } from "#studio/ui/announcer.tsx";
import { GenerationsWatcher } from "./generations-watcher.tsx";

vi.mock(import("#studio/storage/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const GENERATION = "/api/generations/:id";
const POLL_MS = 5;
let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
  server.use(
    http.get("/api/config", () =>
      HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator", pollMinMs: POLL_MS }),
    ),
  );
});

// One library serves all tests of this file: what a test leaves under way would be watched in the next.
afterEach(async () => {
  for (const { id } of studioLibrary.getSnapshot().entries) {
    await studioLibrary.update(id, (entry) => ({ ...entry, phase: "refused" }));
  }
});

async function watch(entries: LibraryEntry[]) {
  await studioLibrary.add(entries);
  return render(
    <QueryClientProvider client={client}>
      <Announcer />
      <GenerationsWatcher />
    </QueryClientProvider>,
  );
}

/** Resolves once an entry is as wanted. */
function until(id: string, isWanted: (entry: LibraryEntry) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      const entry = studioLibrary.get(id);
      if (!entry || !isWanted(entry)) return;
      stop();
      resolve();
    };
    const stop = studioLibrary.subscribe(check);
    check();
  });
}

const watches = () => client.getQueryCache().findAll({ queryKey: ["watch"], type: "active" });

test("asks until Kirin says it has ended, tells of the end, and asks no more", async () => {
  const answers = [
    aGeneration({ id: "kirin-a", status: "queued" }),
    aGeneration({ id: "kirin-a" }),
    aCompletedGeneration({ id: "kirin-a" }),
  ];
  const asked = vi.fn();
  server.use(
    http.get(GENERATION, ({ params }) => {
      asked(params.id);
      return HttpResponse.json(answers.shift());
    }),
  );
  const screen = await watch([aWatchedEntry({ id: "a", sentAt: new Date().toISOString() })]);
  await until("a", ({ phase }) => phase === "ended");
  await expect.element(screen.getByRole("status")).toHaveTextContent(/^Clip ready: A lighthouse/);
  await vi.waitFor(() => expect(watches()).toEqual([]));
  expect(asked.mock.calls).toEqual([["kirin-a"], ["kirin-a"], ["kirin-a"]]);
});

test("trouble on the way is no failure: it is shown, and a look at the tab asks at once", async () => {
  server.use(
    http.get(GENERATION, () => HttpResponse.error(), { once: true }),
    http.get(GENERATION, () => HttpResponse.json(aCompletedGeneration({ id: "kirin-b" }))),
  );
  await watch([aWatchedEntry({ id: "b" })]);
  await until("b", ({ problem }) => problem?.code === "studio-unreachable");
  expect(studioLibrary.get("b")?.phase).toBe("watching");
  window.dispatchEvent(new Event("visibilitychange"));
  await until("b", ({ phase, problem }) => phase === "ended" && problem === null);
});

test("an unanswered create is read by its task id and adopted", async () => {
  server.use(
    http.get(GENERATION, ({ params }) =>
      HttpResponse.json(aGeneration({ id: "kirin-c", externalTaskId: String(params.id) })),
    ),
  );
  await watch([anEntry({ id: "c", phase: "unknown", problem: aProblem("upstream-timeout") })]);
  await until("c", ({ phase, generation }) => phase === "watching" && generation?.id === "kirin-c");
});

test("what was being sent when the last page closed is looked for, not sent again", async () => {
  const sent = vi.fn();
  server.use(
    http.post("/api/generations", sent),
    http.get(GENERATION, () =>
      problemResponse(aProblem("task-not-found", { status: 404, retryable: false })),
    ),
  );
  const longAgo = new Date(0).toISOString();
  await watch([anEntry({ id: "d", sentAt: longAgo })]);
  await until("d", ({ phase }) => phase === "refused");
  expect(studioLibrary.get("d")?.problem?.code).toBe("never-arrived");
  expect(sent).not.toHaveBeenCalled();
});

test("what another tab left behind is looked for once nobody can be waiting for it", async () => {
  server.use(
    http.get(GENERATION, () =>
      HttpResponse.json(aGeneration({ id: "kirin-g", externalTaskId: null })),
    ),
  );
  await watch([]);
  // Another tab writes into the same library.
  const sentAt = new Date(Date.now() - 60_000).toISOString();
  await studioLibrary.add([anEntry({ id: "g", sentAt })]);
  await until("g", ({ phase }) => phase === "watching");
});

test("an end that comes while nobody looks is counted in the tab's title", async () => {
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.title = "Create";
  server.use(
    http.get(GENERATION, () => HttpResponse.json(aCompletedGeneration({ id: "kirin-h" }))),
  );
  await watch([aWatchedEntry({ id: "h" })]);
  await vi.waitFor(() => expect(document.title).toBe("(1) Create"));
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(document.title).toBe("Create");
});

test("what the creator stopped watching is left alone", async () => {
  server.use(http.get(GENERATION, () => HttpResponse.json(aGeneration({ id: "kirin-f" }))));
  await watch([aWatchedEntry({ id: "e", isWatched: false }), aWatchedEntry({ id: "f" })]);
  await until("f", ({ heardAt }) => heardAt !== aWatchedEntry().heardAt);
  expect(watches().map(({ queryKey }) => queryKey)).toEqual([["watch", "f"]]);
});

test("of many at once only a few are asked about at a time, and all are", async () => {
  let open = 0;
  let most = 0;
  server.use(
    http.get(GENERATION, async ({ params }) => {
      open += 1;
      most = Math.max(most, open);
      await delay(5);
      open -= 1;
      const id = String(params.id);
      return HttpResponse.json(aCompletedGeneration({ id, externalTaskId: id.slice(6) }));
    }),
  );
  const ids = Array.from({ length: 20 }, (_, index) => `many-${index}`);
  await watch(ids.map((id) => aWatchedEntry({ id })));
  await Promise.all(ids.map((id) => until(id, ({ phase }) => phase === "ended")));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});
