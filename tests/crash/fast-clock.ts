/** The fast clock that a trial's studio, pages and Kirin share. Minutes on it take seconds of real time. */
import { resolve } from "node:path";
import type { FakeClock } from "../fake-kirin/fake-kirin.ts";
import { StudioServer } from "../servers/studio-server.ts";

export interface FastClock {
  /** The time at which it equals the machine's clock. */
  originMs: number;
  factor: number;
}

/** Converts milliseconds of the creator's clock to those of the machine. */
export function toMachineMs({ factor }: FastClock, creatorMs: number): number {
  return creatorMs / factor;
}

/** The fast clock for code in this process. */
export function fastFakeClock({ originMs, factor }: FastClock): FakeClock {
  return {
    now: () => Math.round(originMs + (Date.now() - originMs) * factor),
    after(ms, callback) {
      const timer = setTimeout(callback, ms / factor);
      return () => clearTimeout(timer);
    },
  };
}

/** Starts the built studio on a fast clock, with its Kirin at `baseUrl`. */
export function startFastStudio(clock: FastClock, baseUrl: string): Promise<StudioServer> {
  const preload = resolve(import.meta.dirname, "install-fast-clock.mjs");
  const FAST_CLOCK = `${clock.originMs}/${clock.factor}`;
  const env = { FAST_CLOCK, KIRIN_BASE_URL: baseUrl, KIRIN_API_KEY: "sk-trial" };
  return StudioServer.start(env, ["--import", preload]);
}
