/**
 * Makes the clock of a whole process or page run faster. Processes with the same origin and factor agree on the time.
 * In Node, `--import` this file with FAST_CLOCK set. In a page, run the source of {@link installFastClock} before
 * anything else. Plain JavaScript, because the oldest supported Node cannot import TypeScript.
 */

/**
 * Replaces Date, the timers and AbortSignal.timeout. Uses nothing outside of itself, so that its source can be sent to a
 * page. `performance.now` is unchanged, because React measures its time slices with it; `performance.timeOrigin` moves
 * instead, so that the sum of both is the fast time, as the studio's monotonic clock expects.
 * @param {number} originMs The time at which both clocks agree.
 * @param {number} factor
 */
export function installFastClock(originMs, factor) {
  const {
    Date: MachineDate,
    setTimeout: machineTimeout,
    setInterval: machineInterval,
  } = globalThis;
  // A minimum interval, because components that render every second would otherwise render `factor` times a second.
  const intervalMinMs = 50;
  const now = () => Math.round(originMs + (MachineDate.now() - originMs) * factor);

  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
  });
  Object.assign(globalThis, {
    setTimeout: (/** @type {TimerHandler} */ handler, ms = 0, /** @type {unknown[]} */ ...args) =>
      Reflect.apply(machineTimeout, globalThis, [handler, ms / factor, ...args]),
    setInterval: (/** @type {TimerHandler} */ handler, ms = 0, /** @type {unknown[]} */ ...args) =>
      Reflect.apply(machineInterval, globalThis, [
        handler,
        Math.max(intervalMinMs, ms / factor),
        ...args,
      ]),
  });
  Object.defineProperty(performance, "timeOrigin", { get: () => now() - performance.now() });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const expire = () => controller.abort(new DOMException("signal timed out", "TimeoutError"));
    const timer = machineTimeout(expire, ms / factor);
    // In Node this must not keep the process alive. In a page, timers are numbers.
    if (typeof timer === "object") timer.unref();
    return controller.signal;
  };
}

const { FAST_CLOCK } = globalThis.process?.env ?? {};
if (FAST_CLOCK) {
  const [originMs = 0, factor = 1] = FAST_CLOCK.split("/").map(Number);
  installFastClock(originMs, factor);
}
