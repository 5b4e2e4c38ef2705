import { HttpResponse, http } from "msw";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { composePage, radio } from "./testing/compose-page.tsx";

const { server, renderForm, settled } = composePage();
const fails = () => server.use(http.post("/api/quotes", () => HttpResponse.error()));

it("storage: no price can be read after a reload → the last known prices, and as of when", async () => {
  const settings = "quote std false 5 16:9 false";
  const quote = { settings, cost: "0.21", currency: "USD", at: "2026-01-02T03:04:05.000Z" };
  localStorage.setItem("kirin-studio.quotes", JSON.stringify([quote]));
  fails();
  await renderForm();
  await expect.element(radio("Standard")).toHaveAccessibleDescription(/\$0\.21 \(last known\)/);
  await expect.element(page.getByText(/^Last known prices, as of .*2026/)).toBeVisible();
});

it("keeps each price for the next page", async () => {
  await renderForm();
  await expect.element(radio("Pro")).toHaveAccessibleDescription(/\$0\.35/);
  await settled();
  expect(JSON.parse(localStorage.getItem("kirin-studio.quotes") ?? "[]")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ settings: "quote std false 5 16:9 false", cost: "0.21" }),
      expect.objectContaining({ settings: "quote pro false 5 16:9 false", cost: "0.35" }),
    ]),
  );
});

it("storage: the stored prices are damaged → no price is shown", async () => {
  localStorage.setItem("kirin-studio.quotes", '{"quote":7}');
  fails();
  await renderForm();
  await settled();
  await expect.element(radio("Standard")).toHaveAccessibleDescription(/Price —/);
  expect(page.getByText(/^Last known prices/).query()).toBeNull();
});
