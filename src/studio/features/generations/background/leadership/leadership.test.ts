import { beforeEach, describe, expect, test } from "vitest";
import { LONG_HIDDEN_TIMER_MS, VirtualTabs } from "#studio/testing/virtual-tabs.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";

const REPLACED_MS = 10_000;
const SHORT_WAIT_MS = 50;

let time: VirtualClock;
let browser: VirtualTabs;

beforeEach(() => {
  time = new VirtualClock();
  browser = new VirtualTabs(time);
});

/** Opens visible or hidden tabs and lets them settle. */
async function open(...hidden: boolean[]) {
  const tabs = hidden.map((isHidden) => browser.open(isHidden));
  await time.advance(SHORT_WAIT_MS);
  return tabs;
}

describe("the leading tab", () => {
  test("is the first one, and the others follow", async () => {
    const [first] = await open(false, false, true);
    await time.advance(60_000);
    expect(browser.leaders).toEqual([first]);
    expect(browser.tabs.map(({ job }) => job.started)).toEqual([1, 0, 0]);
  });

  test("is replaced at once when it is closed", async () => {
    const [first, second] = await open(false, true);
    first?.close();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test("is the visible tab rather than a hidden one", async () => {
    const [first, second, third] = await open(true, true, true);
    third?.show();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([third]);
    third?.hide();
    second?.show();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
    expect([first, second, third].map((tab) => tab?.job.started)).toEqual([1, 1, 1]);
  });

  test("hands over to only one of two visible windows", async () => {
    const [first, ...others] = await open(false, false, false);
    first?.hide();
    await time.advance(60_000);
    expect(browser.leaders).toHaveLength(1);
    expect(others.reduce((sum, { job }) => sum + job.started, 0)).toBe(1);
  });

  test("is notified when the creator returns to another tab or is online again", async () => {
    const [first, second] = await open(false, false);
    second?.show();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([first]);
    expect(first?.job.returned).toBe(1);
    first?.leadership.returned();
    expect(first?.job.returned).toBe(2);
  });

  test("keeps leading if the tab that it yielded to is gone", async () => {
    const [first, second, third] = await open(true, true, true);
    second?.show();
    second?.kill();
    await time.advance(60_000);
    expect(browser.leaders).toEqual([first]);
    expect(first?.job.started).toBe(1);
    third?.show();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([third]);
  });

  test("yields at once when the creator returns to a tab that was visible before", async () => {
    const [first, second] = await open(false, false);
    await time.advance(5000);
    first?.hide();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test("requests the lock again after yielding, even if it was granted while being requested", async () => {
    for (let killAtMs = 5900; killAtMs < 6100; killAtMs += 1) {
      browser = new VirtualTabs(time);
      const [first, second, third] = await open(false, false, true);
      first?.freeze();
      await time.advance(killAtMs);
      first?.kill();
      await time.advance(SHORT_WAIT_MS);
      expect(browser.leaders).toEqual([second]);
      second?.hide();
      third?.show();
      await time.advance(SHORT_WAIT_MS);
      expect(browser.leaders).toEqual([third]);
      const { started } = third?.job ?? {};
      await time.advance(20_000);
      expect(third?.job.started).toBe(started);
      for (const tab of browser.tabs) tab.kill();
    }
  });

  test("keeps leading if the creator views another tab only briefly", async () => {
    const [first, second] = await open(true, true);
    second?.show();
    second?.hide();
    await time.advance(60_000);
    expect(browser.leaders).toEqual([first]);
    expect(first?.job.started).toBe(1);
  });

  test("sends few messages, however many tabs there are", async () => {
    await open(false, ...Array.from({ length: 20 }, () => true));
    const before = browser.messages;
    await time.advance(60_000);
    expect(browser.messages - before).toBeLessThanOrEqual(31);
  });
});

describe("a leader that is gone", () => {
  test("is replaced at once after a crash, and the work continues", async () => {
    const [first, second] = await open(false, true);
    first?.kill();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test.each([false, true])(
    "tabs: the leading tab is frozen and keeps its lock → another tab takes the lock within ten seconds (others hidden: %s)",
    async (isHidden) => {
      const [leader] = await open(false, isHidden, isHidden);
      await time.advance(1900);
      leader?.freeze();
      await time.advance(REPLACED_MS);
      expect(browser.leaders).toHaveLength(1);
      expect(browser.leaders).not.toContain(leader);
    },
  );

  test("is replaced sooner when the creator looks at another tab", async () => {
    const [first, second] = await open(true, true);
    first?.freeze();
    second?.show();
    await time.advance(2000 + SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test("tabs: the leading tab thaws after another has taken over → it steps down, and one tab leads", async () => {
    const [first, second] = await open(false, true);
    first?.freeze();
    await time.advance(REPLACED_MS);
    first?.thaw();
    await time.advance(SHORT_WAIT_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test("is replaced even if the browser grants the lock to a frozen tab", async () => {
    const [first, second, third] = await open(false, true, true);
    second?.freeze();
    first?.kill();
    await time.advance(REPLACED_MS);
    expect(browser.leaders).toEqual([third]);
  });

  test.each([true, false])(
    "tabs: the timers of the leading tab are throttled to one a minute → it answers a query and keeps leading (hidden: %s)",
    async (isHidden) => {
      const [first, second] = await open(isHidden, isHidden);
      if (first) first.timerMs = LONG_HIDDEN_TIMER_MS;
      await time.advance(600_000);
      expect(browser.leaders).toEqual([first]);
      expect(second?.job.started).toBe(0);
    },
  );

  test("is notified at once after the machine slept", async () => {
    const [only] = await open(false);
    time.suspend(8 * 3_600_000);
    await time.advance(0);
    expect(only?.job).toEqual({ started: 1, returned: 1 });
  });

  test("clock: the whole machine slept, or its clock was set → the leading tab keeps leading", async () => {
    const [first] = await open(false, true, false);
    time.suspend(8 * 3_600_000);
    for (const skewMs of [0, -3_600_000, 3_600_000]) {
      time.skewMs = skewMs;
      await time.advance(60_000);
      expect(browser.leaders).toEqual([first]);
    }
    expect(browser.tabs.map(({ job }) => job.started)).toEqual([1, 0, 0]);
    expect(first?.job.returned).toBeGreaterThan(0);
  });

  test("is not replaced by a tab that slept itself and has not received the answer to its query", async () => {
    const [first, second] = await open(false, true);
    first?.freeze();
    await time.advance(5000);
    second?.freeze();
    first?.thaw();
    await time.advance(60_000);
    second?.thaw();
    await time.advance(60_000);
    expect(browser.leaders).toEqual([first]);
    expect(second?.job.started).toBe(0);
  });

  test("is replaced in time if it freezes while another tab sleeps during its query", async () => {
    const [first, second] = await open(false, true);
    first?.freeze();
    await time.advance(5000);
    second?.freeze();
    await time.advance(60_000);
    second?.thaw();
    await time.advance(REPLACED_MS);
    expect(browser.leaders).toEqual([second]);
  });

  test("is replaced in time even if its clock was set back before it froze", async () => {
    const [first, second] = await open(false, true);
    time.skewMs = -3_600_000;
    first?.freeze();
    await time.advance(REPLACED_MS);
    expect(browser.leaders).toEqual([second]);
  });
});

test("tabs: the browser has no locks, as on plain http → every tab does the work, and a create is still claimed by one", async () => {
  browser = new VirtualTabs(time, false);
  const tabs = await open(false, true, true);
  tabs[1]?.show();
  await time.advance(60_000);
  expect(browser.leaders).toEqual(tabs);
  tabs[0]?.close();
  expect(browser.leaders).toEqual(tabs.slice(1));
});

test("treats a lock manager that refuses requests like a missing one", async () => {
  browser.locks.fault = new DOMException("Storage is blocked.", "SecurityError");
  const tabs = await open(false, true);
  expect(browser.leaders).toEqual(tabs);
  for (const { leadership } of tabs) leadership.stop();
  await time.advance(60_000);
  expect(browser.leaders).toEqual([]);
});

test("stops without leaving a job, a lock or a timer, even right after the start", async () => {
  browser.open().leadership.stop();
  const [second] = await open(false);
  expect(browser.leaders).toEqual([second]);
  second?.leadership.stop();
  await time.advance(SHORT_WAIT_MS);
  expect(browser.leaders).toEqual([]);
  expect(time.pending).toBe(0);
});
