import { onlineManager } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { QuoteAnswer } from "#contract/quote.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { button, composePage, radio, sound, takes } from "./testing/compose-page.tsx";

const { server, renderForm, invalidate, settled } = composePage();

/** Dispatches what a browser dispatches when it is back online. */
function reconnect() {
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
}

// A refetch by interval must not be mistaken for an immediate one.
beforeEach(() => vi.stubGlobal("setInterval", () => 0));
afterEach(() => vi.unstubAllGlobals());

it("shows the prices of each mode, of the press and of both modes, labelled as prices rather than costs", async () => {
  const { container } = await renderForm();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.21");
  await expect.element(button("Both modes")).toHaveAccessibleDescription("Both $0.56");
  await radio("Pro").click();
  await sound.click();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.70");
  await expect.element(radio("Pro")).toHaveAccessibleDescription(/\$0\.70/);
  expect(container.textContent).not.toMatch(/cost/i);
});

it("shows the exact total for several takes before they are sent", async () => {
  await renderForm();
  await radio("Pro").click();
  await sound.click();
  await takes.fill("4");
  await expect.element(button("Both modes")).toHaveAccessibleDescription("8 clips, $3.64");
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.70");
});

it("shows quotes in credits as credits and totals each unit separately", async () => {
  server.use(
    http.post<never, KirinRequest>("/api/quotes", async ({ request }) => {
      const { mode, duration } = await request.json();
      const currency = mode === "pro" || duration === "10" ? "credit" : "USD";
      return HttpResponse.json<QuoteAnswer>({ cost: "35", currency, discount: "0.05" });
    }),
  );
  await renderForm();
  await takes.fill("2");
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $35.00");
  await expect.element(radio("Pro")).toHaveAccessibleDescription(/35 credits/);
  const both = button("Both modes");
  await expect.element(both).toHaveAccessibleDescription("4 clips, $70.00 + 70 credits");
  await radio("10 seconds").click();
  await expect.element(both).toHaveAccessibleDescription("4 clips, 140 credits");
});

it("shows a quote that isn't a plain number unchanged and leaves it out of totals", async () => {
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json<QuoteAnswer>({ cost: "0,35", currency: "USD", discount: null }),
    ),
  );
  await renderForm();
  await expect
    .element(button("Generate"))
    .toHaveAccessibleDescription("Price 0,35 USD (as reported)");
  await expect.element(button("Both modes")).toHaveAccessibleDescription("Both —");
});

it.each([
  ["the server does not answer", () => HttpResponse.error()],
  [
    "Kirin gives no quote any more",
    () => HttpResponse.json<QuoteAnswer>({ cost: null, currency: "USD", discount: null }),
  ],
])(
  "keeps the last price with a note while %s, and requests it again on reconnect",
  async (_, answer) => {
    await renderForm();
    await expect.element(button("Both modes")).toHaveAccessibleDescription("Both $0.56");
    server.use(http.post("/api/quotes", answer));
    await invalidate();
    await expect
      .element(button("Generate"))
      .toHaveAccessibleDescription("Price $0.21 (last known)");
    await expect
      .element(button("Both modes"))
      .toHaveAccessibleDescription("Both $0.56 (last known)");
    await expect.element(radio("Pro")).toHaveAccessibleDescription(/Price \$0\.35 \(last known\)/);
    server.use(
      http.post("/api/quotes", () =>
        HttpResponse.json<QuoteAnswer>({ cost: "0.22", currency: "USD", discount: null }),
      ),
    );
    reconnect();
    await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.22");
  },
);

it("requests an unknown price again on reconnect", async () => {
  const answer = vi.fn(() => HttpResponse.error());
  server.use(http.post("/api/quotes", answer));
  await renderForm();
  await settled();
  expect(answer).toHaveBeenCalled();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price —");
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json<QuoteAnswer>({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
  reconnect();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.21");
});

it("shows a dash without a quote", async () => {
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json<QuoteAnswer>({ cost: null, currency: "USD", discount: null }),
    ),
  );
  await renderForm();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price —");
});
