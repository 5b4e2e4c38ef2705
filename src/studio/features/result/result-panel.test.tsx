import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Generation } from "#contract/generation.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { numberedClipFile } from "#studio/ui/playback/testing/numbered-clip.ts";
import { ResultPanel } from "./result-panel.tsx";
import "#studio/app/tokens.css";

const generation: Generation = {
  id: "task-1",
  externalTaskId: "ks-1",
  status: "completed",
  upstreamStatus: "succeed",
  progress: 1,
  createdAt: "2026-11-22T10:00:00.000Z",
  updatedAt: "2026-11-22T10:01:00.000Z",
  usage: {
    cost: "0.3500",
    discount: 1,
    quantity: 1,
    unit_price: "0.07",
    extra_info: { tier: { name: "gold" } },
  },
  error: null,
  metadata: { seedless: true, scenes: ["sea", "dusk"] },
  clips: [{ index: 0, durationSeconds: 5, src: "/api/generations/task-1/clips/0" }],
  unknownFields: {},
};

const entry = aCompletedEntry({
  id: "e1",
  externalTaskId: "ks-1",
  request: {
    prompt: "The lighthouse at dusk",
    mode: "pro",
    sound: "on",
    aspect_ratio: "9:16",
    watermark_info: { enabled: false },
    external_task_id: "ks-1",
  },
  preparedAt: "2026-11-22T10:00:00.000Z",
  runningAt: "2026-11-22T10:00:05.000Z",
  endedAt: "2026-11-22T10:01:10.000Z",
  generation,
});

function show(change: Partial<LibraryEntry> = {}) {
  const handlers = {
    onUsePrompt: vi.fn(),
    onUseSettings: vi.fn(),
    onSaveFrame: vi.fn(),
    onGenerateAgain: vi.fn(),
    onFetchAgain: vi.fn(),
  };
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <ResultPanel entry={{ ...entry, ...change }} {...handlers} />
    </QueryClientProvider>,
  ).then((screen) => ({ screen, ...handlers }));
}

async function openTechnicalDetails() {
  await page.getByText("Technical details", { exact: true }).click();
}

const QUOTE = { cost: "0.70", currency: "USD", discount: null };
beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json(QUOTE));
});
afterEach(() => vi.unstubAllGlobals());

describe("paid sound", () => {
  const src = "/api/generations/task-1/clips/0";
  const note = () => page.getByRole("note");

  async function keepCopy(copy: Blob) {
    const file = { type: "video/mp4", length: copy.size, body: copy.stream() };
    expect(await studioClips.put(src, file)).toBeNull();
    onTestFinished(() => studioClips.remove(src));
  }

  it("clip: it has no sound track although sound was requested → a note says so", async () => {
    await keepCopy(await numberedClipFile());
    await show({ clipsKeptAt: NOON });
    await expect.element(note()).toHaveTextContent(/requested and paid for.*no sound track/);
  });

  it("clip: this browser can't decode its sound → a note says so", async () => {
    const bytes = new Uint8Array(await (await numberedClipFile({ soundS: 1 })).arrayBuffer());
    const text = new TextDecoder("latin1").decode(bytes);
    // Overwrites the name of the sample format (16-bit samples).
    const at = Math.max(text.indexOf("ipcm"), text.indexOf("sowt"));
    bytes.set(new TextEncoder().encode("nope"), at);
    await keepCopy(new Blob([bytes], { type: "video/mp4" }));
    await show({ clipsKeptAt: NOON });
    await expect.element(note()).toHaveTextContent("This browser can't play the clip's sound.");
  });

  it("is not mentioned if it is there or wasn't requested", async () => {
    await keepCopy(await numberedClipFile({ soundS: 1 }));
    const { screen } = await show({ clipsKeptAt: NOON });
    await expect.element(screen.getByRole("button", { name: /\$0\.70/ })).toBeVisible();
    expect(note().query()).toBeNull();
  });
});

