/** The system clock changes while a clip renders: durations that can't be known are not shown. */
import { details, generate, playedClip } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

// Slow enough to set the clock before the end.
test.use({ simulatorSpeed: 2 });

for (const { title, hours } of [
  {
    title:
      "clock: the clock is set forward during rendering → no elapsed or total times are shown, and the clip plays",
    hours: 24,
  },
  {
    title:
      "clock: the clock is set back during rendering → no elapsed or total times are shown, and the clip plays",
    hours: -1,
  },
]) {
  test(title, async ({ page, live }) => {
    await page.goto(live.studio.url);
    await generate(page, { prompt: "A quay in the fog, camera fixed" });
    const timer = page.getByRole("timer");
    await expect(timer).toBeVisible();
    await expect(page.getByText(/In Kirin's queue|Rendering/).first()).toBeVisible();
    await page.evaluate((byMs) => {
      const RealDate = Date;
      globalThis.Date = class extends RealDate {
        constructor(...parts: [] | [string | number]) {
          super(parts.length === 0 ? RealDate.now() + byMs : parts[0]);
        }
        static override now() {
          return RealDate.now() + byMs;
        }
      } as DateConstructor;
    }, hours * 3_600_000);
    await expect(timer).toHaveCount(0);
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    await expect(details(page)).not.toContainText(/Total time|Rendering time|Time in queue/);
  });
}
