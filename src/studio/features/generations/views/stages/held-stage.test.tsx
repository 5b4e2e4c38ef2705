import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { holds } from "#messages/queue.ts";
import type { Hold, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { HOLD_REASONS } from "#studio/domain/life/library-entry.ts";
import { sendQueue } from "#studio/domain/queue/send-queue.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { useEntry } from "#studio/storage/library/use-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aPreparedEntry, aProblem, aWatchedEntry, LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { showStage } from "#studio/testing/show-stage.tsx";
import { closeSettings, settingsDialog } from "#studio/ui/overlays/settings-dialog-store.ts";
import { UnfinishedStage } from "./unfinished-stage.tsx";

// Each test has its own library.
const fresh = vi.hoisted(() => ({ reset: () => {}, fail: (_fault: Error | null) => {} }));
vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  let disk = new MemoryDisk();
  let library = disk.open();
  fresh.reset = () => {
    disk = new MemoryDisk();
    library = disk.open();
  };
  fresh.fail = (fault) => {
    disk.fault = fault;
  };
  // Screens get its functions once, so each call has to use the library of the current test.
  return {
    studioLibrary: new Proxy(library, {
      get:
        (_first, name) =>
        (...given: unknown[]) =>
          Reflect.apply(Reflect.get(library, name), library, given),
    }),
  };
});

const server = mockServer();
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

beforeEach(() => {
  fresh.reset();
  // The server has no key, so tried entries stay held.
  server.use(http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, hasKey: false })));
});
afterEach(() => document.documentElement.removeAttribute("data-theme"));

function aHold(change: Partial<Hold> = {}): Hold {
  return {
    reason: "balance",
    since: inSeconds(-60),
    tries: 2,
    retryAt: inSeconds(300),
    isAsked: false,
    ...change,
  };
}

function aHeldEntry(id: string, change: Partial<LibraryEntry> = {}): LibraryEntry {
  return aPreparedEntry({ id, phase: "held", hold: aHold(), ...change });
}

/** The stage of an entry in its current state. */
function LiveStage({ id }: { id: string }) {
  const entry = useEntry(id);
  return entry && <UnfinishedStage entry={entry} onUseSettings={() => {}} />;
}

async function hold(...entries: [LibraryEntry, ...LibraryEntry[]]) {
  await studioLibrary.add(entries);
  const { screen } = await showStage(<LiveStage id={entries[0].id} />);
  return screen.getByRole("region", { name: "On hold: Standard" });
}

