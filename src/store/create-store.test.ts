import { expect, test, vi } from "vitest";
import { createStore } from "./create-store.ts";

test("notifies its subscribers of each change, with the new state", () => {
  const store = createStore(1);
  const [left, right] = [vi.fn(), vi.fn()];
  store.subscribe(left);
  store.subscribe(right);
  store.set(2);
  store.set(3);
  expect(left.mock.calls).toEqual([[2], [3]]);
  expect(right.mock.calls).toEqual([[2], [3]]);
  expect(store.getState()).toBe(3);
  expect(store.getInitialState()).toBe(1);
});

test("does not notify subscribers if the state is the same value", () => {
  const state = { count: Number.NaN };
  const objects = createStore(state);
  const numbers = createStore(state.count);
  const listener = vi.fn();
  objects.subscribe(listener);
  numbers.subscribe(listener);
  objects.set(state);
  numbers.set(Number.NaN);
  expect(listener).not.toHaveBeenCalled();
  objects.set({ ...state });
  expect(listener).toHaveBeenCalledOnce();
});

test("stops notifying a listener that has unsubscribed, even if it unsubscribes twice", () => {
  const store = createStore(0);
  const [left, right] = [vi.fn(), vi.fn()];
  const leave = store.subscribe(left);
  store.subscribe(right);
  leave();
  leave();
  store.set(1);
  expect(left).not.toHaveBeenCalled();
  expect(right).toHaveBeenCalledOnce();
});

test("treats two subscriptions of one listener separately", () => {
  const store = createStore(0);
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  store.subscribe(listener);
  leave();
  store.set(1);
  expect(listener).toHaveBeenCalledOnce();
});

test("does not call a listener that unsubscribed while others were notified", () => {
  const store = createStore(0);
  const late = vi.fn();
  store.subscribe(() => leave());
  const leave = store.subscribe(late);
  store.set(1);
  expect(late).not.toHaveBeenCalled();
});

test("notifies a listener that subscribed during a notification from the next change on", () => {
  const store = createStore(0);
  const late = vi.fn();
  const leave = store.subscribe(() => {
    leave();
    store.subscribe(late);
  });
  store.set(1);
  expect(late).not.toHaveBeenCalled();
  store.set(2);
  expect(late.mock.calls).toEqual([[2]]);
});

test("gives every subscriber the newest state when one of them changes it again", () => {
  const store = createStore(0);
  const last = vi.fn();
  store.subscribe((state) => state === 1 && store.set(2));
  store.subscribe(last);
  store.set(1);
  expect(last).toHaveBeenLastCalledWith(2);
  expect(store.getState()).toBe(2);
});

test("reports a subscriber that throws, still notifies the others, and does not interrupt the writer", () => {
  const error = new Error("planted");
  const reported = vi.spyOn(Promise, "reject").mockImplementation(() => new Promise(() => {}));
  const store = createStore(0);
  const other = vi.fn();
  store.subscribe(() => {
    throw error;
  });
  store.subscribe(other);
  store.set(1);
  expect(other).toHaveBeenCalledWith(1);
  expect(store.getState()).toBe(1);
  expect(reported.mock.calls).toEqual([[error]]);
});

test("starts with the first subscriber, stops with the last one, and can start again", () => {
  const stop = vi.fn();
  const start = vi.fn(() => stop);
  const store = createStore(0, start);
  expect(start).not.toHaveBeenCalled();
  const leaveFirst = store.subscribe(() => {});
  const leaveSecond = store.subscribe(() => {});
  leaveFirst();
  leaveFirst();
  expect(start).toHaveBeenCalledOnce();
  expect(stop).not.toHaveBeenCalled();
  leaveSecond();
  expect(stop).toHaveBeenCalledOnce();
  store.subscribe(() => {})();
  expect(start).toHaveBeenCalledTimes(2);
  expect(stop).toHaveBeenCalledTimes(2);
});

test("does not notify the first subscriber of changes made while it starts", () => {
  const store = createStore(0, () => {
    store.set(1);
    return () => {};
  });
  const listener = vi.fn();
  store.subscribe(listener);
  expect(listener).not.toHaveBeenCalled();
  expect(store.getState()).toBe(1);
});
