import { describe, expect, it } from "vitest";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { DeadlineExceeded, startDeadline } from "./deadline.ts";

const forever = () => new Promise<never>(() => undefined);

describe("a time limit over several awaits", () => {
  it("returns a result that settles in time", async () => {
    const { within } = startDeadline(new VirtualClock(), 100);
    expect(await within(Promise.resolve("done"))).toBe("done");
    await expect(within(Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });

  it("ends work that ignores the signal", async () => {
    const clock = new VirtualClock();
    const { within, signal } = startDeadline(clock, 100);
    const work = within(forever()).catch((error: unknown) => error);
    await clock.advance(99);
    expect(signal.aborted).toBe(false);
    await clock.advance(1);
    expect(signal.aborted).toBe(true);
    expect(await work).toBeInstanceOf(DeadlineExceeded);
  });

  it("refuses further work once it has passed", async () => {
    const clock = new VirtualClock();
    const { within } = startDeadline(clock, 100);
    await clock.advance(100);
    await expect(within(forever())).rejects.toBeInstanceOf(DeadlineExceeded);
  });

  it("aborts with its parent's reason, before or after the start", async () => {
    const reason = new Error("the client left");
    const gone = startDeadline(new VirtualClock(), 100, AbortSignal.abort(reason));
    await expect(gone.within(forever())).rejects.toBe(reason);
    const parent = new AbortController();
    const { within, signal } = startDeadline(new VirtualClock(), 100, parent.signal);
    const work = within(forever());
    parent.abort(reason);
    await expect(work).rejects.toBe(reason);
    expect(signal.reason).toBe(reason);
  });

  it("aborts only with its parent once it has ended", async () => {
    const clock = new VirtualClock();
    const parent = new AbortController();
    const { end, signal } = startDeadline(clock, 100, parent.signal);
    end();
    expect(clock.pending).toBe(0);
    await clock.advance(1_000);
    expect(signal.aborted).toBe(false);
    parent.abort();
    expect(signal.aborted).toBe(true);
  });
});
