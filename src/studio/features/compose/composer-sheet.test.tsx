import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible } from "#studio/testing/axe.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { box, button, composePage, radio, sound, takes } from "./testing/compose-page.tsx";
import "#studio/app/tokens.css";

const { renderForm, fillForm, onGenerate, sent } = composePage();

const sheet = page.getByRole("dialog", { name: "Compose" });
const opener = page.getByRole("button", { name: /^(?:Describe your clip|Edit your request)/ });

describe.each([
  [375, 760],
  [320, 640],
])("the form on a phone of %i × %i", (width, height) => {
  beforeEach(() => page.viewport(width, height));
  afterEach(() => page.viewport(1280, 800));

  it("is one line that opens as a sheet, which closes by Escape and gives the focus back", async () => {
    const outside = document.body.appendChild(document.createElement("button"));
    onTestFinished(() => outside.remove());
    await renderForm();
    await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.21");
    expect(box("Prompt").query()).toBeNull();
    await opener.click();
    await expect.element(sheet).toBeVisible();
    await expect.element(box("Prompt")).toHaveFocus();
    expect(outside.inert).toBe(true);
    await userEvent.keyboard("A fox");
    await userEvent.keyboard("{Escape}");
    await expect.element(sheet).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
    await expect.element(opener).toHaveTextContent(/A fox$/);
    expect(outside.inert).toBe(false);
  });

  it("sends from the line without opening, and closes after a send", async () => {
    await renderForm();
    await opener.click();
    await box("Prompt").fill("A fox");
    await userEvent.keyboard("{Escape}");
    await button("Generate").click();
    await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "A fox" })]);
    await opener.click();
    await radio("Pro").click();
    await sheet.getByRole("button", { name: "Generate", exact: true }).click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledTimes(2));
    await expect.element(sheet).not.toBeInTheDocument();
  });

  it("opens with the fault when nothing could be sent, and when another screen fills it", async () => {
    await renderForm();
    await button("Generate").click();
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(page.getByText("Write a prompt first")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    fillForm({ prompt: "A fox in the snow" });
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(box("Prompt")).toHaveValue("A fox in the snow");
    await userEvent.keyboard("{Escape}");
    fillForm({ prompt: "A fox in the snow" }, "callback_url");
    await expect.element(box("Callback URL")).toHaveFocus();
  });

  it("has the buttons on screen, targets of at least 44 px, and no axe violations", async () => {
    await renderForm();
    await opener.click();
    await box("Prompt").fill("A fox");
    await expect.element(page.getByRole("button", { name: "Clear" })).toBeVisible();
    const { bottom } = button("Both modes").element().getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(height);
    await expectAccessible(sheet.element());
  });
});

describe("the form on the desk", () => {
  it.each([
    [1440, 900],
    [1024, 768],
  ])("shows everything without scrolling at %i × %i", async (width, height) => {
    await page.viewport(width, height);
    onTestFinished(() => page.viewport(1280, 800));
    const { container } = await renderForm();
    const form = container.querySelector("form");
    if (!form) throw new Error("there is no form");
    // The column beside the stage, under the header.
    form.style.width = "360px";
    form.style.height = `${height - 48}px`;
    await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.21");
    const fields = box("Prompt").element().closest(".overflow-y-auto");
    expect(fields?.scrollHeight).toBe(fields?.clientHeight);
    const edge = form.getBoundingClientRect().bottom;
    expect(button("Both modes").element().getBoundingClientRect().bottom).toBeLessThan(edge);
  });

  it("steps the takes by buttons, by keys and by typing, within their limits", async () => {
    await renderForm();
    const more = button("More takes");
    await more.click();
    await expect.element(takes).toHaveValue(2);
    await expect.element(button("Both modes")).toHaveAccessibleDescription("4 clips, $1.12");
    await expect.element(button("Both modes")).toHaveTextContent("Both modes· 4 clips, $1.12");
    await takes.click();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(takes).toHaveValue(3);
    await userEvent.keyboard("9");
    await expect.element(takes).toHaveValue(3);
    await userEvent.keyboard("4");
    await expect.element(takes).toHaveValue(4);
    await expect.element(more).toHaveAttribute("aria-disabled", "true");
    (more.element() as HTMLElement).click();
    await expect.element(takes).toHaveValue(4);
    await button("Fewer takes").click();
    await expect.element(takes).toHaveValue(3);
  });

  it("clears both texts and keeps the settings, and undo restores the prompt", async () => {
    await renderForm();
    fillForm({ prompt: "A fox", negative_prompt: "people", mode: "pro", sound: "on" });
    await expect.element(box("Negative prompt")).toHaveValue("people");
    await button("Clear").click();
    await expect.element(box("Prompt")).toHaveValue("");
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(box("Negative prompt")).not.toBeInTheDocument();
    await expect.element(sound).toBeChecked();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(box("Prompt")).toHaveValue("A fox");
  });
});
