import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { loadDraft } from "./draft/draft-storage.ts";
import { box, button, composePage, radio, showNegativePrompt } from "./testing/compose-page.tsx";

const { fillForm, renderForm, sent } = composePage();

const undo = () => userEvent.keyboard("{Control>}z{/Control}");
const redo = () => userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
const prompt = box("Prompt");

describe("undo in the prompt", () => {
  beforeEach(async () => {
    await renderForm();
    await prompt.click();
  });

  it("undoes and redoes filling the form from a request", async () => {
    await userEvent.keyboard("My own words");
    fillForm({ prompt: "A fox in the snow" });
    await expect.element(prompt).toHaveValue("A fox in the snow");
    await undo();
    await expect.element(prompt).toHaveValue("My own words");
    await redo();
    await expect.element(prompt).toHaveValue("A fox in the snow");
    await undo();
    await userEvent.keyboard("{End}, again");
    await expect.element(prompt).toHaveValue("My own words, again");
    await button("Generate").click();
    await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "My own words, again" })]);
  });

  it("undoes several requests back to the typed text", async () => {
    await userEvent.keyboard("One");
    fillForm({ prompt: "Two" });
    fillForm({ prompt: "Three\nlines\n\nof text" });
    await userEvent.keyboard("!");
    await expect.element(prompt).toHaveValue("Three\nlines\n\nof text!");
    await undo();
    await expect.element(prompt).toHaveValue("Three\nlines\n\nof text");
    await undo();
    await expect.element(prompt).toHaveValue("Two");
    await undo();
    await expect.element(prompt).toHaveValue("One");
  });

  it("restores the negative prompt after the prompt", async () => {
    await userEvent.keyboard("Mine");
    await showNegativePrompt();
    await userEvent.keyboard("people");
    fillForm({ prompt: "A fox", negative_prompt: "text" });
    await expect.element(prompt).toHaveFocus();
    await undo();
    await expect.element(prompt).toHaveValue("Mine");
    await undo();
    await expect.element(box("Negative prompt")).toHaveValue("people");
  });

  it("can undo clearing the prompt, and keeps the draft and the counter in sync", async () => {
    await userEvent.keyboard("Mine");
    fillForm({ prompt: "" });
    await expect.element(prompt).toHaveValue("");
    await expect.element(page.getByText("0 / 2,500").first()).toBeVisible();
    await undo();
    await expect.element(prompt).toHaveValue("Mine");
    await expect.element(page.getByText("4 / 2,500")).toBeVisible();
    await expect.poll(() => loadDraft().draft.prompt).toBe("Mine");
  });

  it("works for a very long prompt of many lines and astral characters", async () => {
    const long = "🦊 snow in the morning sun\n".repeat(95);
    await userEvent.keyboard("Mine");
    fillForm({ prompt: long.replaceAll("\n", "\r\n") });
    await expect.element(prompt).toHaveValue(long);
    await undo();
    await expect.element(prompt).toHaveValue("Mine");
  });

  it("fills in a text of thousands of lines", async () => {
    const lines = "snow\n".repeat(3000);
    fillForm({ prompt: lines });
    await expect.element(prompt).toHaveValue(lines);
    await expect.element(page.getByText("15,000 / 2,500")).toBeVisible();
  });

  it("also undoes the Undo button of the toast", async () => {
    await userEvent.keyboard("Mine");
    fillForm({ prompt: "A fox", mode: "pro" });
    await button("Undo").click();
    await expect.element(prompt).toHaveValue("Mine");
    await expect.element(radio("Standard")).toBeChecked();
    await prompt.click();
    await undo();
    await expect.element(prompt).toHaveValue("A fox");
  });
});

it("undoes a request that arrived before the form to the saved draft", async () => {
  localStorage.setItem("kirin-studio.draft", JSON.stringify({ prompt: "Kept words" }));
  fillForm({ prompt: "A fox" });
  await renderForm();
  await expect.element(prompt).toHaveValue("A fox");
  await undo();
  await expect.element(prompt).toHaveValue("Kept words");
});

it("fills the form in a browser without the command", async () => {
  const command = document.execCommand;
  document.execCommand = () => false;
  try {
    await renderForm();
    await prompt.fill("Mine");
    fillForm({ prompt: "A fox" });
    await expect.element(prompt).toHaveValue("A fox");
    await button("Generate").click();
    await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "A fox" })]);
  } finally {
    document.execCommand = command;
  }
});
