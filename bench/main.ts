/** The benchmarks of `npm run bench`, in order. */
import { benchBodies } from "./bodies.ts";
import { benchCompare } from "./compare.ts";
import { benchFirstPaint } from "./first-paint.ts";
import { benchFuzz } from "./fuzz.ts";
import { benchLibrary } from "./library.ts";
import { benchPolling } from "./polling.ts";
import { benchRender } from "./render.ts";
import { benchTabs } from "./tabs.ts";

/** One benchmark. `run` resolves with the lines to print. */
interface Benchmark {
  name: string;
  run(): Promise<string[]>;
}

export const benchmarks: readonly Benchmark[] = [
  { name: "First paint", run: benchFirstPaint },
  { name: "Hostile bodies", run: benchBodies },
  { name: "Random requests", run: benchFuzz },
  { name: "Rendering", run: benchRender },
  { name: "Polling", run: benchPolling },
  { name: "Tabs", run: benchTabs },
  { name: "Library", run: benchLibrary },
  { name: "Compare", run: benchCompare },
];
