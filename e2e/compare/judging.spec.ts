/** Judging a pair, blind (nothing may reveal which clip is which) and openly. */
import type { Page } from "@playwright/test";
import { expectAccessibleLayout } from "../support/accessible-layout.ts";
import { compose } from "../support/compose.ts";
import { expect, test } from "../support/fixtures.ts";
import { forgetJudgements, savedJudgements, savedVerdict } from "../support/judgements.ts";

/** Fixes the random draw of sides, which is the only request for a single random byte. */
async function fixChance(page: Page, byte: 0 | 1): Promise<void> {
  await page.addInitScript((fixed) => {
    const draw = crypto.getRandomValues.bind(crypto);
    Reflect.set(crypto, "getRandomValues", (values: Uint8Array<ArrayBuffer>) =>
      values instanceof Uint8Array && values.length === 1 ? values.fill(fixed) : draw(values),
    );
  }, byte);
}

/** Opens the next pair to judge and waits until both clips are shown. */
async function openBlind(page: Page): Promise<void> {
  await page.goto("/compare/blind");
  await expect(page.getByText("frame 1 of 120")).toBeVisible();
  await expect(page.getByRole("button", { name: "Next frame" })).toBeEnabled();
  await expect(page.getByRole("radiogroup", { name: "Which looks better?" })).toBeVisible();
}

/** Everything the page reveals on screen, to a screen reader and in its markup. */
async function everything(page: Page): Promise<{ said: string; source: string }> {
  const { title, url, source } = await page.evaluate(() => ({
    title: document.title,
    url: location.href,
    source: document.querySelector("main")?.outerHTML ?? "",
  }));
  // The number of unseen results in the title does not belong to this page.
  const name = title.replace(/^\(\d+\) /, "");
  return { said: `${name}\n${url}\n${await page.locator("main").ariaSnapshot()}`, source };
}

