/** Failures: code, meaning, advice, and a retry that keeps the failed generation. */
import { ERROR_CODES } from "#kirin/refusals/error-codes.ts";
import { compose, generate, generateButton } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

test("poll: a task fails with any of Kirin's codes → the meaning and advice are shown, and nothing is charged", async ({
  page,
}) => {
  await page.goto("/");
  for (const { code } of ERROR_CODES) {
    await generate(page, { prompt: `A quiet lake [[fail ${code}]]` });
    const failure = page.getByRole("region", { name: "Failure: Standard" });
    await expect(failure.getByLabel("Code", { exact: true })).toHaveText(code);
    await expect(failure.getByRole("heading")).toBeVisible();
    await expect(failure.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(page.getByLabel("Cost", { exact: true })).toContainText(
      "Kirin doesn't charge for failed tasks.",
    );
  }
  await page.getByRole("link", { name: "Usage", exact: true }).click();
  await expect(page.getByText("No charges yet")).toBeVisible();
});

test("retries as a new generation that is linked with the failed one", async ({ page }) => {
  await page.goto("/");
  const first = await generate(page, { prompt: "A quiet lake [[fail elsewhere]]" });
  await expect(page.getByLabel("Kirin's message")).toHaveText(
    "The renderer lost its input (asked for in the prompt).",
  );
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.getByText("Retry of an earlier generation")).toBeVisible();
  await page.getByRole("link", { name: "Show the earlier one" }).click();
  await expect(page).toHaveURL(first);
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByRole("main").getByRole("gridcell")).toHaveCount(2);
});

test.describe("refusals", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  for (const [words, title] of [
    ["[[http 403]]", "Kirin doesn't permit this request"],
    ["[[code 1201]]", "Kirin refused a setting"],
    ["[[code 1304]] [[wrapped]]", "Kirin refused the server's IP address"],
    ["[[code 1203]] [[in a string]]", "Kirin doesn't recognise this address or model"],
  ]) {
    test(`${words}: explains the refusal and that nothing was created`, async ({ page }) => {
      await page.goto("/");
      await generate(page, { prompt: `A quiet lake ${words}` });
      const failure = page.getByRole("region", { name: "Failure: Standard" });
      await expect(failure.getByRole("heading")).toHaveText(title ?? "");
      await expect(failure).toContainText("Nothing was created, and you weren't charged.");
    });
  }

  for (const words of [
    "[[refuse moderation]]",
    "[[code 1300]] [[wrapped]]",
    "[[fail 1301]]",
    "[[fail moderation]]",
  ]) {
    test(`${words}: offers to edit the prompt and no retry of the same prompt`, async ({
      page,
    }) => {
      await page.goto("/");
      await generate(page, { prompt: `A quiet lake ${words}` });
      const failure = page.getByRole("region", { name: "Failure: Standard" });
      await expect(failure.getByRole("heading")).toContainText("the prompt");
      await expect(failure).not.toContainText("{");
      await expect(failure.getByRole("button")).toHaveText(["Edit prompt"]);
      await failure.getByRole("button", { name: "Edit prompt" }).click();
      const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
      await expect(prompt).toBeFocused();
      await expect(prompt).toHaveValue(`A quiet lake ${words}`);
    });
  }

  test("shows an expired clip with its cost", async ({ page }) => {
    await page.goto("/");
    await generate(page, { prompt: "A quiet lake, static camera [[clip expired]]" });
    await expect(page.getByText("The clip has expired", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  });
});

test("submit: the creator enters a task ID that was used before → the field shows an error, and nothing is sent", async ({
  page,
}) => {
  const taskId = page.getByRole("textbox", { name: "Task ID" });
  await page.goto("/");
  await page.getByText("Advanced", { exact: true }).click();
  await taskId.fill("lake-1");
  const first = await generate(page, { prompt: "A quiet lake [[fail 002014095]]" });
  await expect(taskId).toHaveValue("");
  await taskId.fill("lake-1");
  await compose(page, { prompt: "Another lake" });
  await generateButton(page).click();
  await expect(taskId).toBeFocused();
  await expect(taskId).toHaveAttribute("aria-invalid", "true");
  await expect(taskId).toHaveAccessibleDescription(/already has this ID/);
  await expect(page).toHaveURL(first);
});
