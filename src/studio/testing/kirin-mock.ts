/** The proxy, simulated by MSW in the page's service worker, for component tests. */
import { HttpResponse, http, type RequestHandler } from "msw";
import { setupWorker } from "msw/browser";
import { afterEach, beforeAll } from "vitest";
import type { Problem } from "#contract/problem.ts";
import { PROBLEM_CONTENT_TYPE } from "#contract/problem.ts";
import type { QuoteAnswer } from "#contract/quote.ts";
import { CONFIG_PATH, QUOTES_PATH } from "#contract/routes.ts";
import { LIVE_CONFIG } from "./fixtures.ts";

const NO_QUOTE: QuoteAnswer = { cost: null, currency: "USD", discount: null };

const worker = setupWorker(
  http.get(CONFIG_PATH, () => HttpResponse.json(LIVE_CONFIG)),
  http.post(QUOTES_PATH, () => HttpResponse.json(NO_QUOTE)),
);
let starting: Promise<unknown> | undefined;

/**
 * Call once at the top of a test file; then `use(http.get(...))` simulates one route of the proxy until the test ends.
 * A request without a handler is an error.
 */
export function mockServer(): { use: (...handlers: RequestHandler[]) => void } {
  beforeAll(async () => {
    starting ??= worker.start({
      quiet: true,
      onUnhandledRequest: ({ url }, print) => {
        // The page's own modules come from the test server.
        if (new URL(url).pathname.startsWith("/api/")) print.error();
      },
    });
    await starting;
  });
  afterEach(() => worker.resetHandlers());
  return { use: (...handlers) => worker.use(...handlers) };
}

/** The response in which the proxy reports a problem. */
export function problemResponse(problem: Problem): Response {
  return HttpResponse.json(problem, {
    status: problem.status,
    headers: { "Content-Type": PROBLEM_CONTENT_TYPE },
  });
}
