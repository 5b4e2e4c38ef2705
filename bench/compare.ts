/** Benchmarks Compare: synchrony of the two clips, latency of steps and drags, speed of the export, and leaks. */
import { chromium } from "playwright";
import { StudioServer } from "../tests/servers/studio-server.ts";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";
import { driftLines } from "./compare/drift.ts";
import { exportLines } from "./compare/export.ts";
import { bundleProbe, makePair, openContext } from "./compare/measured-page.ts";
import { openingLines } from "./compare/open-pair.ts";
import { scrubLines } from "./compare/scrub.ts";
import { stepLines } from "./compare/steps.ts";

/** Measures the built studio with 1080p clips side by side. */
export async function benchCompare(): Promise<string[]> {
  const server = await StudioServer.start();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const context = await openContext(browser, server.url, await bundleProbe());
    const short = await makePair(context, 5);
    const long = await makePair(context, 10);
    return [
      ...(await stepLines(context, long)),
      ...(await scrubLines(
        context,
        { left: long.left, right: long.left },
        "a keyframe every second",
      )),
      ...(await scrubLines(context, long, "one keyframe on the right")),
      ...(await driftLines(context, long, { seconds: 10, speed: 1 })),
      ...(await driftLines(context, long, { seconds: 10, speed: 0.5 })),
      ...(await driftLines(context, short, { seconds: 5, speed: 1 })),
      ...(await exportLines(context, short, 5)),
      ...(await openingLines(browser, context, long)),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
