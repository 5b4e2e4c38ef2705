import { describe, expect, it } from "vitest";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { createRateLimiter } from "./token-bucket.ts";

function open(burst = 2, perMinute = 6) {
  const clock = new VirtualClock();
  return { clock, limiter: createRateLimiter(clock, { burst, perMinute }) };
}

describe("a rate limiter", () => {
  it("allows a burst, then says how long to wait, and refills", async () => {
    const { clock, limiter } = open();
    expect([1, 2, 3].map(() => limiter.take("a"))).toEqual([0, 0, 10]);
    await clock.advance(4_000);
    expect(limiter.take("a")).toBe(6);
    await clock.advance(6_000);
    expect([limiter.take("a"), limiter.take("a")]).toEqual([0, 10]);
  });

  it("never holds more than a burst", async () => {
    const { clock, limiter } = open();
    limiter.take("a");
    await clock.advance(60 * 60_000);
    limiter.giveBack("a");
    expect([1, 2, 3].map(() => limiter.take("a"))).toEqual([0, 0, 10]);
  });

  it("counts each key on its own", () => {
    const { limiter } = open(1);
    expect([limiter.take("a"), limiter.take("b"), limiter.take("a")]).toEqual([0, 0, 10]);
  });

  it("can give one back", () => {
    const { limiter } = open(1);
    limiter.take("a");
    limiter.giveBack("a");
    expect(limiter.take("a")).toBe(0);
  });

  it("forgets the key used longest ago when there are too many", () => {
    const { limiter } = open(1);
    limiter.take("a");
    limiter.take("b");
    limiter.giveBack("a");
    limiter.take("a");
    for (let index = 0; index < 9_999; index += 1) limiter.take(`key ${index}`);
    expect(limiter.take("a")).toBe(10);
    expect(limiter.take("b")).toBe(0);
  });
});
