/** Several takes of each mode from one press: sent once, played in step, ranked. */

import { expectAccessibleLayout } from "./support/accessible-layout.ts";
import { compose } from "./support/compose.ts";
import { sentCreates } from "./support/creates.ts";
import { expect, test } from "./support/fixtures.ts";
import { savedJudgements } from "./support/judgements.ts";

test("submits two takes of each mode once, as four generations on one sheet that play in step", async ({
  page,
}) => {
  const sent = sentCreates(page);
  await page.goto("/");
  await compose(page, { prompt: "A pond at dawn, static camera", ratio: "1:1" });
  await page.getByRole("spinbutton", { name: "Takes per mode" }).fill("2");
  const both = page.getByRole("button", { name: "Both modes" });
  await expect(both).toHaveAccessibleDescription("4 clips, $1.12");
  await both.dblclick();
  await expect(page).toHaveURL(/\/compare\/takes\?pair=/);
  const sheet = page.url();

  const takes = page.getByRole("button", { name: /^Pick .* to compare$/ });
  await expect(takes).toHaveCount(4);
  expect(sent).toHaveLength(4);
  const pictures = takes.locator("canvas");
  const showsFrame = async (frame: number) => {
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute("data-frame", String(frame));
    }
  };
  await showsFrame(0);
  await page.keyboard.press("End");
  await showsFrame(119);
  await page.keyboard.press(",");
  await showsFrame(118);
  await expectAccessibleLayout(page);

  await page.getByRole("button", { name: "Move Pro, take 2 up" }).click();
  await expect
    .poll(() => savedJudgements(page))
    .toEqual([expect.objectContaining({ kind: "ranking" })]);
  await page.reload();
  const order = page.getByRole("region", { name: "Your ranking" }).getByRole("listitem");
  await expect(order).toHaveText([
    /1Standard, take 1/,
    /2Standard, take 2/,
    /3Pro, take 2/,
    /4Pro, take 1/,
  ]);

  await page.getByRole("button", { name: "Pick Standard, take 2 to compare" }).click();
  await page.getByRole("button", { name: "Pick Pro, take 1 to compare" }).click();
  await page.getByRole("link", { name: "Compare these two" }).click();
  await expect(page).toHaveURL(/\/compare\?left=.*right=/);
  await expect(page.getByRole("main").getByText("Standard, take 2").first()).toBeVisible();

  await page.getByRole("link", { name: "Library", exact: true }).click();
  const card = page.getByRole("article").filter({ hasText: "Take 2 of 2" }).first();
  await card.getByRole("link", { name: /^All takes/ }).click();
  await expect(page).toHaveURL(sheet);
});
