import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { ComposeForm } from "#studio/features/compose/compose-form.tsx";
import { eventually } from "#studio/testing/eventually.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { FormFillingProvider, useFillForm, usePendingDraft } from "./form-filling.tsx";

const server = mockServer();
let client = new QueryClient();

beforeEach(() => {
  client = new QueryClient();
  localStorage.clear();
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
});
afterEach(() => eventually(() => expect(client.isFetching()).toBe(0)));

function Filler() {
  const fillForm = useFillForm();
  return (
    <button type="button" onClick={() => fillForm({ prompt: "A fox" })}>
      Fill
    </button>
  );
}

function Form() {
  return <ComposeForm onGenerate={async () => null} pendingDraft={usePendingDraft()} />;
}

/** A separate React tree. */
function Tree({ name, hasForm }: { name: string; hasForm: boolean }) {
  return (
    <section aria-label={name}>
      <QueryClientProvider client={client}>
        <FormFillingProvider>
          <Filler />
          {hasForm && <Form />}
        </FormFillingProvider>
      </QueryClientProvider>
    </section>
  );
}

const tree = (name: string) => page.getByRole("region", { name });
const prompt = (name: string) => tree(name).getByRole("textbox", { name: "Prompt", exact: true });

it("fills only the form of its own tree", async () => {
  await render(<Tree name="one" hasForm />);
  await render(<Tree name="other" hasForm />);
  await tree("one").getByRole("button", { name: "Fill" }).click();
  await expect.element(prompt("one")).toHaveValue("A fox");
  await expect.element(prompt("other")).toHaveValue("");
});

it("keeps a request until its own form is mounted, and never fills the form of another tree", async () => {
  const one = await render(<Tree name="one" hasForm={false} />);
  await tree("one").getByRole("button", { name: "Fill" }).click();
  await render(<Tree name="other" hasForm />);
  await expect.element(prompt("other")).toHaveValue("");
  await one.rerender(<Tree name="one" hasForm />);
  await expect.element(prompt("one")).toHaveValue("A fox");
  await expect.element(prompt("other")).toHaveValue("");
});