describe("a held generation", () => {
  test.each(HOLD_REASONS)("shows the reason %s, and that nothing is charged", async (reason) => {
    const stage = await hold(aHeldEntry("one", { hold: aHold({ reason }) }));
    await expect.element(stage.getByRole("heading")).toHaveTextContent(holds[reason].title);
    await expect.element(stage).toHaveTextContent(holds[reason].detail);
    await expect
      .element(stage)
      .toHaveTextContent("Nothing has been sent, and you haven't been charged.");
    await expect
      .element(stage)
      .toHaveTextContent(/Waiting since .*\. Retrying in (5 min 00|4 min 5\d) s\./);
  });

  test("counts the generations that use the slots", async () => {
    const stage = await hold(
      aHeldEntry("one", { hold: aHold({ reason: "slots" }) }),
      aWatchedEntry({ id: "a" }),
      aWatchedEntry({ id: "b" }),
    );
    await expect.element(stage).toHaveTextContent(/2 of them were started in this browser/);
  });

  test("shows Kirin's message after a refusal, and that nothing was created", async () => {
    const stage = await hold(
      aHeldEntry("one", {
        attempts: 1,
        problem: aProblem("upstream-payment-required", { upstreamMessage: "Please top up." }),
      }),
    );
    await expect.element(stage).toHaveTextContent("“Please top up.”");
    await expect.element(stage).toHaveTextContent("Kirin created nothing");
  });

  test("shows a retry time that Kirin set, and offers no earlier try", async () => {
    const stage = await hold(
      aHeldEntry("one", { hold: aHold({ reason: "pace", isAsked: true, retryAt: inSeconds(90) }) }),
    );
    await expect
      .element(stage)
      .toHaveTextContent(/Retrying in 1 min [23]\d s: Kirin asked the studio to wait until/);
    expect(stage.getByRole("button", { name: "Try now" }).query()).toBeNull();
    await expect.element(stage.getByRole("button", { name: "Cancel" })).toBeVisible();
  });

  test("can be tried at once", async () => {
    const stage = await hold(aHeldEntry("one"));
    const announced = await recordAnnouncements();
    await stage.getByRole("button", { name: "Try now" }).click();
    await announced("Retrying now.");
    await expect.element(stage.getByRole("heading")).toHaveTextContent("Waiting for an API key");
  });

  test.each(["no-key", "key-refused"] as const)(
    "that waits for a key (%s) leads to a check of the key, not to a retry",
    async (reason) => {
      const stage = await hold(aHeldEntry("one", { hold: aHold({ reason }) }));
      await stage.getByRole("button", { name: "Check the key" }).click();
      expect(settingsDialog.getState()).toBe("check");
      closeSettings();
      expect(stage.getByRole("button", { name: "Try now" }).query()).toBeNull();
    },
  );

  test("stays on the page while it is being tried", async () => {
    const stage = await hold(aHeldEntry("one", { phase: "sending", attempts: 2 }));
    await expect.element(stage).toHaveTextContent(/Retrying now/);
    await expect.element(stage.getByRole("button", { name: "Cancel" })).toBeDisabled();
  });

  test("can be cancelled free of charge, and stays in the library", async () => {
    const stage = await hold(aHeldEntry("one"));
    await stage.getByRole("button", { name: "Cancel" }).click();
    const after = page.getByRole("region", { name: "Cancelled: Standard" });
    await expect.element(after).toHaveTextContent(/Nothing was sent, and you weren't charged/);
    expect(studioLibrary.get("one")?.phase).toBe("withdrawn");
  });

  test("is tried after one ahead of it with the same reason", async () => {
    const stage = await hold(
      aHeldEntry("second", { queuedAt: inSeconds(-50) }),
      aHeldEntry("first", { queuedAt: inSeconds(-60) }),
    );
    await expect.element(stage).toHaveTextContent(/Sent after the ones ahead of it in the queue/);
    await expect.element(stage).toHaveTextContent(/Position 2 of 2 in the queue/);
    expect(stage.getByRole("button", { name: "Try now" }).query()).toBeNull();
  });
});

describe("a stored generation that was not sent yet", () => {
  test("waits for its turn after a short time, and can be cancelled", async () => {
    const stage = await hold(aPreparedEntry({ id: "one", queuedAt: inSeconds(-10) }));
    await expect.element(stage).toHaveTextContent(/Waiting for its turn/);
    await stage.getByRole("button", { name: "Cancel" }).click();
    await expect.element(page.getByRole("region", { name: "Cancelled" })).toBeVisible();
  });

  test("shows that it is being sent before that", async () => {
    await studioLibrary.add([aPreparedEntry({ id: "one", queuedAt: inSeconds(60) })]);
    await showStage(<LiveStage id="one" />);
    await expect.element(page.getByText("Sending to Kirin")).toBeVisible();
  });
});

describe("the queue", () => {
  const three = (): [LibraryEntry, LibraryEntry, LibraryEntry] => [
    aHeldEntry("a", { queuedAt: inSeconds(-30), request: { prompt: "Apples" } }),
    aHeldEntry("b", { queuedAt: inSeconds(-20), request: { prompt: "Boats" } }),
    aHeldEntry("c", { queuedAt: inSeconds(-10), request: { prompt: "Clouds" } }),
  ];
  const order = () => sendQueue(studioLibrary.getState().entries).map(({ id }) => id);
  const panel = page.getByRole("dialog", { name: "Queue" });
  const open = async () => {
    const stage = await hold(...three());
    await stage.getByRole("button", { name: "Show queue" }).click();
    await expect.element(panel).toBeVisible();
  };

  test("is not offered while only one generation waits", async () => {
    const stage = await hold(aHeldEntry("one"));
    await expect.element(stage).toBeVisible();
    expect(stage.getByRole("button", { name: "Show queue" }).query()).toBeNull();
  });

  test("shows all waiting generations in order, with their reasons", async () => {
    await open();
    await expect.element(panel.getByRole("listitem").nth(0)).toHaveTextContent(/1Apples/);
    await expect.element(panel.getByRole("listitem").nth(2)).toHaveTextContent(/3Clouds/);
    await expect.element(panel).toHaveTextContent(/Waiting for a higher balance/);
  });

  test("can be reordered by pointer and by keyboard, and the focus stays on the button", async () => {
    await open();
    await panel.getByRole("button", { name: "Move earlier: Clouds" }).click();
    await eventually(() => expect(order()).toEqual(["a", "c", "b"]));
    const earlier = panel.getByRole("button", { name: "Move earlier: Clouds" });
    await expect.element(earlier).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await eventually(() => expect(order()).toEqual(["c", "a", "b"]));
    await expect.element(earlier).toHaveFocus();
    // The first one can't move further.
    await expect.element(earlier).toHaveAttribute("aria-disabled", "true");
    await userEvent.keyboard("{Enter}");
    await panel.getByRole("button", { name: "Move later: Apples" }).click();
    await eventually(() => expect(order()).toEqual(["c", "b", "a"]));
  });

  test("lets each generation be cancelled, and stays open until the last", async () => {
    await open();
    for (const prompt of ["Boats", "Clouds", "Apples"]) {
      await panel.getByRole("button", { name: `Cancel: ${prompt}` }).click();
      await eventually(() => expect(panel.getByText(prompt).query()).toBeNull());
    }
    expect(order()).toEqual([]);
  });

  test("storage: the library cannot be written when a queued generation is moved or cancelled → an error is shown, and nothing changes", async () => {
    await open();
    fresh.fail(domFault("UnknownError"));
    await panel.getByRole("button", { name: "Move earlier: Clouds" }).click();
    const row = panel.getByRole("listitem").nth(2);
    await expect
      .element(row.getByRole("alert"))
      .toHaveTextContent(/^Couldn't move the request\. The/);
    await panel.getByRole("button", { name: "Cancel: Clouds" }).click();
    await expect
      .element(row.getByRole("alert"))
      .toHaveTextContent(/^Couldn't cancel the request\./);
    expect(order()).toEqual(["a", "b", "c"]);
    fresh.fail(null);
    await panel.getByRole("button", { name: "Move earlier: Clouds" }).click();
    await eventually(() => expect(order()).toEqual(["a", "c", "b"]));
    await expect.element(panel.getByRole("alert")).not.toBeInTheDocument();
  });

  test("takes the focus, and closes by its button and by Escape", async () => {
    await open();
    await expect.element(panel).toHaveFocus();
    await panel.getByRole("button", { name: "Close" }).click();
    await expect.element(panel).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Show queue" }).click();
    await userEvent.keyboard("{Escape}");
    await expect.element(panel).not.toBeInTheDocument();
  });

  test.each(["light", "dark"])(
    "is accessible in the %s theme, and so is the stage",
    async (theme) => {
      document.documentElement.dataset.theme = theme;
      await open();
      await expectAccessible(panel.element());
      await expectAccessible(page.getByRole("region", { name: "On hold" }).element());
    },
  );
});
