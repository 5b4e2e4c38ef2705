/**
 * Plans the times of reads. A read that finds the end late costs that lag in seconds, and each read costs
 * `priceSeconds`. With S(a) the share not ended at age a, reads at a₁ < a₂ < … cost Σ S(aᵢ) · (aᵢ₊₁ − aᵢ + price) −
 * E[end] for any distribution. Dynamic programming from the latest age backwards finds the cheapest series. The state
 * is only that a generation of this age has not ended, so one plan serves all ages.
 */
import { TAIL_EXPONENT } from "./completion-model.ts";

export interface PlanOptions {
  /** The probability that a generation has not ended at this age. */
  survival(ageSeconds: number): number;
  /** The age from which a generation that still runs is unusual. */
  horizonSeconds: number;
  minGapSeconds: number;
  /** The lag in seconds that one read is worth. */
  priceSeconds: number;
  /** The longest gap, however unlikely an end is. */
  maxGapSeconds?: number;
}

export interface PollPlan {
  /** How long to wait after a read at this age that found no end. */
  delaySeconds(ageSeconds: number): number;
}

const MAX_GAP_SECONDS = 60;

const HORIZON_MAX_SECONDS = 2 * 3600;
const NODES_TARGET = 2048;
const NODES_PER_GAP_MAX = 8;

/** Computes the cheapest series of reads. */
export function planPolls({ survival, ...options }: PlanOptions): PollPlan {
  const { minGapSeconds, priceSeconds, maxGapSeconds = MAX_GAP_SECONDS } = options;
  const horizon = Math.min(Math.max(options.horizonSeconds, minGapSeconds), HORIZON_MAX_SECONDS);
  // Plans to twice the horizon, so that the cut-off does not affect the ages in use.
  const nodesPerGap = Math.floor((NODES_TARGET * minGapSeconds) / (2 * horizon));
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

/**
 * The best gap in the tail, where the chance of an end per second is the tail exponent divided by the age: √(2 · price
 * / chance).
 */
function tailGap(ageSeconds: number, priceSeconds: number): number {
  return Math.sqrt((2 * priceSeconds * ageSeconds) / TAIL_EXPONENT);
}

/** A candidate for the next read as a line: from a node where the share S has not ended, it costs slope · S + cost. */
interface Line {
  node: number;
  cost: number;
}

/**
 * For every node, the node of the next read, in grid units. Going backwards, the share S only grows, so candidates that
 * were passed on the lower envelope never become the best again. Each node is visited a constant number of times.
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

/** Adds the flattest line so far and drops the lines that are no longer on the lower envelope. */
function addToEnvelope(lines: Line[], added: Line): void {
  for (;;) {
    const [before, between] = lines.slice(-2);
    if (before === undefined || between === undefined) break;
    if (crossing(before, added) > crossing(before, between)) break;
    lines.pop();
  }
  lines.push(added);
}

/** The share at which a flatter line becomes cheaper. */
function crossing(steep: Line, flat: Line): number {
  return (flat.cost - steep.cost) / (steep.node - flat.node);
}

function isCheaper(line: Line | undefined, than: Line | undefined, share: number): boolean {
  if (line === undefined || than === undefined) return false;
  return line.node * share + line.cost <= than.node * share + than.cost;
}
