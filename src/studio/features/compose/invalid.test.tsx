import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { box, composePage } from "./testing/compose-page.tsx";
import "#studio/app/tokens.css";

const { onGenerate, renderForm } = composePage();

it("announces the first error and how many more there are when nothing is sent", async () => {
  await renderForm();
  const announced = await recordAnnouncements();
  await box("Prompt").click();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await announced("Write a prompt first.");
  await page.getByText("Advanced", { exact: true }).click();
  await box("Callback URL").fill("nowhere");
  await box("Prompt").click();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await announced("Write a prompt first. 1 more to fix.");
  expect(onGenerate).not.toHaveBeenCalled();
});
