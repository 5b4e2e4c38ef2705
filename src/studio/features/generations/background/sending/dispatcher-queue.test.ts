/** How the dispatcher handles the queue. */
import { beforeEach, describe, expect, test } from "vitest";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import {
  aCompletedEntry,
  aHeldEntry,
  aHold,
  aPreparedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  LIVE_CONFIG,
  NOON,
} from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const fresh = (id: string, second = 0) => aPreparedEntry({ id, queuedAt: atSecond(second) });
const held = (id: string, hold: Parameters<typeof aHold>[0], second = 0) =>
  aHeldEntry({ id, queuedAt: atSecond(second), hold: aHold(hold) });
const noSlot = (retryAfterSeconds?: number) =>
  aProblem("parallel-limit", {
    outcome: "refused",
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
const away = () =>
  page.readConfig.mockResolvedValue({
    ok: false,
    problem: studioProblem("studio-unreachable", { detail: "", retryable: true }),
  });
const keyless = () =>
  page.readConfig.mockResolvedValue({ ok: true, value: { ...LIVE_CONFIG, hasKey: false } });
const ready = () => page.readConfig.mockResolvedValue({ ok: true, value: LIVE_CONFIG });

describe("an obstacle found before sending", () => {
  test.each([
    [
      "submit: the studio's own server does not answer when Generate is pressed → nothing is sent, and the queue is held with the reason",
      { reason: "server-away", prepare: away, isOnline: true },
    ],
    [
      "holds the queue while this device is offline",
      { reason: "offline", prepare: away, isOnline: false },
    ],
    [
      "holds the queue while the server has no key",
      { reason: "no-key", prepare: keyless, isOnline: true },
    ],
  ] as const)("%s", async (_, { reason, prepare, isOnline }) => {
    prepare();
    page.isOnline.mockReturnValue(isOnline);
    page.disk.put(
      fresh("a"),
      fresh("b", 1),
      held("slots", { reason: "slots", retryAt: atSecond(99) }, 2),
    );
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    for (const id of ["a", "b"]) {
      expect(page.row(id)).toMatchObject({
        phase: "held",
        attempts: 0,
        hold: { reason, tries: 1 },
      });
    }
    expect(page.row("slots")?.hold?.reason).toBe("slots");
  });

  test("is checked again by the leading tab at growing intervals until it is gone", async () => {
    away();
    page.disk.put(fresh("a"), fresh("b", 1));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    expect(page.row("b")?.hold?.retryAt).toBe(atSecond(2));
    await page.time.advance(2000);
    expect(page.row("a")?.hold).toMatchObject({ since: NOON, tries: 2, retryAt: atSecond(6) });
    // The one behind waits for the same reason, so it shares the result of the first.
    expect(page.row("b")?.hold).toMatchObject({ tries: 1, retryAt: atSecond(2) });
    expect(page.readConfig).toHaveBeenCalledTimes(2);
    ready();
    await page.time.advance(4000);
    expect(page.sentIds()).toEqual(["a", "b"]);
    stop();
  });

  test("submit: the studio's server refuses a create because it is stopping → the create waits for the server and is sent when it is back", async () => {
    page.disk.put(fresh("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    await page.creates[0]?.fail(
      aProblem("server-stopping", { outcome: "not-sent", retryAfterSeconds: 5 }),
    );
    expect(page.row("a")).toMatchObject({
      phase: "held",
      hold: { reason: "server-away", retryAt: atSecond(2), isAsked: false },
    });
    await page.time.advance(2000);
    await page.creates[1]?.accept();
    expect(page.sentIds()).toEqual(["a", "a"]);
    expect(page.row("a")?.phase).toBe("accepted");
    stop();
  });

  test("replaces an earlier obstacle that is gone", async () => {
    keyless();
    page.disk.put(
      held("a", { reason: "offline", tries: 3, retryAt: NOON }),
      held("b", { reason: "offline" }, 1),
    );
    await page.dispatcher.send();
    expect(page.row("a")?.hold).toMatchObject({ reason: "no-key", tries: 1 });
    expect(page.row("b")?.hold).toEqual(page.row("a")?.hold);
  });

  test("is not checked again within five seconds of a positive response", async () => {
    page.disk.put(fresh("a"), fresh("b", 1));
    await page.dispatcher.send();
    expect(page.readConfig).toHaveBeenCalledTimes(1);
    const press = async (id: string, laterMs: number) => {
      page.time.nowMs += laterMs;
      await page.creates.at(-1)?.accept();
      await page.library.add([fresh(id, 50)]);
      await page.dispatcher.send();
    };
    await press("c", 4999);
    expect(page.readConfig).toHaveBeenCalledTimes(1);
    await press("d", 1);
    expect(page.readConfig).toHaveBeenCalledTimes(2);
    // After the clock was set back, the age of that response is unknown.
    await press("e", -3600_000);
    expect(page.readConfig).toHaveBeenCalledTimes(3);
    expect(page.sentIds()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("is checked again after a negative response", async () => {
    keyless();
    page.disk.put(fresh("a"));
    await page.dispatcher.send();
    ready();
    await page.library.add([fresh("b", 1)]);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["b", "a"]);
  });
});

describe("the limit of parallel slots", () => {
  test("is derived from a refusal, and is not exceeded afterwards", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), aWatchedEntry({ id: "y" }), fresh("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(noSlot());
    expect(page.row("a")).toMatchObject({ phase: "held", hold: { reason: "slots" } });
    await page.library.add([fresh("b", 1)]);
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
    page.disk.put(aWatchedEntry({ id: "x" }), fresh("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    await page.creates[0]?.fail(noSlot());
    await page.time.advance(1000);
    expect(page.sentIds()).toEqual(["a", "a"]);
    await page.creates[1]?.accept();
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    await page.library.add([fresh("b", 1), fresh("c", 2)]);
    await page.time.advance(0);
    // Two were accepted at once, so two may be again, and the third waits.
    expect(page.sentIds()).toEqual(["a", "a", "b"]);
    expect(page.row("c")).toMatchObject({ phase: "held", hold: { reason: "slots" } });
    stop();
  });

  test("does not override a retry time that Kirin set, even if a slot is free", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), fresh("a"));
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
    page.disk.put(aWatchedEntry({ id: "x" }), fresh("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    await page.library.add([fresh("b", 1)]);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("is unknown while other programs use all slots, so the create is retried at growing intervals", async () => {
    page.disk.put(fresh("a"));
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
    page.disk.put(fresh("a"));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    const tooMany = aProblem("rate-limited", { outcome: "refused", retryAfterSeconds: 30 });
    await page.creates[0]?.fail(tooMany);
    await page.library.add([fresh("b", 1), fresh("c", 2)]);
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
      held("a", { reason: "slots", ...due }),
      held("b", { reason: "slots", ...later }, 1),
    );
    await page.dispatcher.send();
    await page.creates[0]?.accept();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("releases entries that wait for a slot if it exceeded the known limit", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), fresh("a"), fresh("b", 1));
    await page.dispatcher.send();
    await page.creates[1]?.accept();
    await page.creates[0]?.fail(noSlot());
    expect(page.row("a")?.hold?.retryAt).toBe(atSecond(1));
    page.disk.put(held("c", { reason: "slots", ...later }, 2));
    await page.library.refresh();
    page.time.nowMs += 1000;
    await page.dispatcher.send();
    await page.creates[2]?.accept();
    expect(page.row("c")?.hold?.retryAt).toBe(atSecond(1));
  });

  test("releases entries that wait because of the pace, but not those that wait for a slot, if it was within the known limit", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), aWatchedEntry({ id: "y" }), fresh("a"));
    await page.dispatcher.send();
    await page.creates[0]?.fail(noSlot(600));
    await page.generations.cancel("a");
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    page.disk.put(
      held("p", { reason: "pace", ...due }, 3),
      held("q", { reason: "pace", ...later }, 4),
    );
    await page.library.refresh();
    await page.dispatcher.send();
    await page.creates[1]?.accept();
    // The next one held for pace was tried and found no slot.
    expect(page.row("q")?.hold?.reason).toBe("slots");

    await page.library.update("y", () => aCompletedEntry({ id: "y" }));
    await page.generations.cancel("q");
    await page.time.advance(0);
    page.disk.put(fresh("n", 5), held("s", { reason: "slots", ...later }, 6));
    await page.library.refresh();
    await page.dispatcher.send();
    await page.creates.at(-1)?.accept();
    expect(page.sentIds().at(-1)).toBe("n");
    expect(page.row("n")?.phase).toBe("accepted");
    expect(page.row("s")?.hold?.retryAt).toBe(atSecond(60));
  });

  test("does not rewrite entries that are already due", async () => {
    page.disk.put(held("b", { reason: "balance", retryAt: atSecond(-9) }, 1), fresh("a"));
    await page.dispatcher.send();
    const writes = page.disk.strictness.length;
    expect(page.sentIds()).toEqual(["a", "b"]);
    page.disk.put(held("c", { reason: "balance", retryAt: atSecond(-9) }, 2));
    page.disk.put(held("d", { reason: "key-refused", retryAt: NOON }, 3));
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
    const entry = fresh(id, second);
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
