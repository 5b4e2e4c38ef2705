import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { secondsSince, useNow } from "./use-now.ts";

function Elapsed({ startMs }: { startMs: number }) {
  const seconds = secondsSince(startMs, useNow());
  return <p>{seconds === null ? "not known" : `${Math.round(seconds)} s`}</p>;
}

/** The creator, or the system, sets the clock. */
function setClock(byMs: number) {
  const realNow = Date.now.bind(Date);
  vi.spyOn(Date, "now").mockImplementation(() => realNow() + byMs);
}

const DAY_MS = 24 * 3_600_000;

for (const { title, byMs } of [
  {
    title:
      "clock: the clock is set ahead by a day during a wait → the elapsed time is no longer shown, and a later wait is counted from 0 s",
    byMs: DAY_MS,
  },
  {
    title:
      "clock: the clock is set back by a day during a wait → the elapsed time is no longer shown, and a later wait is counted from 0 s",
    byMs: -DAY_MS,
  },
]) {
  test(title, async () => {
    // Changes to the clock by an earlier test have no effect here.
    const first = await render(<Elapsed startMs={Date.now()} />);
    await expect.element(page.getByText("2 s")).toBeVisible();
    setClock(byMs);
    await expect.element(page.getByText("not known")).toBeVisible();
    await first.unmount();
    await render(<Elapsed startMs={Date.now()} />);
    await expect.element(page.getByText(/^\d+ s$/)).toBeVisible();
  });
}
