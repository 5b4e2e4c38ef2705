import { beforeEach, describe, expect, test } from "vitest";
import { ENTRY_PHASES } from "#studio/domain/life/library-entry.ts";
import { anEntry, anEntryIn, atSecond, NOON } from "#studio/testing/fixtures.ts";
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

describe("at the start", () => {
  test("tabs: a page was gone before its create was answered → looked for at the next start", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    page.disk.rows.set("b", anEntry({ id: "b", sentAt: atSecond(-86_400) }));
    await start();
    expect([phaseOf("a"), phaseOf("b")]).toEqual(["unknown", "unknown"]);
    expect(page.time.pending).toBe(0);
  });

  test("but for what this very page is sending", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    page.deps.sending.add("a");
    await start();
    expect(phaseOf("a")).toBe("sending");
    await page.time.advance(600_000);
    expect(phaseOf("a")).toBe("sending");
  });

  test("nothing else is touched", async () => {
    for (const phase of ENTRY_PHASES) page.disk.rows.set(phase, anEntryIn(phase, { id: phase }));
    await start();
    for (const phase of ENTRY_PHASES) {
      expect(phaseOf(phase)).toBe(phase === "sending" ? "unknown" : phase);
    }
  });

  test("nothing is, once it was ended", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    const starting = start();
    stop();
    await starting;
    expect(phaseOf("a")).toBe("sending");
  });
});

describe("later", () => {
  /** Another tab sends at some second, and goes away. */
  async function leaveBehind(id: string, second: number | null): Promise<void> {
    const sentAt = second === null ? null : atSecond(second);
    await openPage(page.disk, page.time).library.add([anEntry({ id, sentAt })]);
    await page.time.advance(0);
  }

  test("what another tab sends is its own for a minute, twice what the proxy waits", async () => {
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

  test("counts from the journalling where no time of sending is known", async () => {
    await start();
    await leaveBehind("a", null);
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("what was answered meanwhile is left alone", async () => {
    await start();
    await leaveBehind("a", 0);
    await page.library.update("a", () => anEntryIn("accepted", { id: "a" }));
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("accepted");
    expect(page.time.pending).toBe(0);
  });

  test("one that this page claims in the last moment is left alone", async () => {
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

  test("a timer that rings a moment early rings again", async () => {
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

  test("clock: the clock was set back after a page was gone whose create nobody answered → looked for at once", async () => {
    await start();
    await leaveBehind("a", 3600);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("nothing is looked for after the end", async () => {
    await start();
    await leaveBehind("a", 0);
    stop();
    await leaveBehind("b", 0);
    await page.time.advance(600_000);
    expect([phaseOf("a"), phaseOf("b")]).toEqual(["sending", "sending"]);
    expect(page.time.pending).toBe(0);
  });

  test("sleeping through the time makes no difference", async () => {
    await start();
    await leaveBehind("a", 0);
    page.time.suspend(8 * 3_600_000);
    await page.time.advance(0);
    expect(page.row("a")).toMatchObject({ phase: "unknown", sentAt: NOON });
  });
});

describe("where the browser says which tabs live", () => {
  /** Ends of tabs that are waited for, by what they were sending. */
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

  test("tabs: a tab takes the lead while another is sending → that create is left alone until its tab is gone", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.time.advance(59_999);
    expect(phaseOf("a")).toBe("sending");
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("unknown");
  });

  test("tabs: a tab that does not lead crashes while it is sending → its create is looked for at once", async () => {
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

  test("the next create of the same entry is waited for anew", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.library.update("a", () => anEntry({ id: "a", attempts: 2 }));
    await page.time.advance(0);
    expect(asked).toEqual(["a", "a"]);
  });

  test("tabs: a tab freezes while it is sending → its create is looked for after a minute", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    await page.time.advance(60_000);
    expect(phaseOf("a")).toBe("unknown");
  });

  test("nothing is looked for after the end", async () => {
    page.disk.rows.set("a", anEntry({ id: "a" }));
    await start();
    stop();
    await tabIsGone("a");
    expect(phaseOf("a")).toBe("sending");
  });
});
