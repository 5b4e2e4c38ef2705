/** How the dispatcher handles slots, pace and balance. */
import { beforeEach, describe, expect, test } from "vitest";
import { heldEntry, queuedEntry } from "#studio/domain/queue/testing/queued-entries.ts";
import {
  aCompletedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const noSlot = (retryAfterSeconds?: number) =>
  aProblem("parallel-limit", {
    outcome: "refused",
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

describe("the limit of parallel slots", () => {
  test("is derived from a refusal, and is not exceeded afterwards", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), aWatchedEntry({ id: "y" }), queuedEntry("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(noSlot());
    expect(page.row("a")).toMatchObject({ phase: "held", hold: { reason: "slots" } });
    await page.library.add([queuedEntry("b", 1)]);
    await page.dispatcher.send();
    expect(page.row("b")).toMatchObject({ phase: "held", hold: page.row("a")?.hold });
    expect(page.creates).toHaveLength(1);

    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "a"]);
    await page.creates[1]?.accept();
    // Two again: the next one waits.
    expect(page.sentIds()).toEqual(["a", "a"]);
    expect(page.row("b")?.phase).toBe("held");
  });

  test("is raised when Kirin accepts one more", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), queuedEntry("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    await page.creates[0]?.fail(noSlot());
    await page.time.advance(1000);
    expect(page.sentIds()).toEqual(["a", "a"]);
    await page.creates[1]?.accept();
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    await page.library.add([queuedEntry("b", 1), queuedEntry("c", 2)]);
    await page.time.advance(0);
    // Two were accepted at once, so two may be again, and the third waits.
    expect(page.sentIds()).toEqual(["a", "a", "b"]);
    expect(page.row("c")).toMatchObject({ phase: "held", hold: { reason: "slots" } });
    stop();
  });

  test("does not override a retry time that Kirin set, even if a slot is free", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), queuedEntry("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    await page.creates[0]?.fail(noSlot(60));
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    await page.time.advance(59_999);
    expect(page.creates).toHaveLength(1);
    await page.time.advance(1);
    expect(page.creates).toHaveLength(2);
    stop();
  });

  test("is not derived from other refusals", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), queuedEntry("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    await page.library.add([queuedEntry("b", 1)]);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("is unknown while other programs use all slots, so the create is retried at growing intervals", async () => {
    page.disk.put(queuedEntry("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    for (const second of [1, 2, 4, 8]) {
      await page.creates.at(-1)?.fail(noSlot());
      expect(Date.parse(page.row("a")?.hold?.retryAt ?? "") - page.time.nowMs).toBe(second * 1000);
      await page.time.advance(second * 1000);
    }
    expect(page.creates).toHaveLength(5);
    stop();
  });
});

