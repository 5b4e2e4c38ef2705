import { describe, expect, it, vi } from "vitest";
import { createFailureCheck } from "./failure-check.ts";

/** A promise and its resolver, like `Promise.withResolvers`, which Node 20 lacks. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A check of a clip in which the groups that start with these key samples are damaged. */
function aCheck(...damaged: number[]) {
  const onFailure = vi.fn();
  const damage = {
    check: async (keys: readonly number[]) => keys.some((key) => damaged.includes(key)),
  };
  return { ...createFailureCheck(damage, onFailure), onFailure };
}

describe("a check after the decoder failed", () => {
  it("tolerates one decoder failure without damage", async () => {
    const check = aCheck();
    check.start([0]);
    await check.settled();
    expect(check.onFailure).not.toHaveBeenCalled();
    check.start([0]);
    await check.settled();
    expect(check.onFailure).toHaveBeenCalledTimes(1);
  });

  it("is settled once the check is over", async () => {
    const { promise, resolve } = deferred<boolean>();
    const check = createFailureCheck({ check: () => promise }, () => undefined);
    const onSettled = vi.fn();
    await check.settled();
    check.start([0]);
    const settled = check.settled().then(onSettled);
    await new Promise((next) => setImmediate(next));
    expect(onSettled).not.toHaveBeenCalled();
    resolve(true);
    await settled;
  });

  it("does not count failures caused by a damaged clip", async () => {
    const check = aCheck(12);
    for (let failure = 0; failure < 5; failure += 1) {
      check.start([0, 12]);
      await check.settled();
    }
    expect(check.onFailure).not.toHaveBeenCalled();
  });
});