/** The place where two texts differ, with its surroundings. Empty if they are equal. */
function firstDifference(one: string, other: string): string {
  if (one === other) return "";
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(at - 200, at + 80)} … ${other.slice(at - 200, at + 80)}`;
}

const revealed = (page: Page) => page.getByRole("heading", { name: /^A was / });

test("blind judging reveals nothing about the clips until the verdict, then shows and saves everything", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await compose(page, {
    prompt: 'A dune at noon, static camera. [Fox, calm]: "come closer" Audio: wind',
    ratio: "1:1",
    mode: "Pro",
    sound: true,
  });
  await page.getByRole("button", { name: "Both modes", exact: true }).click();
  await page.waitForURL(/left=/);
  const params = new URL(page.url()).searchParams;
  const ids = [params.get("left") ?? "", params.get("right") ?? ""];
  await expect(page.getByText("frame 1 of 120")).toBeVisible();

  let seen = "";
  await test.step("renders the same page for either draw of the sides", async () => {
    const other = await context.newPage();
    await fixChance(other, 1);
    await openBlind(other);
    seen = Object.values(await everything(other)).join("\n");
    // The draw is stored, so a reload does not repeat it.
    await expect.poll(() => savedVerdict(other, "blind")).not.toBeNull();
    await fixChance(other, 0);
    await other.reload();
    await openBlind(other);
    for (const key of ["q", "n"]) await other.keyboard.press(key);
    await other.getByRole("button", { name: "Show which is which" }).click();
    await expect(revealed(other)).toHaveText(sidesFor(1, ids));
    await expect
      .poll(async () => (await savedVerdict(other, "blind"))?.revealedAt)
      .toEqual(expect.any(String));
    await forgetJudgements(other);
    await other.close();

    await fixChance(page, 0);
    await openBlind(page);
    const now = async () => Object.values(await everything(page)).join("\n");
    await expect.poll(async () => firstDifference(seen, await now())).toBe("");
  });

  await test.step("mentions no modes, costs, sizes, files or sound", async () => {
    const { said, source } = await everything(page);
    expect(new URL(page.url()).searchParams.getAll("of")).toEqual(ids.toSorted());
    expect(said).not.toMatch(/\b(?:standard|pro|std)\b|\$|1440|mp4|blob:|hear|sound\b(?! stay)/i);
    expect(source).not.toMatch(/\b(?:standard|pro|std)\b|text-(?:std|pro)|\$|1440|mp4|blob:/i);
    for (const id of ids) expect(source).not.toContain(id);
    await expect(page.locator("main video, main audio, main a")).toHaveCount(0);
    await expectAccessibleLayout(page);
  });

  // IDs are random, and so is the side of the pro clip.
  const pro = sidesFor(0, ids).startsWith("A was Pro") ? "A" : "B";
  await test.step("saves each answer at once", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press(pro === "A" ? "q" : "e");
    await expect(
      page
        .getByRole("radiogroup", { name: "Which looks better?" })
        .getByRole("radio", { name: pro }),
    ).toBeChecked();
    await expect
      .poll(async () => (await savedVerdict(page, "blind"))?.answers)
      .toHaveProperty("looks");
    await page.reload();
    await expect(
      page
        .getByRole("radiogroup", { name: "Which looks better?" })
        .getByRole("radio", { name: pro }),
    ).toBeChecked();
    await expect(page.getByRole("button", { name: "Show which is which" })).toBeDisabled();
    await page
      .getByRole("radiogroup", { name: "Which follows the prompt better?" })
      .getByRole("radio", { name: "No difference" })
      .check();
  });

  await test.step("reveals the sides and the price difference", async () => {
    await page.getByRole("button", { name: "Show which is which" }).click();
    await expect(revealed(page)).toBeFocused();
    await expect(revealed(page)).toHaveText(sidesFor(0, ids));
    await expect(page.getByText(/^Pro cost 3\.3 times as much/)).toBeVisible();
    await expect(page.getByText("You preferred Pro in 1 of 1 blind comparison")).toBeVisible();
    await expect(page.getByText("Too early to tell: with fewer than 10 verdicts")).toBeVisible();
  });

  await test.step("asks about the sound separately and offers checked items as reasons", async () => {
    await page
      .getByRole("radiogroup", { name: "With sound, which is better?" })
      .getByRole("radio", { name: "Pro" })
      .check();
    await page
      .getByRole("radiogroup", { name: "Fox: “come closer”: Pro" })
      .getByRole("radio", { name: "Met", exact: true })
      .check();
    await page.getByRole("checkbox", { name: "Fox: “come closer”" }).check();
    await page.getByRole("textbox", { name: "Why, in your own words" }).fill("The voice is right");
    await expect
      .poll(async () => (await savedVerdict(page, "blind"))?.note)
      .toBe("The voice is right");
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "Fox: “come closer”" })).toBeChecked();
    await expect(page.getByRole("textbox", { name: /^Why/ })).toHaveValue("The voice is right");
    await expect(page.getByText("All your pairs are judged.")).toBeVisible();
    await expectAccessibleLayout(page);
    await page.goto("/library");
    await expect(page.getByText("Chosen over Standard")).toBeVisible();
  });

  await test.step("lets the creator choose differently when judging openly", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/compare?left=${ids[0]}&right=${ids[1]}`);
    await page.getByRole("tab", { name: "Judge" }).click();
    const better = page.getByRole("radiogroup", { name: "Which is better?" });
    await better.getByRole("radio", { name: "Standard" }).check();
    await page
      .getByRole("radiogroup", { name: "Rating of Standard" })
      .getByRole("radio", { name: "4 of 5" })
      .check();
    await expect
      .poll(async () => (await savedVerdict(page, "open"))?.answers)
      .toHaveProperty("better");
    await expect
      .poll(() => savedJudgements(page))
      .toContainEqual(expect.objectContaining({ kind: "remark", rating: 4 }));
    await page.goto("/library");
    await expect(page.getByText("Chosen over Pro")).toBeVisible();
    await expect(page.getByText("Chosen over Standard")).toHaveCount(0);
  });
});

/** The expected heading. With an even byte the alphabetically first id is on the left. */
function sidesFor(byte: 0 | 1, [std = "", pro = ""]: readonly string[]): string {
  const first = std < pro ? "Standard" : "Pro";
  const second = first === "Pro" ? "Standard" : "Pro";
  const [left, right] = byte === 0 ? [first, second] : [second, first];
  return `A was ${left}, B was ${right}`;
}
