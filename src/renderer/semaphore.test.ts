import { expect, test } from "vitest";
import { createSemaphore } from "./semaphore.ts";

const never = new AbortController().signal;

/** Requests a permit, and says when it was granted. */
function request(semaphore: ReturnType<typeof createSemaphore>, signal = never) {
  const state = { isGranted: false };
  const permit = semaphore.acquire(signal).then((release) => {
    state.isGranted = true;
    return release;
  });
  return { state, permit };
}

/** Lets every settled promise call its handlers. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("hands out as many permits as it has", async () => {
  const semaphore = createSemaphore(2);
  const requests = [request(semaphore), request(semaphore), request(semaphore)];
  await settled();
  expect(requests.map(({ state }) => state.isGranted)).toEqual([true, true, false]);
});

test("a released permit goes to who has waited longest", async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire(never);
  const [second, third] = [request(semaphore), request(semaphore)];
  release();
  await settled();
  expect([second.state.isGranted, third.state.isGranted]).toEqual([true, false]);
  (await second.permit)();
  await settled();
  expect(third.state.isGranted).toBe(true);
});

test("a permit released while nobody waits can be taken again, by one", async () => {
  const semaphore = createSemaphore(1);
  (await semaphore.acquire(never))();
  const [next, other] = [request(semaphore), request(semaphore)];
  await settled();
  expect([next.state.isGranted, other.state.isGranted]).toEqual([true, false]);
});

test("an aborted request leaves the queue, and those behind it keep their order", async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire(never);
  const leaving = new AbortController();
  const first = request(semaphore);
  const second = request(semaphore, leaving.signal);
  const third = request(semaphore);
  leaving.abort(new Error("no longer needed"));
  await expect(second.permit).rejects.toThrow("no longer needed");
  release();
  await settled();
  expect([first.state.isGranted, third.state.isGranted]).toEqual([true, false]);
});

test("refuses a request that was aborted before, without losing a permit", async () => {
  const semaphore = createSemaphore(1);
  await expect(semaphore.acquire(AbortSignal.abort(new Error("too late")))).rejects.toThrow(
    "too late",
  );
  expect(await semaphore.acquire(never)).toBeTypeOf("function");
});

test("an abort after the permit was granted takes nothing from those who wait", async () => {
  const semaphore = createSemaphore(1);
  const controller = new AbortController();
  const release = await semaphore.acquire(never);
  const granted = request(semaphore, controller.signal);
  const waiting = request(semaphore);
  release();
  await settled();
  expect(granted.state.isGranted).toBe(true);
  const releaseGranted = await granted.permit;
  controller.abort();
  releaseGranted();
  await settled();
  expect(waiting.state.isGranted).toBe(true);
});
