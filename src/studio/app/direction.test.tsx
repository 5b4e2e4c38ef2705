/** Text written by people is shown in its own direction everywhere. */
import { eventually } from "#studio/testing/eventually.ts";
import "./tokens.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import type { ReactNode } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { takesHref } from "#studio/domain/paths.ts";
import { FactsPanel } from "#studio/features/compare/facts/facts-panel.tsx";
import { PairGallery } from "#studio/features/compare/pairs/pair-gallery.tsx";
import { SideHead } from "#studio/features/compare/sides/side-head.tsx";
import { TakesScreen } from "#studio/features/compare/takes/takes-screen.tsx";
import { ComposeForm } from "#studio/features/compose/compose-form.tsx";
import { createPendingDraft } from "#studio/features/compose/draft/pending-draft.ts";
import { JudgePanel } from "#studio/features/judging/judge-panel.tsx";
import { LibraryScreen } from "#studio/features/library/library-screen.tsx";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { UsageScreen } from "#studio/features/usage/usage-screen.tsx";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { aCompletedEntry, aCompletedGeneration, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";

const server = mockServer();
beforeEach(() =>
  server.use(
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: null, currency: "USD", discount: null }),
    ),
  ),
);
vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});
vi.mock(import("#studio/storage/judgements/studio-judgements.ts"), async () => {
  const { MemoryJudgements } = await import("#studio/testing/memory-judgements.ts");
  return { studioJudgements: new MemoryJudgements().open() };
});

const ARABIC = /[\u0600-\u06ff]/;
const PROMPT = "\u0645\u0646\u0627\u0631\u0629 \u0639\u0646\u062f \u0627\u0644\u063a\u0633\u0642";

function half(mode: "std" | "pro"): LibraryEntry {
  return aCompletedEntry({
    id: mode,
    pairId: "pair",
    request: { prompt: mode === "std" ? PROMPT : `${PROMPT} x`, negative_prompt: PROMPT, mode },
    generation: aCompletedGeneration({ id: `kirin-${mode}`, clips: [] }),
  });
}
const std = half("std");
const pro = half("pro");
const nothing = () => {};
const subject = (entry: LibraryEntry) => ({ name: entry.id, entry, media: null });

beforeAll(() =>
  studioLibrary.add([std, pro, aWatchedEntry({ id: "c", request: { prompt: PROMPT } })]),
);

const SCREENS: [name: string, screen: ReactNode, holdsPrompt: boolean][] = [
  ["the library", <LibraryScreen key="" />, true],
  ["usage", <UsageScreen key="" />, true],
  ["the takes", <TakesScreen key="" />, true],
  [
    "the result",
    <ResultPanel
      key=""
      entry={std}
      onSaveFrame={null}
      onUsePrompt={nothing}
      onUseSettings={nothing}
      onGenerateAgain={nothing}
      onFetchAgain={nothing}
    />,
    true,
  ],
  ["the facts", <FactsPanel key="" subjects={{ left: subject(std), right: subject(pro) }} />, true],
  [
    "the facts of one prompt",
    <FactsPanel key="" subjects={{ left: subject(std), right: subject(std) }} />,
    true,
  ],
  ["the pairs", <PairGallery key="" entries={[std, pro]} />, true],
  [
    "the head of a side",
    <SideHead
      key=""
      side="left"
      name="Standard"
      choice={{ kind: "entry", entry: std }}
      onChange={nothing}
    />,
    true,
  ],
  [
    "judging",
    <JudgePanel key="" entries={{ left: std, right: pro }} names={{ left: "A", right: "B" }} />,
    false,
  ],
  [
    "the form",
    <ComposeForm key="" onGenerate={async () => null} pendingDraft={createPendingDraft()} />,
    false,
  ],
];

test.each(SCREENS)(
  "%s: shows an Arabic prompt, and text that is typed, from right to left",
  async (_, screen, holdsPrompt) => {
    const search = takesHref("pair").split("?")[1] ?? "";
    const client = new QueryClient();
    const { container } = await render(
      <QueryClientProvider client={client}>
        <Router hook={memoryLocation({ path: "/" }).hook} searchHook={() => search}>
          {screen}
        </Router>
      </QueryClientProvider>,
    );
    await expect.poll(() => !holdsPrompt || ARABIC.test(container.textContent)).toBe(true);
    await expect.poll(() => holdsPrompt || fieldsOf(container).length > 0).toBe(true);
    // A price request still in flight when the test ends would fail.
    await eventually(() => expect(client.isFetching()).toBe(0));
    expect(leftToRight(container)).toEqual([]);
    expect(fieldsOf(container).filter((field) => field.dir !== "auto")).toEqual([]);
  },
);

function fieldsOf(container: HTMLElement): HTMLElement[] {
  return [
    ...container.querySelectorAll<HTMLElement>(
      "textarea, input:is([type=text], [type=search], :not([type]))",
    ),
  ];
}

/** Elements with Arabic text that is laid out left to right. */
function leftToRight(container: HTMLElement): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder === null || !ARABIC.test(node.textContent ?? "")) continue;
    if (getComputedStyle(holder).direction !== "rtl") found.push(holder.outerHTML);
  }
  return found;
}
