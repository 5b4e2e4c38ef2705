/** How the dispatcher handles an obstacle that it finds before sending. */
import { beforeEach, describe, expect, test } from "vitest";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { heldEntry, queuedEntry } from "#studio/domain/queue/testing/queued-entries.ts";
import { aProblem, atSecond, LIVE_CONFIG, NOON } from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
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
      queuedEntry("a"),
      queuedEntry("b", 1),
      heldEntry("slots", { reason: "slots", retryAt: atSecond(99) }, 2),
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
    page.disk.put(queuedEntry("a"), queuedEntry("b", 1));
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
    page.disk.put(queuedEntry("a"));
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
      heldEntry("a", { reason: "offline", tries: 3, retryAt: NOON }),
      heldEntry("b", { reason: "offline" }, 1),
    );
    await page.dispatcher.send();
    expect(page.row("a")?.hold).toMatchObject({ reason: "no-key", tries: 1 });
    expect(page.row("b")?.hold).toEqual(page.row("a")?.hold);
  });

  test("is not checked again within five seconds of a positive response", async () => {
    page.disk.put(queuedEntry("a"), queuedEntry("b", 1));
    await page.dispatcher.send();
    expect(page.readConfig).toHaveBeenCalledTimes(1);
    const press = async (id: string, laterMs: number) => {
      page.time.nowMs += laterMs;
      await page.creates.at(-1)?.accept();
      await page.library.add([queuedEntry(id, 50)]);
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
    page.disk.put(queuedEntry("a"));
    await page.dispatcher.send();
    ready();
    await page.library.add([queuedEntry("b", 1)]);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["b", "a"]);
  });
});
