import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { type Ask, pageAsk } from "#studio/ui/overlays/page-question.ts";
import { mayPay } from "./may-pay.ts";

const server = mockServer();
const ask = vi.fn<Ask>();
const std = { prompt: "A sea", mode: "std" } as const;
const pro = { prompt: "A sea", mode: "pro" } as const;

beforeEach(() => {
  localStorage.clear();
  ask.mockReset().mockResolvedValue(false);
  pageAsk.set(ask);
  server.use(
    http.post<never, KirinRequest>("/api/quotes", async ({ request }) => {
      const { mode } = await request.json();
      return HttpResponse.json({
        cost: mode === "pro" ? "0.35" : "0.21",
        currency: "USD",
        discount: null,
      });
    }),
  );
});

afterEach(() => {
  preferences.set({ askAbove: null });
  pageAsk.set(null);
});

test("does not ask without an amount in the preferences", async () => {
  expect(await mayPay([std, pro])).toBe(true);
  expect(ask).not.toHaveBeenCalled();
});

test("does not ask for what costs the amount or less, all requests together", async () => {
  preferences.set({ askAbove: { amount: "0.56", unit: "USD" } });
  expect(await mayPay([std, pro])).toBe(true);
  expect(ask).not.toHaveBeenCalled();
});

test.each([true, false])("asks once, with the sum, and follows the answer %s", async (answer) => {
  ask.mockResolvedValue(answer);
  preferences.set({ askAbove: { amount: "0.55", unit: "USD" } });
  expect(await mayPay([std, pro])).toBe(answer);
  expect(ask).toHaveBeenCalledOnce();
  expect(ask.mock.lastCall?.[0]).toMatchObject({
    title: "Spend $0.56?",
    detail: expect.stringMatching(/2 clips.*above \$0\.55/),
    confirmLabel: "Spend $0.56",
  });
});

test("submit: no price can be read → asks before spending an unknown amount", async () => {
  server.use(http.post("/api/quotes", () => HttpResponse.error()));
  preferences.set({ askAbove: { amount: "5", unit: "USD" } });
  expect(await mayPay([std])).toBe(false);
  expect(ask.mock.lastCall?.[0]).toMatchObject({ title: "Spend without knowing the price?" });
});

test("submit: the server doesn't answer, but the price is known from before → uses the known price", async () => {
  preferences.set({ askAbove: { amount: "0.30", unit: "USD" } });
  expect(await mayPay([std])).toBe(true);
  server.use(http.post("/api/quotes", () => HttpResponse.error()));
  expect(await mayPay([std])).toBe(true);
  expect(ask).not.toHaveBeenCalled();
});

test("spends nothing if there is no dialog to ask in", async () => {
  pageAsk.set(null);
  preferences.set({ askAbove: { amount: "0", unit: "USD" } });
  expect(await mayPay([std])).toBe(false);
});
