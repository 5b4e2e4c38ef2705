/** The compose form keeps everything typed or chosen and sends exactly what it shows. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  compose,
  failureCode,
  generate,
  generateButton,
  promptBox,
  sentRequest,
} from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

test("restores every field of the draft after a reload", async ({ page }) => {
  await page.goto("/");
  await compose(page, {
    prompt: "A harbour at night 🌊",
    negativePrompt: "people, text",
    mode: "Pro",
    sound: true,
    ratio: "1:1",
    duration: "10 seconds",
    watermark: true,
  });
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Callback URL" }).fill("https://example.com/hook");
  await page.getByRole("textbox", { name: "Task ID" }).fill("harbour-1");
  await page.reload();
  await expect(promptBox(page)).toHaveValue("A harbour at night 🌊");
  await expect(page.getByRole("textbox", { name: "Negative prompt" })).toHaveValue("people, text");
  await expect(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Sound" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "1:1", exact: true })).toBeChecked();
  await expect(page.getByRole("radio", { name: "10 seconds" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Watermark" })).toBeChecked();
  await page.getByText("Advanced", { exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Callback URL" })).toHaveValue(
    "https://example.com/hook",
  );
  await expect(page.getByRole("textbox", { name: "Task ID" })).toHaveValue("harbour-1");
});

test("keeps and counts a prompt that is too long, and does not send it", async ({ page }) => {
  // Limits count code points. Each of these takes two UTF-16 code units.
  const pasted = "🦊".repeat(2600);
  await page.goto("/");
  await promptBox(page).focus();
  await page.keyboard.insertText(pasted);
  await expect(promptBox(page)).toHaveValue(pasted);
  await expect(promptBox(page)).toHaveAccessibleDescription(/Shorten by 100 characters/);
  await expect(page.getByText("2,600 / 2,500")).toBeVisible();
  await generateButton(page).click();
  await expect(promptBox(page)).toBeFocused();
  await expect(page).toHaveURL("/");
  await page.keyboard.press("Control+Enter");
  await expect(promptBox(page)).toBeFocused();
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByText("No clips yet")).toBeVisible();
});

test("rejects an empty prompt with a message at the field", async ({ page }) => {
  await page.goto("/");
  await generateButton(page).click();
  await expect(promptBox(page)).toBeFocused();
  await expect(promptBox(page)).toHaveAccessibleDescription(/Write a prompt first/);
});

test("allows sound in Pro only, explains why, and remembers the choice", async ({ page }) => {
  const sound = page.getByRole("switch", { name: "Sound" });
  await page.goto("/");
  await expect(sound).toBeDisabled();
  await expect(sound).toHaveAccessibleDescription("Available in Pro only.");
  await compose(page, { prompt: "Surf", mode: "Pro", sound: true });
  await compose(page, { prompt: "Surf", mode: "Standard" });
  await expect(sound).toBeDisabled();
  await expect(sound).not.toBeChecked();
  await page.reload();
  await expect(sound).not.toBeChecked();
  await compose(page, { prompt: "Surf", mode: "Pro" });
  await expect(sound).toBeChecked();
  await sound.uncheck();
  await compose(page, { prompt: "Surf", mode: "Standard" });
  await compose(page, { prompt: "Surf", mode: "Pro" });
  await expect(sound).not.toBeChecked();
});

for (const modifier of ["Control", "Meta"]) {
  test(`${modifier}+Enter sends every setting exactly once`, async ({ page }) => {
    const creates: unknown[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/generations"))
        creates.push(request.postDataJSON());
    });
    await page.goto("/");
    await compose(page, {
      prompt: `A quiet lake, by ${modifier} [[fail 002014095]]`,
      negativePrompt: "boats, people",
      mode: "Pro",
      ratio: "9:16",
      watermark: true,
    });
    await page.keyboard.press(`${modifier}+Enter`);
    await expect(page).toHaveURL(/\/generations\//);
    const sent = {
      prompt: `A quiet lake, by ${modifier} [[fail 002014095]]`,
      negative_prompt: "boats, people",
      mode: "pro",
      aspect_ratio: "9:16",
      duration: "5",
      watermark_info: { enabled: true },
    };
    await expect.poll(() => creates).toEqual([expect.objectContaining(sent)]);
    await expect(await sentRequest(page)).toContainText("boats, people");
    await expect(await sentRequest(page)).toContainText(/watermark_info\s*enabled\s*true/);
    await expect(await sentRequest(page)).not.toContainText("sound");
  });
}

test("posts every status change to the callback URL", async ({ page }) => {
  const statuses: string[] = [];
  const listener = createServer((request, response) => {
    void text(request).then((body) => statuses.push(JSON.parse(body).status));
    response.end();
  });
  await once(listener.listen(0, "127.0.0.1"), "listening");
  const { port } = listener.address() as AddressInfo;
  await page.goto("/");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Callback URL" }).fill(`http://127.0.0.1:${port}/hook`);
  await generate(page, { prompt: "A quiet lake [[fail 002014098]]" });
  await expect(failureCode(page)).toHaveText("002014098");
  await expect.poll(() => statuses).toEqual(["in_progress", "failed"]);
  listener.close();
});
