import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { compose, INPUT_METHOD_KEYS, pressKey, sendKey } from "#studio/testing/input-method.ts";
import { box, button, composePage } from "./testing/compose-page.tsx";

const { renderForm, sent } = composePage();

beforeEach(async () => {
  await renderForm();
  await box("Prompt").click();
});

it("submit: Ctrl+Enter is pressed while an input method composes → nothing is sent before the text is committed", async () => {
  await userEvent.keyboard("Fox ");
  await compose("ほっかい");
  await pressKey("Enter", { ctrl: true });
  expect(sent()).toEqual([]);
  await expect.element(box("Prompt")).toHaveValue("Fox ほっかい");

  await compose("");
  await userEvent.keyboard("北海");
  await pressKey("Enter", { ctrl: true });
  await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "Fox 北海" })]);
});

it.each(INPUT_METHOD_KEYS)("sends nothing on a key that is reported %s", async (_form, init) => {
  await userEvent.keyboard("Fox");
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    sendKey(box("Prompt").element(), { key: "Enter", ...modifier, ...init });
  }
  await userEvent.keyboard(" at night");
  sendKey(box("Prompt").element(), { key: "Enter", ctrlKey: true });
  await expect.poll(sent).toContainEqual(expect.objectContaining({ prompt: "Fox at night" }));
  expect(sent()).toHaveLength(1);
});

it("does not submit by the Enter that ends a composition in a single-line field", async () => {
  await userEvent.keyboard("Fox");
  await page.getByText("Advanced", { exact: true }).click();
  await box("Task ID").click();
  await compose("いち");
  await pressKey("Enter");
  for (const [, init] of INPUT_METHOD_KEYS) {
    expect(sendKey(box("Task ID").element(), { key: "Enter", ...init })).toBe(false);
  }
  await compose("");
  await box("Prompt").fill("Fox at night");
  await pressKey("Enter", { ctrl: true });
  // An earlier request would be in the list as well.
  await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "Fox at night" })]);
});

it("sends the committed text when Generate is clicked during a composition", async () => {
  await userEvent.keyboard("Fox ");
  await compose("北海道");
  await button("Generate").click();
  await expect.poll(sent).toEqual([expect.objectContaining({ prompt: "Fox 北海道" })]);
  await expect.element(box("Prompt")).toHaveValue("Fox 北海道");
});

it.each(["Generate", "Both modes"])(
  "ends the composition when %s is pressed and the browser leaves the focus in the field",
  async (name) => {
    const ended: string[] = [];
    const prompt = box("Prompt").element();
    prompt.addEventListener("compositionend", () => ended.push("committed"));
    await userEvent.keyboard("Fox ");
    await compose("北海道");
    // A scripted click does not move the focus, like a tap in Safari.
    (button(name).element() as HTMLElement).click();
    expect(ended).toEqual(["committed"]);
    await expect.poll(sent).toContainEqual(expect.objectContaining({ prompt: "Fox 北海道" }));
  },
);
