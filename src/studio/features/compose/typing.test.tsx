import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { type ComponentType, createElement, Profiler } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { eventually } from "#studio/testing/eventually.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { ComposeForm } from "./compose-form.tsx";
import { createPendingDraft } from "./draft/pending-draft.ts";

/** The names of components rendered since the last reset. */
const rendered = vi.hoisted(() => [] as string[]);

/** Wraps a component to record its name on every render. */
const counted = vi.hoisted(
  () =>
    <Props extends object>(name: (props: Props) => string, Component: ComponentType<Props>) =>
    (props: Props) => {
      rendered.push(name(props));
      return createElement(Component, props);
    },
);

vi.mock(import("#studio/ui/forms/text-area.tsx"), async (importOriginal) => ({
  TextArea: counted(({ label }) => label, (await importOriginal()).TextArea),
}));
vi.mock(import("#studio/ui/forms/radio-group.tsx"), async (importOriginal) => ({
  RadioGroup: counted(({ legend }) => legend, (await importOriginal()).RadioGroup),
}));
vi.mock(import("#studio/ui/forms/switch.tsx"), async (importOriginal) => ({
  Switch: counted(({ label }) => label, (await importOriginal()).Switch),
}));
vi.mock(import("#studio/ui/buttons/button.tsx"), async (importOriginal) => ({
  Button: counted(({ children }) => String([children].flat()[0]), (await importOriginal()).Button),
}));
vi.mock(import("#studio/ui/disclosure.tsx"), async (importOriginal) => ({
  Disclosure: counted(({ summary }) => summary, (await importOriginal()).Disclosure),
}));

const server = mockServer();
const client = new QueryClient();

beforeEach(() => {
  localStorage.clear();
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
});

afterEach(() => eventually(() => expect(client.isFetching()).toBe(0)));

it("renders only the field being typed in, once per key", async () => {
  let commits = 0;
  await render(
    <QueryClientProvider client={client}>
      <Profiler id="form" onRender={() => (commits += 1)}>
        <ComposeForm onGenerate={async () => null} pendingDraft={createPendingDraft()} />
      </Profiler>
    </QueryClientProvider>,
  );
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await expect
    .element(page.getByRole("button", { name: "Generate", exact: true }))
    .toHaveAccessibleDescription("Price $0.21");
  await eventually(() => expect(client.isFetching()).toBe(0));
  expect(rendered).toEqual(
    expect.arrayContaining(["Prompt", "Mode", "Sound", "Generate", "Advanced"]),
  );
  // Leaving a field makes it "touched", and from then on every key is also validated.
  await prompt.click();
  await userEvent.keyboard("A");
  await userEvent.tab();
  await prompt.click();
  // Loaded with the first text, and rendered whenever that is done.
  await expect.element(page.getByRole("button", { name: "Clear", exact: true })).toBeVisible();

  rendered.length = 0;
  commits = 0;
  await userEvent.keyboard(" lighthouse");
  await expect.element(page.getByText("12 / 2,500")).toBeInTheDocument();
  expect(new Set(rendered)).toEqual(new Set(["Prompt"]));
  expect(commits).toBeLessThanOrEqual(" lighthouse".length);
});
