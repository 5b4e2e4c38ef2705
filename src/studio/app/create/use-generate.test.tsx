import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { App } from "#studio/app/app.tsx";
import { createQueryClient } from "#studio/app/query-client.ts";
import { recordSend } from "#studio/domain/submit/recent-send.ts";
import { SEND_RECORD_KEY, saveSendRecord } from "#studio/features/compose/draft/draft-storage.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import "#studio/app/tokens.css";

/** Sends nothing and resolves when the test says so. */
const submit = vi.hoisted(() => vi.fn());
vi.mock(import("#studio/features/generations/studio-generations.ts"), async (original) => ({
  generations: { ...(await original()).generations, submit },
}));
vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();
const START = location.href;
let client = createQueryClient();
const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

beforeEach(() => {
  client = createQueryClient();
  localStorage.clear();
  submit.mockReset().mockResolvedValue({ status: "changed", ids: ["sent"] });
  history.replaceState(null, "", "/");
  server.use(
    http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator" })),
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
  );
});

afterEach(async () => {
  await eventually(() => expect(client.isFetching()).toBe(0));
  history.replaceState(null, "", START);
});

async function openWithPrompt() {
  expect(studioLibrary.getState().entries).toEqual([]);
  await render(<App queryClient={client} />);
  await prompt.fill("A sea");
}

describe("a request that another tab has just sent", () => {
  it("is sent again only after confirmation", async () => {
    await openWithPrompt();
    const sent = {
      prompt: "A sea",
      mode: "std",
      aspect_ratio: "16:9",
      duration: "5",
    } as const;
    saveSendRecord(recordSend("the other tab's", [sent], Date.now()));
    window.dispatchEvent(new StorageEvent("storage", { key: SEND_RECORD_KEY }));
    await expect.element(page.getByText(/^Sent from another tab a moment ago/)).toBeVisible();
    await button("Generate").click();
    const question = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await expect.element(question).toHaveTextContent(/another tab a moment ago/);
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect.element(page.getByText("Nothing was sent.")).toBeVisible();
    expect(submit).not.toHaveBeenCalled();
    await button("Generate").click();
    await question.getByRole("button", { name: "Generate another" }).click();
    await eventually(() => expect(submit).toHaveBeenCalledTimes(1));
  });
});

describe("an answer that arrives after the creator continued typing", () => {
  it("leaves the form alone and links to the sent request", async () => {
    let answer = (_: unknown) => {};
    submit.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await openWithPrompt();
    await button("Generate").click();
    await eventually(() => expect(submit).toHaveBeenCalled());
    await prompt.fill("A sea at night");
    answer({ status: "changed", ids: ["sent"] });
    await button("Show").click();
    await eventually(() => expect(location.pathname).toBe("/generations/sent"));
  });
});
