/** What a trial's Kirin does to its callers, drawn by the trial's seed: how often, and then for each request what. */
import { createDraw } from "../draw.mjs";

/**
 * How bad a trial is. Times are in milliseconds of the creator's clock.
 * @typedef {object} Weather
 * @property {number} createTrouble Share of creates that something happens to.
 * @property {number} readTrouble
 * @property {number} clipTrouble
 * @property {number} readLagMs How long a new task cannot be read.
 * @property {number | null} slots How many tasks may be under way at once.
 * @property {boolean} saysRetryAfter Whether a refusal for want of a slot says when to come back.
 * @property {{ status: 401 | 402, fromMs: number, untilMs: number } | null} refusal A key or balance that is wrong for a while.
 * @property {boolean} echoesId Whether answers repeat the external_task_id.
 * @property {boolean} isWrapped Whether answers come as `{data, status}`.
 * @property {number} failing Share of tasks that fail.
 * @property {number} vanishing Share of tasks that Kirin forgets.
 */

/**
 * What happens to a create. `made`: whether there is a task in the end.
 * @typedef {{ kind: "none" }
 *   | { kind: "reset-before" }
 *   | { kind: "reset" | "truncated" | "never", made: boolean }
 *   | { kind: "status", status: number, made: boolean }
 *   | { kind: "html", made: boolean }
 *   | { kind: "late", afterMs: number, isReset: boolean }
 *   | { kind: "duplicate" }
 *   | { kind: "busy", code: "1303" | "429", retryAfterSeconds: number | null }
 *   | { kind: "slow", ms: number }} CreateTrouble
 */

/**
 * What happens to a read, or to a clip's bytes.
 * @typedef {{ kind: "none" | "reset" | "html" | "truncated" | "never" | "missing" | "expired" }
 *   | { kind: "status", status: number }
 *   | { kind: "slow", ms: number }} ReadTrouble
 */

/** Later than this after it was asked for, no task appears: below twice the proxy's patience with a create, by a margin. */
const LATEST_MS = 42_000;
/** The proxy's patience with a create. */
const PATIENCE_MS = 30_000;

/** @param {number} seed @returns {Weather} */
export function drawWeather(seed) {
  const draw = createDraw(seed, "weather");
  const isCalm = draw.chance(0.15);
  const share = (/** @type {number} */ max) => (isCalm ? 0 : draw.between(0, max));
  const refusalFromMs = draw.between(0, 20_000);
  return {
    createTrouble: isCalm ? 0 : draw.between(0.3, 0.95),
    readTrouble: share(0.6),
    clipTrouble: share(0.6),
    readLagMs: draw.chance(0.4) ? draw.between(500, LATEST_MS - PATIENCE_MS) : 0,
    slots: draw.chance(0.3) ? draw.int(1, 2) : null,
    saysRetryAfter: draw.chance(0.5),
    refusal: draw.chance(0.15)
      ? {
          status: draw.chance(0.7) ? 402 : 401,
          fromMs: refusalFromMs,
          untilMs: refusalFromMs + draw.between(5_000, 60_000),
        }
      : null,
    echoesId: draw.chance(0.7),
    isWrapped: draw.chance(0.3),
    failing: draw.between(0, 0.4),
    vanishing: draw.chance(0.1) ? 0.5 : 0,
  };
}

/**
 * @param {import("../draw.mjs").Draw} draw
 * @param {Weather} weather
 * @returns {CreateTrouble}
 */
export function drawCreateTrouble(draw, weather) {
  if (!draw.chance(weather.createTrouble)) return { kind: "none" };
  const made = draw.chance(0.6);
  const kind = draw.weighed([
    ["reset-before", 1],
    ["reset", 2],
    ["truncated", 2],
    ["never", 2],
    ["status", 2],
    ["html", 1],
    ["late", 2],
    ["duplicate", 2],
    ["busy", 2],
    ["slow", 2],
  ]);
  switch (kind) {
    case "status":
      return {
        kind,
        made,
        status: draw.weighed([
          [500, 1],
          [502, 1],
          [503, 1],
        ]),
      };
    case "late":
      // Made after the proxy gave up, or after the connection was gone.
      return draw.chance(0.5)
        ? { kind, isReset: true, afterMs: draw.between(500, LATEST_MS - weather.readLagMs) }
        : { kind, isReset: false, afterMs: latest(draw, weather) };
    case "busy":
      return {
        kind,
        code: draw.chance(0.6) ? "1303" : "429",
        retryAfterSeconds: draw.chance(0.5) ? draw.int(0, 15) : null,
      };
    case "slow":
      return { kind, ms: draw.between(500, PATIENCE_MS - 5_000) };
    case "reset":
    case "truncated":
    case "never":
    case "html":
      return { kind, made };
    default:
      return { kind };
  }
}

/** @param {import("../draw.mjs").Draw} draw @param {Weather} weather */
function latest(draw, { readLagMs }) {
  return draw.between(PATIENCE_MS - readLagMs, LATEST_MS - readLagMs);
}

/** @param {import("../draw.mjs").Draw} draw @param {number} share @returns {ReadTrouble} */
export function drawReadTrouble(draw, share) {
  if (!draw.chance(share)) return { kind: "none" };
  const kind = draw.weighed([
    ["reset", 2],
    ["html", 1],
    ["truncated", 1],
    ["never", 1],
    ["missing", 1],
    ["status", 2],
    ["slow", 3],
  ]);
  if (kind === "status") {
    return {
      kind,
      status: draw.weighed([
        [500, 2],
        [503, 2],
        [429, 1],
      ]),
    };
  }
  return kind === "slow" ? { kind, ms: draw.between(500, 12_000) } : { kind };
}

/** @param {import("../draw.mjs").Draw} draw @param {number} share @returns {ReadTrouble} */
export function drawClipTrouble(draw, share) {
  if (!draw.chance(share)) return { kind: "none" };
  const kind = draw.weighed([
    ["reset", 1],
    ["truncated", 3],
    ["expired", 3],
    ["never", 1],
    ["status", 1],
  ]);
  return kind === "status" ? { kind, status: 500 } : { kind };
}
