/** Metrics of the Node process, with the names that Prometheus clients use. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createGauge, type Series } from "#proxy/metrics/series.ts";

const NANOSECONDS = 1e9;

/** Memory, start time, and the delay of the event loop since the last scrape. */
export function processSeries(): Series[] {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return [
    createGauge({ name: "process_resident_memory_bytes", help: "Memory of the process." }, () =>
      process.memoryUsage.rss(),
    ),
    createGauge(
      { name: "process_start_time_seconds", help: "Start of the process, in Unix time." },
      () => Math.round(Date.now() / 1000 - process.uptime()),
    ),
    createGauge(
      {
        name: "nodejs_eventloop_lag_p99_seconds",
        help: "99th percentile of the event loop's delay since the last scrape.",
      },
      () => {
        const seconds = delay.percentile(99) / NANOSECONDS;
        delay.reset();
        return seconds;
      },
    ),
  ];
}
