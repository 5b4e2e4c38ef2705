import { HttpResponse, http } from "msw";
import { hydrateRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { EMPTY_DRAFT } from "#studio/domain/submit/request-draft.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import indexHtml from "../../../index.html?raw";
import { App } from "./app.tsx";
import { render } from "./prerender.tsx";
import { createQueryClient } from "./query-client.ts";
import "./tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const START = location.href;
let client: ReturnType<typeof createQueryClient>;
const onRecoverableError = vi.fn();
let root: Root;

beforeEach(() => {
  localStorage.clear();
  client = createQueryClient();
  onRecoverableError.mockReset();
  server.use(
    http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator" })),
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
});

afterEach(async () => {
  await eventually(() => expect(client.isFetching()).toBe(0));
  root.unmount();
  document.querySelector("#prerendered")?.remove();
  delete document.documentElement.dataset.draft;
  history.replaceState(null, "", START);
});

/** The prerendered page with a draft in storage. */
function showPrerendered(draft: object): HTMLElement {
  history.replaceState(null, "", "/");
  localStorage.setItem("kirin-studio.draft", JSON.stringify(draft));
  const container = document.createElement("div");
  container.id = "prerendered";
  container.innerHTML = render();
  document.body.append(container);
  return container;
}

/** Runs the inline script at the end of index.html. */
function runFillingScript(container: HTMLElement): void {
  const scripts = new DOMParser()
    .parseFromString(indexHtml, "text/html")
    .querySelectorAll("script");
  const filling = [...scripts].find(({ text }) => text.includes("dataset.draft"));
  container.id = "root";
  const script = document.createElement("script");
  script.text = filling?.text ?? "";
  container.after(script);
  script.remove();
  container.id = "prerendered";
}

it("hydrates in place and keeps text typed before hydration", async () => {
  const draft = { ...EMPTY_DRAFT, prompt: "Saved", mode: "pro", sound: true, duration: "10" };
  const container = showPrerendered(draft);
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await prompt.fill("Saved, and more");
  await page.getByRole("radio", { name: "1:1", exact: true }).click();
  await page.getByRole("spinbutton", { name: "Takes per mode", exact: true }).fill("2");
  // Nothing can be sent before hydration, and no form data may end up in the address.
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

it("upgrade: a saved draft contains half an emoji and NUL → it is restored unchanged with an offer to repair it", async () => {
  const prompt = "A fox \uD83E in snow\u0000";
  const container = showPrerendered({ ...EMPTY_DRAFT, prompt });
  runFillingScript(container);

  root = hydrateRoot(container, <App queryClient={client} ssrPath="/" />, { onRecoverableError });

  await expect
    .element(page.getByRole("button", { name: "Remove them", exact: true }))
    .toBeVisible();
  await expect
    .element(page.getByRole("textbox", { name: "Prompt", exact: true }))
    .toHaveValue(prompt);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

it("keeps a setting that was changed back to its default before hydration, so fewer takes cost less", async () => {
  const draft = {
    ...EMPTY_DRAFT,
    prompt: "Saved",
    mode: "pro",
    sound: true,
    watermark: true,
    callback_url: "https://example.com/done",
    takes: "4",
  };
  const container = showPrerendered(draft);
  runFillingScript(container);
  const takes = page.getByRole("spinbutton", { name: "Takes per mode", exact: true });
  await expect.element(takes).toHaveValue(4);
  await takes.fill("1");
  await page.getByRole("radio", { name: "Standard", exact: true }).click();

  root = hydrateRoot(container, <App queryClient={client} ssrPath="/" />, { onRecoverableError });

  await expect
    .element(page.getByRole("button", { name: "Both modes", exact: true }))
    .toHaveAccessibleDescription("Both $0.42");
  await expect.element(takes).toHaveValue(1);
  await expect.element(page.getByRole("radio", { name: "Standard", exact: true })).toBeChecked();
  expect(JSON.parse(localStorage.getItem("kirin-studio.draft") ?? "{}")).toEqual({
    ...draft,
    mode: "std",
    takes: "1",
    press: "first",
  });
  expect(onRecoverableError).not.toHaveBeenCalled();
});
