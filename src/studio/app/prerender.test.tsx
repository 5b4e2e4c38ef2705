import { HttpResponse, http } from "msw";
import { hydrateRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { EMPTY_DRAFT } from "#studio/domain/request-draft.ts";
import { LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { App } from "./app.tsx";
import { render } from "./prerender.tsx";
import { createQueryClient } from "./query-client.ts";
import "./tokens.css";

vi.mock(import("#studio/storage/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const START = location.href;
const client = createQueryClient();
const onRecoverableError = vi.fn();
let root: Root;

beforeEach(() => {
  localStorage.clear();
  server.use(
    http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator" })),
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
});

afterEach(async () => {
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  root.unmount();
  document.querySelector("#prerendered")?.remove();
  history.replaceState(null, "", START);
});

it("is taken over as it stands, and what was typed before the script came is kept", async () => {
  history.replaceState(null, "", "/");
  const draft = { ...EMPTY_DRAFT, prompt: "Saved", mode: "pro", sound: true, duration: "10" };
  localStorage.setItem("kirin-studio.draft", JSON.stringify(draft));
  const container = document.createElement("div");
  container.id = "prerendered";
  container.innerHTML = render();
  document.body.append(container);
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await prompt.fill("Saved, and more");
  await page.getByRole("radio", { name: "1:1", exact: true }).click();
  await page.getByRole("combobox", { name: "Takes of each", exact: true }).selectOptions("2");
  // Nothing can be sent yet, and nothing may end up in the address.
  await page.getByRole("button", { name: "Generate", exact: true }).click();
  expect(location.search).toBe("");

  root = hydrateRoot(container, <App queryClient={client} ssrPath="/" />, { onRecoverableError });

  await expect
    .element(page.getByRole("button", { name: "Generate", exact: true }))
    .toHaveAccessibleDescription("Price $0.21");
  await expect.element(page.getByText("usually about 20 s")).toBeVisible();
  await expect.element(prompt).toHaveValue("Saved, and more");
  await expect.element(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();
  await expect.element(page.getByRole("radio", { name: "1:1", exact: true })).toBeChecked();
  await expect.element(page.getByRole("switch", { name: "Sound", exact: true })).toBeChecked();
  expect(JSON.parse(localStorage.getItem("kirin-studio.draft") ?? "{}")).toEqual({
    ...draft,
    takes: "2",
    prompt: "Saved, and more",
    aspect_ratio: "1:1",
    press: "first",
  });
  expect(onRecoverableError).not.toHaveBeenCalled();
});
