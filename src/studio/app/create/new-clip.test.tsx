import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { KirinRequest } from "#kirin/request.ts";
import { App } from "#studio/app/app.tsx";
import { createQueryClient } from "#studio/app/query-client.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { anEntryIn, LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import "#studio/app/tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const START = location.href;
let client = createQueryClient();
const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });

beforeEach(() => {
  client = createQueryClient();
  localStorage.clear();
  server.use(
    http.get("/api/config", () => HttpResponse.json(LIVE_CONFIG)),
    http.post<never, KirinRequest>("/api/quotes", async ({ request }) => {
      const { mode } = await request.json();
      const cost = mode === "pro" ? "1.40" : "0.21";
      return HttpResponse.json({ cost, currency: "USD", discount: null });
    }),
  );
});

afterEach(async () => {
  await eventually(() => expect(client.isFetching()).toBe(0));
  history.replaceState(null, "", START);
});

it("empties the stage and the form, offers the examples with the price they change, and can be undone", async () => {
  await studioLibrary.add([anEntryIn("withdrawn", { id: "old" })]);
  history.replaceState(null, "", "/generations/old");
  await render(<App queryClient={client} />);
  await expect.element(page.getByRole("region", { name: /^Cancelled/ })).toBeVisible();
  await prompt.fill("A sea");
  await page.getByRole("radio", { name: "1:1" }).click();
  await page.getByRole("button", { name: "New clip" }).click();
  await expect
    .element(page.getByRole("heading", { name: "Describe your next clip" }))
    .toBeVisible();
  await expect.element(prompt).toHaveValue("");
  await expect.element(prompt).toHaveFocus();
  await expect.element(page.getByRole("radio", { name: "16:9" })).toBeChecked();
  await expect
    .element(page.getByRole("button", { name: /^Night market in the rain/ }))
    .toHaveAccessibleName(/\$1\.40 instead of \$0\.21$/);
  await expect
    .element(page.getByRole("button", { name: /^Fox in fresh snow/ }))
    .toHaveAccessibleName(/5 s \$0\.21$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(prompt).toHaveValue("A sea");
});