describe("a request to slow down", () => {
  test("submit: Kirin asks for fewer requests while many entries wait → all wait until the time that it set, and one is tried first", async () => {
    page.disk.put(queuedEntry("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    const tooMany = aProblem("rate-limited", { outcome: "refused", retryAfterSeconds: 30 });
    await page.creates[0]?.fail(tooMany);
    await page.library.add([queuedEntry("b", 1), queuedEntry("c", 2)]);
    await page.time.advance(29_000);
    expect(page.creates).toHaveLength(1);
    expect(page.row("b")?.hold).toEqual(page.row("a")?.hold);
    await page.time.advance(1000);
    expect(page.sentIds()).toEqual(["a", "a"]);
    await page.creates[1]?.accept();
    await page.time.advance(0);
    expect(page.sentIds()).toEqual(["a", "a", "b"]);
    stop();
  });
});

describe("a create that Kirin accepted", () => {
  const later = { retryAt: atSecond(60) };
  const due = { retryAt: NOON };

  test("releases entries that wait for a slot if no limit is known", async () => {
    page.disk.put(
      heldEntry("a", { reason: "slots", ...due }),
      heldEntry("b", { reason: "slots", ...later }, 1),
    );
    await page.dispatcher.send();
    await page.creates[0]?.accept();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("releases entries that wait for a slot if it exceeded the known limit", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), queuedEntry("a"), queuedEntry("b", 1));
    await page.dispatcher.send();
    await page.creates[1]?.accept();
    await page.creates[0]?.fail(noSlot());
    expect(page.row("a")?.hold?.retryAt).toBe(atSecond(1));
    page.disk.put(heldEntry("c", { reason: "slots", ...later }, 2));
    await page.library.refresh();
    page.time.nowMs += 1000;
    await page.dispatcher.send();
    await page.creates[2]?.accept();
    expect(page.row("c")?.hold?.retryAt).toBe(atSecond(1));
  });

  test("releases entries that wait because of the pace, but not those that wait for a slot, if it was within the known limit", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), aWatchedEntry({ id: "y" }), queuedEntry("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(noSlot(600));
    await page.generations.cancel("a");
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    page.disk.put(
      heldEntry("p", { reason: "pace", ...due }, 3),
      heldEntry("q", { reason: "pace", ...later }, 4),
    );
    await page.library.refresh();
    await page.dispatcher.send();
    await page.creates[1]?.accept();
    // The next one held for pace was tried and found no slot.
    expect(page.row("q")?.hold?.reason).toBe("slots");

    await page.library.update("y", () => aCompletedEntry({ id: "y" }));
    await page.generations.cancel("q");
    await page.time.advance(0);
    page.disk.put(queuedEntry("n", 5), heldEntry("s", { reason: "slots", ...later }, 6));
    await page.library.refresh();
    await page.dispatcher.send();
    await page.creates.at(-1)?.accept();
    expect(page.sentIds().at(-1)).toBe("n");
    expect(page.row("n")?.phase).toBe("accepted");
    expect(page.row("s")?.hold?.retryAt).toBe(atSecond(60));
  });

  test("does not rewrite entries that are already due", async () => {
    page.disk.put(
      heldEntry("b", { reason: "balance", retryAt: atSecond(-9) }, 1),
      queuedEntry("a"),
    );
    await page.dispatcher.send();
    const writes = page.disk.strictness.length;
    expect(page.sentIds()).toEqual(["a", "b"]);
    page.disk.put(heldEntry("c", { reason: "balance", retryAt: atSecond(-9) }, 2));
    page.disk.put(heldEntry("d", { reason: "key-refused", retryAt: NOON }, 3));
    await page.library.refresh();
    await page.creates[0]?.accept();
    expect(page.sentIds()).toEqual(["a", "b", "d"]);
    expect(page.row("c")?.hold?.retryAt).toBe(atSecond(-9));
    // The response and the claim, and nothing else.
    expect(page.disk.strictness.length - writes).toBe(2);
  });
});

describe("the balance", () => {
  const tooLow = () =>
    aProblem("upstream-payment-required", { outcome: "refused", upstreamCode: "1102" });
  const like = (id: string, second: number, mode: "std" | "pro") => {
    const entry = queuedEntry(id, second);
    return { ...entry, request: { ...entry.request, mode } };
  };

  test("submit: Kirin refuses a pro clip because of the balance (429 with 1102) → it waits for the creator, and a std clip behind it is sent", async () => {
    page.disk.put(like("pro", 0, "pro"));
    await page.dispatcher.send();
    await page.creates[0]?.fail({ ...tooLow(), retryAfterSeconds: 600 });
    expect(page.row("pro")?.hold).toMatchObject({ reason: "balance", isAsked: false });
    await page.library.add([like("std", 1, "std")]);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["pro", "std"]);
    await page.creates[1]?.accept();
    // That the balance covers the cheaper one says nothing about the more expensive one.
    expect(page.sentIds()).toEqual(["pro", "std"]);
    expect(page.row("pro")?.hold?.reason).toBe("balance");
  });

  test("submit: the balance covers none of many requests → each is held, and one of each price is tried at a time", async () => {
    page.disk.put(
      like("pro1", 0, "pro"),
      like("std1", 1, "std"),
      like("pro2", 2, "pro"),
      like("std2", 3, "std"),
    );
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    for (let at = 0; at < 4; at += 1) await page.creates[at]?.fail(tooLow());
    const ids = ["pro1", "std1", "pro2", "std2"];
    expect(page.sentIds()).toEqual(ids);
    expect(ids.map((id) => page.row(id)?.hold?.reason)).toEqual(ids.map(() => "balance"));
    await page.time.advance(60_000);
    expect(page.sentIds().slice(4)).toEqual(["pro1", "std1"]);
    stop();
  });
});
