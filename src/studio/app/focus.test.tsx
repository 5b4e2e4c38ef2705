import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  aGeneration,
  aPreparedEntry,
  atSecond,
  LIVE_CONFIG,
} from "#studio/testing/fixtures.ts";
import { expectFocusMoved } from "#studio/testing/focus.tsx";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { App } from "./app.tsx";
import { createQueryClient } from "./query-client.ts";
import "./tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const START = location.href;
let client = createQueryClient();

beforeEach(() => {
  client = createQueryClient();
  localStorage.clear();
  server.use(
    http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator" })),
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
    http.post<never, { external_task_id?: string }>("/api/generations", async ({ request }) => {
      const externalTaskId = (await request.json()).external_task_id ?? null;
      const generation = aGeneration({ id: `kirin-${externalTaskId}`, externalTaskId });
      return HttpResponse.json(generation, { status: 201 });
    }),
    http.get("/api/generations/:id", () => new HttpResponse(null, { status: 404 })),
  );
});

afterEach(async () => {
  // A request after the test would find no handler.
  await eventually(() => {
    expect(client.isFetching()).toBe(0);
    const phases = studioLibrary.getState().entries.map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === "prepared" || phase === "sending")).toEqual([]);
  });
  await cleanup();
  history.replaceState(null, "", START);
});

async function open(entry: LibraryEntry) {
  await studioLibrary.add([entry]);
  history.replaceState(null, "", `/generations/${entry.id}`);
  await render(<App queryClient={client} />);
}

const held = aPreparedEntry({
  id: "held",
  phase: "held",
  hold: {
    reason: "balance",
    since: atSecond(0),
    tries: 2,
    retryAt: new Date(Date.now() + 600_000).toISOString(),
    isAsked: false,
  },
});

// In this order: the create that "Try again" sends would show that the balance is fine and send the held entry.
it.each([
  ["Cancel", held],
  ["Try again", aFailedEntry({ id: "failed" })],
])("%s hands the focus to the stage", async (name, entry) => {
  await open(entry);
  const stage = page.getByRole("region", { name: "Stage", exact: true });
  await expectFocusMoved(stage.getByRole("button", { name, exact: true }));
  await expect.element(stage).toHaveFocus();
});

it("Generate again keeps the focus off the body", async () => {
  const generation = aCompletedGeneration({ id: "kirin-done", clips: [] });
  await open(aCompletedEntry({ id: "done", generation }));
  const button = page.getByRole("button", { name: /^Generate again/ });
  await button.click();
  await eventually(() => expect(location.pathname).not.toBe("/generations/done"));
  await expect.element(page.getByRole("region", { name: "Waiting: Standard" })).toBeVisible();
  expect(document.activeElement).not.toBe(document.body);
});
