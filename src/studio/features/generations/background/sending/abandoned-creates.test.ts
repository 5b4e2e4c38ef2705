import { beforeEach, describe, expect, test } from "vitest";
import { ENTRY_PHASES } from "#studio/domain/life/library-entry.ts";
import { anEntry, anEntryIn, aPreparedEntry, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";
import { startAbandonedCreates } from "./abandoned-creates.ts";

let page: ReturnType<typeof openPage>;
let stop: () => void;
beforeEach(() => {
  page = openPage();
  stop = () => {};
  return () => stop();
});

async function start(): Promise<void> {
  stop = startAbandonedCreates(page.deps);
  await page.time.advance(0);
}

const phaseOf = (id: string) => page.row(id)?.phase;

describe("at startup", () => {
  test("tabs: a page was closed before its create was answered → the task is looked up at the next start", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    page.disk.rows.set("b", anEntry({ id: "b", sentAt: atSecond(-86_400) }));
    await start();
    expect([phaseOf("a"), phaseOf("b")]).toEqual(["unknown", "unknown"]);
    expect(page.time.pending).toBe(0);
  });

  test("leaves the creates of this page alone", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    page.deps.sending.add("a");
    await start();
    expect(phaseOf("a")).toBe("sending");
    await page.time.advance(600_000);
    expect(phaseOf("a")).toBe("sending");
  });

  test("changes no other phase", async () => {
    for (const phase of ENTRY_PHASES) page.disk.rows.set(phase, anEntryIn(phase, { id: phase }));
    await start();
    for (const phase of ENTRY_PHASES) {
      expect(phaseOf(phase)).toBe(phase === "sending" ? "unknown" : phase);
    }
  });

  test("changes nothing after it was stopped", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    const starting = start();
    stop();
    await starting;
    expect(phaseOf("a")).toBe("sending");
  });
});

describe("later", () => {
  /** Another tab sends at some second, and is closed. */
  async function leaveBehind(id: string, second: number | null): Promise<void> {
    const sentAt = second === null ? null : atSecond(second);
    await openPage(page.disk, page.time).library.add([anEntry({ id, sentAt })]);
    await page.time.advance(0);
  }

  test("leaves a create of another tab alone for a minute, twice the timeout of the proxy", async () => {
    await start();
    await leaveBehind("a", 0);
    await page.time.advance(30_000);
    await leaveBehind("b", 30);
    await page.time.advance(29_999);
    expect(phaseOf("a")).toBe("sending");
    await page.time.advance(1);
    expect([phaseOf("a"), phaseOf("b")]).toEqual(["unknown", "sending"]);
    await page.time.advance(30_000);
    expect(phaseOf("b")).toBe("unknown");
    expect(page.time.pending).toBe(0);
  });

  test("counts from the submit if the time of sending is unknown", async () => {
    await start();
    await leaveBehind("a", null);
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("leaves a create alone that got its response meanwhile", async () => {
    await start();
    await leaveBehind("a", 0);
    await page.library.update("a", () => anEntryIn("accepted", { id: "a" }));
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("accepted");
    expect(page.time.pending).toBe(0);
  });

  test("leaves a create alone that this page claims during the check", async () => {
    await start();
    await leaveBehind("a", 0);
    const { update } = page.library;
    page.library.update = (id, change) => {
      page.deps.sending.add(id);
      return update(id, change);
    };
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("sending");
  });

  test("sets its timer again if it fired slightly early", async () => {
    const { setTimer } = page.time;
    let isEarly = true;
    page.deps.setTimer = (callback, delayMs) => {
      const rings = setTimer(callback, delayMs - (isEarly ? 1 : 0));
      isEarly = false;
      return rings;
    };
    await start();
    await leaveBehind("a", 0);
    await page.time.advance(59_999);
    expect(phaseOf("a")).toBe("sending");
    await page.time.advance(1);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("clock: the clock was set back after a page was closed during its create → the task is looked up at once", async () => {
    await start();
    await leaveBehind("a", 3600);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("changes nothing after it was stopped", async () => {
    await start();
    await leaveBehind("a", 0);
    stop();
    await leaveBehind("b", 0);
    await page.time.advance(600_000);
    expect([phaseOf("a"), phaseOf("b")]).toEqual(["sending", "sending"]);
    expect(page.time.pending).toBe(0);
  });

  test("looks up an overdue create after the machine slept", async () => {
    await start();
    await leaveBehind("a", 0);
    page.time.suspend(8 * 3_600_000);
    await page.time.advance(0);
    expect(page.row("a")).toMatchObject({ phase: "unknown", sentAt: NOON });
  });
});

describe("with locks that tell which tabs are open", () => {
  /** Resolvers for the end of each tab, by the id that it was sending. */
  let gone: Map<string, () => void>;
  let asked: string[];
  beforeEach(() => {
    gone = new Map();
    asked = [];
    page.deps.senderGone = (id) => {
      asked.push(id);
      return new Promise((resolve) => gone.set(id, resolve));
    };
  });

  async function tabIsGone(id: string): Promise<void> {
    gone.get(id)?.();
    await page.time.advance(0);
  }

  test("tabs: a tab becomes the leader while another is sending → that create is left alone until its tab is closed", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.time.advance(59_999);
    expect(phaseOf("a")).toBe("sending");
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("unknown");
  });

  test("tabs: a tab that is not the leader crashes while it is sending → its task is looked up at once", async () => {
    await start();
    const other = openPage(page.disk, page.time);
    await other.library.add([anEntry({ id: "a" })]);
    await page.time.advance(0);
    await other.library.update("a", (entry) => ({ ...entry, problem: null }));
    await page.time.advance(0);
    expect(asked).toEqual(["a"]);
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("unknown");
  });

  test("waits for the tab that claimed a create before this tab could", async () => {
    page.disk.put(aPreparedEntry({ id: "a" }));
    await start();
    const release = page.deps.sending.add("a");
    await page.library.update("a", () => anEntry({ id: "a" }));
    await page.time.advance(0);
    expect(asked).toEqual([]);
    release();
    await page.time.advance(0);
    expect(asked).toEqual(["a"]);
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("unknown");
  });

  test("waits again for the next create of the same entry", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.library.update("a", () => anEntry({ id: "a", attempts: 2 }));
    await page.time.advance(0);
    expect(asked).toEqual(["a", "a"]);
  });

  test("tabs: a tab freezes while it is sending → its task is looked up after a minute", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("changes nothing after it was stopped", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    stop();
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("sending");
  });
});
