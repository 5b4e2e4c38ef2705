import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { box, button, composePage } from "./testing/compose-page.tsx";
import "#studio/app/tokens.css";

/** Inserts text as a paste does. The test driver would replace half a surrogate pair. */
function paste(name: string, text: string) {
  const field = box(name).element() as HTMLInputElement | HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const { onGenerate, sent, renderForm } = composePage();

it.each([
  ["half an emoji", "A fox \uD83E in snow", "A fox  in snow"],
  ["NUL", "A fox\u0000", "A fox"],
])(
  "submit: a prompt contains characters that cannot be sent → nothing is sent, the field says so, and one press removes them (%s)",
  async (_, prompt, cleaned) => {
    await renderForm();
    paste("Prompt", prompt);
    await expect
      .element(box("Prompt"))
      .toHaveAccessibleDescription(/1 broken or invisible character can't be sent/);
    await button("Generate").click();
    await expect.element(box("Prompt")).toHaveFocus();
    expect(onGenerate).not.toHaveBeenCalled();
    await button("Remove it").click();
    await expect.element(box("Prompt")).toHaveValue(cleaned);
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(box("Prompt")).toBeValid();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(box("Prompt")).toHaveValue(prompt);
    await button("Remove it").click();
    await expect.element(box("Prompt")).toHaveValue(cleaned);
    await button("Generate").click();
    await expect.poll(() => sent()[0]?.prompt).toBe(cleaned);
  },
);

it("removes several at once, from the fields under Advanced too", async () => {
  await renderForm();
  await box("Prompt").fill("A fox");
  await page.getByText("Advanced", { exact: true }).click();
  paste("Callback URL", "https://example.com/\u0001\uD83E");
  await button("Generate").click();
  await expect.element(box("Callback URL")).toHaveFocus();
  expect(onGenerate).not.toHaveBeenCalled();
  await button("Remove them").click();
  await expect.element(box("Callback URL")).toHaveValue("https://example.com/");
  await button("Generate").click();
  await expect.poll(() => sent()[0]?.callback_url).toBe("https://example.com/");
});

it("upgrade: a saved draft contains half an emoji → it is restored unchanged and repaired on request", async () => {
  localStorage.setItem(
    "kirin-studio.draft",
    JSON.stringify({ prompt: "A fox \uD83E", negative_prompt: "text\u0000" }),
  );
  await renderForm();
  await expect.element(box("Prompt")).toHaveValue("A fox \uD83E");
  await button("Remove it").first().click();
  await expect.element(box("Prompt")).toHaveValue("A fox ");
});
