/**
 * Counters, histograms and gauges in Prometheus's text format 0.0.4. Labels have few values by design: never ids, paths
 * or texts from outside.
 */

/** Label names and values, in the order in which they are printed. */
export type Labels = Readonly<Record<string, string>>;

interface About {
  /** In Prometheus's style: a prefix, base units, and `_total` for counters. */
  name: string;
  help: string;
}

/** Something that can be scraped. */
export interface Series {
  /** Its lines in the text format. */
  lines(): string[];
}

export interface Counter extends Series {
  add(labels: Labels): void;
}

export interface Histogram extends Series {
  observe(labels: Labels, value: number): void;
}

export const METRICS_CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Creates a counter. A combination of labels appears with its first event. */
export function createCounter(about: About): Counter {
  const counts = new Map<string, number>();
  return {
    add(labels) {
      const key = print(labels);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    lines: () => [
      ...head(about, "counter"),
      ...Array.from(counts, ([labels, count]) => `${about.name}${labels} ${count}`),
    ],
  };
}

interface Observed {
  labels: Labels;
  /** Number of values per bucket, not cumulated. The last one has no upper limit. */
  counts: number[];
  sum: number;
}

/** Creates a histogram with these upper limits of its buckets, in ascending order. */
export function createHistogram(about: About, limits: readonly number[]): Histogram {
  const observed = new Map<string, Observed>();
  return {
    observe(labels, value) {
      const key = print(labels);
      const entry = observed.get(key) ?? {
        labels,
        counts: Array(limits.length + 1).fill(0),
        sum: 0,
      };
      const bucket = limits.findIndex((limit) => value <= limit);
      const index = bucket === -1 ? limits.length : bucket;
      entry.counts[index] = (entry.counts[index] ?? 0) + 1;
      entry.sum += value;
      observed.set(key, entry);
    },
    lines: () => [
      ...head(about, "histogram"),
      ...[...observed.values()].flatMap((entry) => histogramLines(about.name, limits, entry)),
    ],
  };
}

function histogramLines(name: string, limits: readonly number[], entry: Observed): string[] {
  const { labels, counts, sum } = entry;
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    const le = index < limits.length ? String(limits[index]) : "+Inf";
    return `${name}_bucket${print({ ...labels, le })} ${total}`;
  });
  return [
    ...buckets,
    `${name}_sum${print(labels)} ${sum}`,
    `${name}_count${print(labels)} ${total}`,
  ];
}

/** Creates a gauge whose value is read when it is scraped. */
export function createGauge(about: About, read: () => number): Series {
  return { lines: () => [...head(about, "gauge"), `${about.name} ${read()}`] };
}

/** The text that a scraper reads. */
export function exposition(series: readonly Series[]): string {
  return series.flatMap((one) => [...one.lines(), ""]).join("\n");
}

function head({ name, help }: About, type: "counter" | "histogram" | "gauge"): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function print(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeValue(value: string): string {
  return value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
}
