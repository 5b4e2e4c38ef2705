import { expect, it } from "vitest";
import { createCounter, createGauge, createHistogram, exposition } from "./series.ts";

it("prints counters, histograms and gauges in Prometheus's text format", () => {
  const counter = createCounter({ name: "a_total", help: "Things." });
  counter.add({ kind: "x", other: "1" });
  counter.add({ kind: "x", other: "1" });
  counter.add({ kind: "y", other: "1" });
  const histogram = createHistogram({ name: "b_seconds", help: "Times." }, [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 7]) histogram.observe({ route: "r" }, value);
  const gauge = createGauge({ name: "c_bytes", help: "Memory." }, () => 42);
  expect(exposition([counter, histogram, gauge])).toBe(`# HELP a_total Things.
# TYPE a_total counter
a_total{kind="x",other="1"} 2
a_total{kind="y",other="1"} 1

# HELP b_seconds Times.
# TYPE b_seconds histogram
b_seconds_bucket{route="r",le="0.1"} 2
b_seconds_bucket{route="r",le="1"} 3
b_seconds_bucket{route="r",le="+Inf"} 4
b_seconds_sum{route="r"} 7.65
b_seconds_count{route="r"} 4

# HELP c_bytes Memory.
# TYPE c_bytes gauge
c_bytes 42
`);
});

it("escapes what would end a label", () => {
  const counter = createCounter({ name: "a_total", help: "Things." });
  counter.add({ kind: 'a"b\\c\nd' });
  expect(counter.lines().at(-1)).toBe('a_total{kind="a\\"b\\\\c\\nd"} 1');
});
