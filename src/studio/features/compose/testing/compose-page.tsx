/** Renders the compose form in a page, and finds its controls by accessible name. */

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { useState } from "react";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { QuoteAnswer } from "#contract/quote.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { toDraft } from "#studio/domain/submit/request-draft.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { Toaster } from "#studio/ui/overlays/toaster.tsx";
import { ComposeForm } from "../compose-form.tsx";
import { createPendingDraft, type FormFill, type PendingDraft } from "../draft/pending-draft.ts";
import type { OnGenerate } from "../use-submit.ts";

export const box = (name: string) => page.getByRole("textbox", { name, exact: true });
export const radio = (name: string) => page.getByRole("radio", { name, exact: true });
export const button = (name: string) => page.getByRole("button", { name, exact: true });
/** Shows the negative prompt, which is behind a button while it is empty. */
export const showNegativePrompt = () => button("Negative prompt").click();
export const takes = page.getByRole("spinbutton", { name: "Takes per mode", exact: true });
export const sound = page.getByRole("switch", { name: "Sound", exact: true });

/** Call once at the top of a test file. Gives each test a new form, with prices and a spy as its submit handler. */
export function composePage() {
  const server = mockServer();
  const onGenerate = vi.fn<OnGenerate>();
  let client: QueryClient;
  let pendingDraft: PendingDraft;

  beforeEach(() => {
    client = new QueryClient();
    pendingDraft = createPendingDraft();
    localStorage.clear();
    onGenerate.mockReset().mockResolvedValue(null);
    server.use(
      http.post<never, KirinRequest>("/api/quotes", async ({ request }) => {
        const { mode, sound } = await request.json();
        const cost = mode !== "pro" ? "0.21" : sound === "on" ? "0.70" : "0.35";
        return HttpResponse.json<QuoteAnswer>({ cost, currency: "USD", discount: 1 });
      }),
    );
  });

  // A query still running at the end of a test would never get a response.
  const settled = () => eventually(() => expect(client.isFetching()).toBe(0));
  afterEach(settled);

  return {
    server,
    onGenerate,
    /** The requests that were sent. */
    sent: () => onGenerate.mock.calls.flatMap(([requests]) => requests),
    /** Puts a request into the form, as other screens do. */
    fillForm: (request: KirinRequest, focus?: FormFill["focus"]) =>
      pendingDraft.set({ draft: toDraft(request), focus }),
    /** Resolves once no query is running. */
    settled,
    /** Fetches every price again, as on a return to the tab. */
    invalidate: () => client.invalidateQueries({ queryKey: ["quote"] }),
    renderForm: () =>
      render(
        <QueryClientProvider client={client}>
          <FormOnPage onGenerate={onGenerate} pendingDraft={pendingDraft} />
        </QueryClientProvider>,
      ),
  };
}

/** The form as the create screen has it, with a place for the line above a phone's tabs. */
function FormOnPage(props: { onGenerate: OnGenerate; pendingDraft: PendingDraft }) {
  const [dock, setDock] = useState<HTMLElement | null>(null);
  return (
    <>
      <ComposeForm {...props} dock={dock} />
      <div ref={setDock} />
      <Toaster closeLabel="Dismiss" />
    </>
  );
}
