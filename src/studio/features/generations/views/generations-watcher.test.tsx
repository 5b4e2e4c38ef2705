import { HttpResponse, http } from "msw";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aGeneration,
  anEntry,
  aProblem,
  aWatchedEntry,
  LIVE_CONFIG,
} from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { Announcer } from "#studio/ui/announcer.tsx";
import { setPageTitle } from "#studio/ui/document-title.ts";
import { GenerationsWatcher } from "./generations-watcher.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

// Whether clips are saved is tested elsewhere.
vi.mock(import("#studio/downloads/studio-downloads.ts"), async (original) => {
  const { studioDownloads } = await original();
  return { studioDownloads: { ...studioDownloads, save: async () => null } };
});

const server = mockServer();
const GENERATION = "/api/generations/:id";
const POLL_MS = 5;

beforeEach(() => {
  server.use(
    http.get("/api/config", () =>
      HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator", pollMinMs: POLL_MS }),
    ),
  );
});

// All tests of this file share one library, so what a test leaves behind would affect the next.
afterEach(async () => {
  for (const { id } of studioLibrary.getState().entries) {
    await studioLibrary.update(id, (entry) => ({ ...entry, phase: "refused" }));
  }
});

async function watch(...entries: LibraryEntry[]) {
  await studioLibrary.add(entries);
  return render(
    <StrictMode>
      <Announcer />
      <GenerationsWatcher />
    </StrictMode>,
  );
}

/** Resolves once an entry meets the condition. */
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

test("polls until Kirin reports the end, announces it, and stops polling", async () => {
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
  const screen = await watch(aWatchedEntry({ id: "a", sentAt: new Date().toISOString() }));
  await until("a", ({ phase }) => phase === "completed");
  await expect.element(screen.getByRole("status")).toHaveTextContent(/^Clip ready: A lighthouse/);
  expect(asked.mock.calls).toEqual([["kirin-a"], ["kirin-a"], ["kirin-a"]]);
});

test("shows a failed status check without failing the generation, and reads at once when the tab becomes visible", async () => {
  server.use(
    http.get(GENERATION, () => HttpResponse.error(), { once: true }),
    http.get(GENERATION, () => HttpResponse.json(aCompletedGeneration({ id: "kirin-b" }))),
  );
  await watch(aWatchedEntry({ id: "b" }));
  await until("b", ({ problem }) => problem?.code === "studio-unreachable");
  expect(studioLibrary.get("b")?.phase).toBe("waiting");
  document.dispatchEvent(new Event("visibilitychange"));
  await until("b", ({ phase, problem }) => phase === "completed" && problem === null);
});

test("reads an unanswered create by its task id and adopts the task", async () => {
  server.use(
    http.get(GENERATION, ({ params }) =>
      HttpResponse.json(aGeneration({ id: "kirin-c", externalTaskId: String(params.id) })),
    ),
  );
  await watch(anEntry({ id: "c", phase: "unknown", problem: aProblem("upstream-timeout") }));
  await until("c", ({ phase, generation }) => phase === "waiting" && generation?.id === "kirin-c");
});

test("looks up a create that was in flight when the last page closed, without sending it again", async () => {
  const sent = vi.fn();
  server.use(
    http.post("/api/generations", sent),
    http.get(GENERATION, () =>
      HttpResponse.json(aCompletedGeneration({ id: "kirin-d", externalTaskId: "d" })),
    ),
  );
  await watch(anEntry({ id: "d", sentAt: new Date().toISOString() }));
  await until("d", ({ phase }) => phase === "completed");
  expect(sent).not.toHaveBeenCalled();
});

test("counts unseen results in front of the screen's name in the tab's title", async () => {
  setPageTitle("Library · Kirin Studio");
  const seenAt = new Date().toISOString();
  const screen = await watch(
    aCompletedEntry({ id: "e" }),
    aCompletedEntry({ id: "f" }),
    aCompletedEntry({ id: "g", seenAt }),
  );
  await eventually(() => expect(document.title).toBe("(2) Library · Kirin Studio"));
  setPageTitle("Create · Kirin Studio");
  expect(document.title).toBe("(2) Create · Kirin Studio");
  await studioLibrary.update("e", (entry) => ({ ...entry, seenAt }));
  await expect.poll(() => document.title).toBe("(1) Create · Kirin Studio");
  await screen.unmount();
  expect(document.title).toBe("Create · Kirin Studio");
});

test("shows a system notification for an end while the page is hidden, if permitted, which opens the generation", async () => {
  const shown = vi.fn<(title: string, options: NotificationOptions) => void>();
  const made: Notification[] = [];
  class FakeNotification extends EventTarget {
    static readonly permission = "granted";
    onclick: (() => void) | null = null;
    readonly close = vi.fn();
    constructor(title: string, options: NotificationOptions) {
      super();
      shown(title, options);
      // The part of the Notification API that the studio uses.
      made.push(this as unknown as Notification);
    }
  }
  vi.stubGlobal("Notification", FakeNotification);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  server.use(
    http.get(GENERATION, () => HttpResponse.json(aCompletedGeneration({ id: "kirin-h" }))),
  );
  const before = location.href;
  await watch(aWatchedEntry({ id: "h" }));
  await eventually(() => expect(made).toHaveLength(1));
  expect(shown.mock.calls[0]).toMatchObject([
    "Your clip is ready",
    { tag: "h", body: "A lighthouse at dusk, waves below" },
  ]);
  made[0]?.onclick?.(new Event("click"));
  expect(location.pathname).toBe("/generations/h");
  expect(made[0]?.close).toHaveBeenCalled();
  history.replaceState(null, "", before);
  vi.unstubAllGlobals();
});

test.each([
  ["in the back/forward cache", new PageTransitionEvent("pagehide", { persisted: true })],
  ["frozen", new Event("freeze")],
])(
  "tabs: the browser freezes a page or puts it into its back/forward cache → the page yields to other tabs, and resumes when it is shown (%s)",
  async (_how, event) => {
    const asked = vi.fn();
    server.use(
      http.get(GENERATION, () => {
        asked();
        return HttpResponse.json(aGeneration({ id: "kirin-i" }));
      }),
    );
    const id = `i-${event.type}`;
    await watch(
      aWatchedEntry({ id, generation: aGeneration({ id: "kirin-i", externalTaskId: id }) }),
    );
    await until(id, ({ unendedAt }) => unendedAt !== null);
    const target = event.type === "freeze" ? document : window;
    target.dispatchEvent(event);
    // Another tab can have the lock now.
    await navigator.locks.request("kirin-studio-leader", async () => {
      const heardAt = studioLibrary.get(id)?.heardAt;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(studioLibrary.get(id)?.heardAt).toBe(heardAt);
    });
    const { length } = asked.mock.calls;
    if (event.type === "freeze") document.dispatchEvent(new Event("resume"));
    else window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await eventually(() => expect(asked.mock.calls.length).toBeGreaterThan(length));
  },
);
