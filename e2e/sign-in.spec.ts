/** A studio with a password: signing in and out, and a session that ends in the middle of the work. */
import type { Page } from "@playwright/test";
import { hashPassword } from "../src/hosts/node/access/password-hash.ts";
import { StudioServer } from "../tests/servers/studio-server.ts";
import { generate, playedClip } from "./support/compose.ts";
import { sentCreates } from "./support/creates.ts";
import { test as base, expect } from "./support/fixtures.ts";

const PASSWORD = "correct horse battery";

const test = base.extend<{ team: StudioServer }>({
  team: async ({ context }, use) => {
    const team = await StudioServer.start({ STUDIO_PASSWORD_HASH: await hashPassword(PASSWORD) });
    await use(team);
    await Promise.all(context.pages().map((page) => page.close()));
    await team.stop();
  },
});
test.use({ expectedErrors: [/Failed to load resource/] });

const panel = (page: Page) => page.getByRole("region", { name: "Sign in to this studio" });

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await panel(page).getByLabel("Password").fill(password);
  await panel(page).getByRole("button", { name: "Sign in" }).click();
}

test("submit: the session ends while one clip is being made and another is sent → both wait, and go on after signing in", async ({
  page,
  context,
  team,
}) => {
  const creates = sentCreates(page);
  await page.goto(team.url);
  await signIn(page, "wrong");
  await expect(panel(page)).toContainText("Wrong password");
  await signIn(page);
  await expect(panel(page)).toBeHidden();
  const first = await generate(page, { prompt: "A heron [[slow queue]]" });
  await expect.poll(() => creates.length).toBe(1);
  await context.clearCookies({ name: "__Host-kirin-session" });
  await generate(page, { prompt: "A second heron" });
  await expect(page.getByRole("region", { name: /^On hold/ })).toContainText(
    "Waiting until you sign in",
  );
  await expect(panel(page)).toBeVisible({ timeout: 30_000 });
  await signIn(page);
  expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  await page.goto(first);
  expect(await playedClip(page)).toMatchObject({ seconds: 5 });
});

test("signs out in the settings", async ({ page, team }) => {
  await page.goto(team.url);
  await signIn(page);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeVisible();
  expect((await page.request.get(`${team.url}/api/generations/x`)).status()).toBe(401);
});
