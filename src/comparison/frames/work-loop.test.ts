import { describe, expect, it, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createWorkLoop, type NextStep } from "./work-loop.ts";

/** A loop whose steps are controlled by the test. */
function aLoop(...script: (() => NextStep)[]) {
  const onFailure = vi.fn();
  const nextStep = vi.fn((): NextStep => script.shift()?.() ?? "done");
  return { ...createWorkLoop(nextStep, onFailure), nextStep, onFailure };
}

const step = () => Promise.resolve();

describe("a work loop", () => {
  it("runs steps until none is left, and again when it is started again", async () => {
    const loop = aLoop(step, step, () => "done", step);
    loop.start();
    await eventually(() => expect(loop.nextStep).toHaveBeenCalledTimes(3));
    loop.start();
    await eventually(() => expect(loop.nextStep).toHaveBeenCalledTimes(5));
  });

  it("does not run twice at a time", async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const loop = aLoop(() => running);
    loop.start();
    loop.start();
    expect(loop.nextStep).toHaveBeenCalledTimes(1);
    finish();
    await eventually(() => expect(loop.nextStep).toHaveBeenCalledTimes(2));
  });

  it("waits while it is blocked, until it is woken or stopped", async () => {
    const loop = aLoop(
      () => "blocked",
      () => "blocked",
    );
    loop.start();
    expect(loop.nextStep).toHaveBeenCalledTimes(1);
    loop.wake();
    await eventually(() => expect(loop.nextStep).toHaveBeenCalledTimes(2));
    loop.stop();
    await Promise.resolve();
    loop.start();
    expect(loop.nextStep).toHaveBeenCalledTimes(2);
  });

  it("reports a failed step and ends the run", async () => {
    const loop = aLoop(() => Promise.reject(new Error("broken")), step);
    loop.start();
    await eventually(() => expect(loop.onFailure).toHaveBeenCalledTimes(1));
    expect(loop.nextStep).toHaveBeenCalledTimes(1);
  });

  it("finds work that turned up while it was at rest", async () => {
    const loop = aLoop();
    loop.start();
    // A run that finds nothing ends at once, and the next start looks again.
    loop.start();
    expect(loop.nextStep).toHaveBeenCalledTimes(2);
  });
});