describe("the details of a generation", () => {
  it("labels cost and usage and keeps every digit that Kirin sent", async () => {
    const { screen } = await show();
    await expect
      .element(screen.getByLabelText("Cost", { exact: true }))
      .toHaveTextContent(/^\$0\.3500$/);
    const usage = screen.getByLabelText("Usage", { exact: true });
    await expect.element(usage).toHaveTextContent("discount1");
    await expect.element(usage).toHaveTextContent("unit_price0.07");
    await expect.element(usage).toHaveTextContent("namegold");
    await openTechnicalDetails();
    await expect.element(screen.getByLabelText("Metadata")).toHaveTextContent("seedlesstrue");
  });

  it.each([
    [{ cost: "0.21", quantity: 5, unit_price: "0.042", discount: 1 }, "5 s × $0.042 = $0.21"],
    [
      { cost: "0.189", quantity: 5, unit_price: "0.042", discount: "0.9" },
      "5 s × $0.042 × 0.9 = $0.189",
    ],
    [{ cost: "0.14", quantity: 2, unit_price: "0.07", discount: null }, "2 × $0.07 = $0.14"],
  ])("explains the cost in one line if the usage %j multiplies to it", async (usage, text) => {
    const { screen } = await show({ generation: { ...generation, usage } });
    await expect.element(screen.getByLabelText("Usage", { exact: true })).toHaveTextContent(text);
    await openTechnicalDetails();
    await expect
      .element(screen.getByRole("region", { name: "Usage as reported" }))
      .toHaveTextContent(`unit_price${usage.unit_price}`);
  });

  it("names each setting once, and hides Kirin's own names under Technical details", async () => {
    const { screen } = await show();
    await expect.element(screen.getByText("9:16")).toBeVisible();
    expect(screen.getByText("Pro", { exact: true }).elements()).toHaveLength(1);
    expect(screen.getByText("aspect_ratio").query()).toBeNull();
    expect(screen.getByText("task-1").query()).toBeNull();
  });

  it.each([
    ["35", { currency: "credit" }, "35 credits"],
    ["0.0000001", {}, "$0.0000001"],
    ["0,35", {}, "0,35 USD (as reported)"],
    [null, { billing: [{ charge_type: "cash", amount: "2.5", currency: "CNY" }] }, "2.5 CNY"],
  ])("shows a cost of %s, %j, in its own unit: %s", async (cost, rest, text) => {
    const usage = { cost, discount: "0.05", ...rest };
    const metadata = { seed: "9007199254740993" };
    const { screen } = await show({ generation: { ...generation, usage, metadata } });
    await expect.element(screen.getByLabelText("Cost", { exact: true })).toHaveTextContent(text);
    const reported = screen.getByLabelText("Usage", { exact: true });
    await expect.element(reported).toHaveTextContent("discount0.05");
    await openTechnicalDetails();
    await expect.element(screen.getByLabelText("Metadata")).toHaveTextContent("9007199254740993");
  });

  it("downloads the clip under a readable name", async () => {
    const { screen } = await show();
    const link = screen.getByRole("link", { name: "Download", exact: true });
    await expect
      .element(link)
      .toHaveAttribute("download", "lighthouse-at-dusk_pro_9x16_2026-11-22.mp4");
    await expect
      .element(link)
      .toHaveAttribute(
        "href",
        "/api/generations/task-1/clips/0?download=lighthouse-at-dusk_pro_9x16_2026-11-22.mp4",
      );
  });

  it("offers every clip of a generation", async () => {
    const second = { index: 1, durationSeconds: 5, src: "/api/generations/task-1/clips/1" };
    const { screen } = await show({
      generation: { ...generation, clips: [...generation.clips, second] },
    });
    await expect
      .element(screen.getByRole("link", { name: "Download clip 2" }))
      .toHaveAttribute("download", "lighthouse-at-dusk_pro_9x16_2026-11-22_2.mp4");
  });

  it("shows the request under Kirin's names, which don't clash with the form's accessible names", async () => {
    const { screen } = await show();
    await openTechnicalDetails();
    await expect.element(screen.getByText("watermark_info")).toBeVisible();
    await expect
      .element(screen.getByRole("region", { name: "Request as sent" }))
      .toHaveTextContent("The lighthouse at dusk");
    expect(screen.getByLabelText("Prompt").query()).toBeNull();
    expect(screen.getByLabelText("Mode").query()).toBeNull();
    expect(screen.getByLabelText("Task ID", { exact: true }).query()).toBeNull();
  });

  it("doesn't call a waiting request sent", async () => {
    const { screen } = await show({ phase: "prepared", generation: null, endedAt: null });
    await openTechnicalDetails();
    await expect.element(screen.getByRole("region", { name: "Request to be sent" })).toBeVisible();
    await expect
      .element(screen.getByRole("region", { name: "Request as sent" }))
      .not.toBeInTheDocument();
  });

  it("shows only known times", async () => {
    const { screen } = await show();
    await expect.element(screen.getByText("1 min 05 s")).toBeVisible();
    await expect.element(screen.getByText("1 min 10 s")).toBeVisible();
    await screen.unmount();
    await show({ runningAt: null });
    expect(page.getByText("Rendering time").query()).toBeNull();
    await expect.element(page.getByText("Total")).toBeVisible();
  });

  it("reuses the prompt or everything, and generates again", async () => {
    const { screen, onUsePrompt, onUseSettings, onGenerateAgain } = await show();
    await screen.getByRole("button", { name: "Reuse prompt" }).click();
    expect(onUsePrompt).toHaveBeenCalledWith(entry);
    expect(onUseSettings).not.toHaveBeenCalled();
    await screen.getByRole("button", { name: "Reuse everything" }).click();
    expect(onUseSettings).toHaveBeenCalledWith(entry);
    await screen.getByRole("button", { name: "Generate again · $0.70", exact: true }).click();
    expect(onGenerateAgain).toHaveBeenCalledWith(entry);
  });

  it("leaves the actions after a failure to the stage that explains it", async () => {
    const { screen } = await show({
      phase: "failed",
      generation: { ...generation, status: "failed", clips: [], usage: null },
    });
    await expect.element(screen.getByLabelText("Cost")).toBeVisible();
    expect(screen.getByRole("button", { name: "Reuse everything" }).query()).toBeNull();
    expect(screen.getByRole("button", { name: "Generate again" }).query()).toBeNull();
  });

  it.each(["sending", "unknown", "never-arrived", "lost"] as const)(
    "does not offer to generate again while the first is %s and may be charged",
    async (phase) => {
      const { screen } = await show({ phase });
      await expect.element(screen.getByLabelText("Cost")).toBeVisible();
      expect(screen.getByRole("button", { name: "Generate again" }).query()).toBeNull();
    },
  );

  it("doesn't claim that nothing was created if Kirin says that the ID is in use", async () => {
    const { screen } = await show({ phase: "refused", isConflict: true, generation: null });
    await expect.element(screen.getByLabelText("Cost")).toHaveTextContent("Not reported");
    await screen.unmount();
    await show({ phase: "refused", isConflict: false, generation: null });
    await expect
      .element(page.getByLabelText("Cost"))
      .toHaveTextContent("Nothing was created or charged");
  });

  it("says what was not reported and what is not known yet", async () => {
    const { screen } = await show({ generation: { ...generation, usage: null } });
    await expect.element(screen.getByLabelText("Cost")).toHaveTextContent("Not reported");
    await screen.unmount();
    await show({ phase: "waiting", generation: { ...generation, usage: null, clips: [] } });
    await expect
      .element(page.getByLabelText("Cost"))
      .toHaveTextContent("Available when the clip is ready");
    expect(page.getByRole("link", { name: "Download" }).query()).toBeNull();
  });

  it("collapses a long prompt and expands it on request", async () => {
    const prompt = "A very long sentence about the sea. ".repeat(60).trim();
    const { screen } = await show({ request: { prompt } });
    const text = screen.getByText(prompt).element();
    const collapsed = text.clientHeight;
    await screen.getByRole("button", { name: "Show all" }).click();
    expect(text.clientHeight).toBeGreaterThan(collapsed);
  });
});
