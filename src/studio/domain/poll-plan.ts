/**
 * When to ask, decided once for every age. A read at age a that finds the end late by some seconds costs that lag, and each
 * read costs what it is worth in seconds of lag. With S(a) the share not ended at a, reads at a₁ < a₂ < … cost
 * Σ S(aᵢ) · (aᵢ₊₁ − aᵢ + price) − E[end], whatever the distribution; the cheapest series is found backwards, from the
 * latest age on. That an entry has not ended at its age is the state itself, so nothing is computed anew while it waits.
 */
import { TAIL_EXPONENT } from "./completion-model.ts";

export interface PlanOptions {
  /** How likely the end is still to come at this age. */
  survival(ageSeconds: number): number;
  /** Older than this, whatever still runs is beyond the usual. */
  horizonSeconds: number;
  minGapSeconds: number;
  /** Seconds of lag that one read is worth. */
  priceSeconds: number;
  /** However unlikely an end is, never longer than this without a word. */
  maxGapSeconds?: number;
}

export interface PollPlan {
  /** How long after a read at this age, which found no end, to read again. */
  delaySeconds(ageSeconds: number): number;
}

const MAX_GAP_SECONDS = 60;

const HORIZON_MAX_SECONDS = 2 * 3600;
const NODES_AIM = 2048;
const NODES_PER_GAP_MAX = 8;

/** Finds the cheapest times to read at. */
export function planPolls({ survival, ...options }: PlanOptions): PollPlan {
  const { minGapSeconds, priceSeconds, maxGapSeconds = MAX_GAP_SECONDS } = options;
  const horizon = Math.min(Math.max(options.horizonSeconds, minGapSeconds), HORIZON_MAX_SECONDS);
  // Planned to twice the age it is used for: where the plan stops, it must not be felt.
  const nodesPerGap = Math.floor((NODES_AIM * minGapSeconds) / (2 * horizon));
  const gap = Math.min(Math.max(nodesPerGap, 1), NODES_PER_GAP_MAX);
  const step = minGapSeconds / gap;
  const shares = Float64Array.from({ length: Math.ceil((2 * horizon) / step) + 1 }, (_, node) =>
    survival(node * step),
  );
  const next = cheapestNext(shares, gap, priceSeconds / step);

  return {
    delaySeconds(ageSeconds) {
      const age = Math.max(0, ageSeconds);
      const planned =
        age < horizon
          ? (next[Math.round(age / step)] ?? 0) * step - age
          : tailGap(age, priceSeconds);
      return Math.min(Math.max(planned, minGapSeconds), Math.max(maxGapSeconds, minGapSeconds));
    },
  };
}

/** The best gap where the chance of an end per second falls as the tail's exponent over the age: √(2 · price / chance). */
function tailGap(ageSeconds: number, priceSeconds: number): number {
  return Math.sqrt((2 * priceSeconds * ageSeconds) / TAIL_EXPONENT);
}

/** A choice of the next read, as a line: read from a node where the share S has not ended, it costs slope · S + cost. */
interface Line {
  node: number;
  cost: number;
}

/**
 * For every node, the node at which to read next, all in units of the grid. Going backwards, shares only grow and so does the
 * worth of reading soon: of the lines, kept as their lower envelope, those once passed never come back, and each node is
 * looked at a fixed number of times.
 */
function cheapestNext(shares: Float64Array, gap: number, price: number): Int32Array {
  const last = shares.length - 1;
  const next = new Int32Array(shares.length).fill(last);
  const costs = new Float64Array(shares.length);
  const lines: Line[] = [];
  let first = 0;
  for (let node = last - 1; node >= 0; node -= 1) {
    const reachable = Math.min(node + gap, last);
    if (lines.at(-1)?.node !== reachable) {
      addToEnvelope(lines, { node: reachable, cost: costs[reachable] ?? 0 });
      first = Math.min(first, lines.length - 1);
    }
    const share = shares[node] ?? 0;
    while (isCheaper(lines[first + 1], lines[first], share)) first += 1;
    const best = lines[first];
    if (best === undefined) continue;
    next[node] = best.node;
    costs[node] = share * (best.node - node + price) + best.cost;
  }
  return next;
}

/** Adds the flattest line so far, and drops those that are then nowhere the lowest. */
function addToEnvelope(lines: Line[], added: Line): void {
  for (;;) {
    const [before, between] = lines.slice(-2);
    if (before === undefined || between === undefined) break;
    if (crossing(before, added) > crossing(before, between)) break;
    lines.pop();
  }
  lines.push(added);
}

/** The share at which a flatter line starts to be the cheaper one. */
function crossing(steep: Line, flat: Line): number {
  return (flat.cost - steep.cost) / (steep.node - flat.node);
}

function isCheaper(line: Line | undefined, than: Line | undefined, share: number): boolean {
  if (line === undefined || than === undefined) return false;
  return line.node * share + line.cost <= than.node * share + than.cost;
}
