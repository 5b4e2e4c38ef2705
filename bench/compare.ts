/** Two clips compared: are they in step, how soon is a step or a drag answered, and does anything stay behind? */
import { chromium } from "playwright";
import { StudioServer } from "../e2e/support/studio-server.ts";
import { chromiumLaunchOptions } from "../tests/setup/chromium.ts";
import { driftLines } from "./compare/drift.ts";
import { filmLines } from "./compare/film.ts";
import { bundleProbe, makePair, openContext } from "./compare/measured-page.ts";
import { openingLines } from "./compare/opening.ts";
import { scrubLines } from "./compare/scrub.ts";
import { stepLines } from "./compare/steps.ts";

/** Measures on the built studio, with clips of 1080 lines side by side. */
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
        "a key frame every second",
      )),
      ...(await scrubLines(context, long, "one key frame on the right")),
      ...(await driftLines(context, long, 10, 1)),
      ...(await driftLines(context, long, 10, 0.5)),
      ...(await driftLines(context, short, 5, 1)),
      ...(await filmLines(context, short, 5)),
      ...(await openingLines(browser, context, long)),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
