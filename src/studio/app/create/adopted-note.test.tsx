import "#studio/app/tokens.css";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { anEntry, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { AdoptedNote } from "./adopted-note.tsx";

test("lists how a task found under a used ID differs, with advice", async () => {
  const entry = aWatchedEntry({
    isConflict: true,
    differences: ["duration", "negative_prompt", "something_new"],
  });
  await render(<AdoptedNote entry={entry} />);
  const note = page.getByRole("note");
  await expect
    .element(note)
    .toHaveTextContent(
      "This task differs from your request: duration, negative prompt, something_new.",
    );
  await expect.element(note).toHaveTextContent(/generate again/);
  await expectAccessible(note.element());
});

test("shows nothing if nothing differs", async () => {
  await render(<AdoptedNote entry={aWatchedEntry({ isConflict: true })} />);
  await expect.element(page.getByText(/Nothing was created twice/)).toBeVisible();
  expect(page.getByText(/check the clip/).query()).toBeNull();
  expect(page.getByRole("note").query()).toBeNull();
});

test("asks the creator to check if they chose the ID, because Kirin doesn't return the prompt", async () => {
  await render(<AdoptedNote entry={aWatchedEntry({ isConflict: true, externalTaskId: "mine" })} />);
  await expect
    .element(page.getByText(/doesn't report every setting, so check the clip/))
    .toBeVisible();
});

test.each([
  ["there was no conflict", aWatchedEntry()],
  ["no task was found yet", anEntry({ isConflict: true, phase: "unknown" })],
])("shows nothing if %s", async (_why, entry) => {
  const { container } = await render(<AdoptedNote entry={entry} />);
  expect(container.textContent).toBe("");
});
