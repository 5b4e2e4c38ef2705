import { beforeEach, expect, test, vi } from "vitest";
import { createPressGuard, type PressGuard, REPEAT_MS } from "./press-guard.ts";

let nowMs: number;
let guard: PressGuard;
const send = vi.fn<() => Promise<boolean>>();

beforeEach(() => {
  nowMs = 1000;
  guard = createPressGuard(() => nowMs);
  send.mockReset().mockResolvedValue(true);
});

/** A send that ends when the test says so. */
function pendingSend() {
  let end = (_isSent: boolean) => {};
  send.mockReturnValueOnce(
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  return { end: (isSent: boolean) => end(isSent) };
}

test("rejects any second press while the first is in flight, however long it takes", async () => {
  const { end } = pendingSend();
  const first = guard.run("a", send);
  nowMs += 60_000;
  await guard.run("a", send);
  await guard.run("b", send);
  expect(send).toHaveBeenCalledOnce();
  end(true);
  await first;
});

test("rejects the same order until the double-click time has passed since it was sent", async () => {
  const { end } = pendingSend();
  const first = guard.run("a", send);
  nowMs += 5000;
  end(true);
  await first;
  nowMs += REPEAT_MS - 1;
  await guard.run("a", send);
  expect(send).toHaveBeenCalledTimes(1);
  nowMs += 1;
  await guard.run("a", send);
  expect(send).toHaveBeenCalledTimes(2);
});

test("accepts a different order right after the first was sent", async () => {
  await guard.run("a", send);
  await guard.run("b", send);
  expect(send).toHaveBeenCalledTimes(2);
});

test("accepts the same order at once if nothing was sent", async () => {
  send.mockResolvedValueOnce(false);
  await guard.run("a", send);
  await guard.run("a", send);
  expect(send).toHaveBeenCalledTimes(2);
});

test("treats a send that threw as sent", async () => {
  send.mockRejectedValueOnce(new Error("planted"));
  await expect(guard.run("a", send)).rejects.toThrow("planted");
  await guard.run("a", send);
  expect(send).toHaveBeenCalledTimes(1);
  nowMs += REPEAT_MS;
  await guard.run("a", send);
  expect(send).toHaveBeenCalledTimes(2);
});
