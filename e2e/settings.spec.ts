/** The settings dialog: preferences apply at once, in every tab, and hold back money until the creator agrees. */
import type { Page } from "@playwright/test";
import { generateButton, promptBox } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Settings" });

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

test("keeps the theme and the form's defaults in every tab and across reloads", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto("/library");
  await page.goto("/");
  await openSettings(page);
  await dialog(page).getByRole("radio", { name: "Dark" }).check();
  await dialog(page).getByRole("radio", { name: "Pro" }).check();
  await dialog(page).getByRole("radio", { name: "9:16" }).check();
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "9:16", exact: true })).toBeChecked();
  await openSettings(page);
  await expect(dialog(page).getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(dialog(page).getByText("Simulator", { exact: true })).toBeVisible();
});

test("asks before spending more than the chosen amount, and sends nothing until then", async ({
  page,
}) => {
  await page.goto("/");
  await openSettings(page);
  await dialog(page).getByRole("switch", { name: "Ask before spending" }).check();
  await dialog(page).getByRole("textbox", { name: "Amount in USD" }).fill("0.20");
  await page.keyboard.press("Escape");
  await promptBox(page).fill("A meadow with clouds, slow pan");

  const question = page.getByRole("alertdialog", { name: "Spend $0.21?" });
  await generateButton(page).click();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Nothing was sent.")).toBeVisible();
  await page.getByRole("link", { name: "Library" }).click();
  await expect(page.getByRole("link", { name: "Create a clip" })).toBeVisible();

  await page.getByRole("link", { name: "Create", exact: true }).click();
  await generateButton(page).click();
  await question.getByRole("button", { name: "Spend $0.21" }).click();
  await expect(page).toHaveURL(/\/generations\//);
});
