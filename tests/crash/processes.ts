/** The fast clock that a trial's studio, pages and Kirin share. */
import { resolve } from "node:path";
import type { FakeClock } from "../fake-kirin/fake-kirin.ts";
import { StudioServer } from "../servers/studio-server.ts";

/** A clock that every process and page of a run shares. */
export interface FastClock {
  /** The moment at which it agreed with the machine's. */
  originMs: number;
  factor: number;
}

/** How much of the machine's time a stretch of the creator's takes. */
export function onMachine(clock: FastClock, creatorMs: number): number {
  return creatorMs / clock.factor;
}

const NODE_ARGS = ["--import", resolve(import.meta.dirname, "fast-clock.mjs")];

/** Starts the built studio on a fast clock, with its Kirin at `baseUrl`. */
export function startStudio(clock: FastClock, baseUrl: string): Promise<StudioServer> {
  const FAST_CLOCK = `${clock.originMs}/${clock.factor}`;
  const env = { FAST_CLOCK, KIRIN_BASE_URL: baseUrl, KIRIN_API_KEY: "sk-trial" };
  return StudioServer.start(env, NODE_ARGS);
}

/** The same clock for code in this process. */
export function scaledClock({ originMs, factor }: FastClock): FakeClock {
  return {
    now: () => Math.round(originMs + (Date.now() - originMs) * factor),
    after(ms, callback) {
      const timer = setTimeout(callback, ms / factor);
      return () => clearTimeout(timer);
    },
  };
}
