import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { AspectRatio } from "#kirin/parameters.ts";
import { FormFillingProvider } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aGeneration,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { showStage } from "#studio/testing/show-stage.tsx";
import { setPageTitle } from "#studio/ui/document-title.ts";
import { numberedClip } from "#studio/ui/playback/testing/numbered-clip.ts";
import { listedShortcuts } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { Stage } from "./stage.tsx";
import "#studio/app/tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

mockServer();
let src: string;
beforeAll(async () => {
  src = await numberedClip();
});
afterEach(() => page.viewport(1280, 800));

const prompt = "A lighthouse at dusk";

function Page({ entry }: { entry: LibraryEntry }) {
  return (
    <FormFillingProvider>
      <div style={{ width: "100%", height: "min(100vh, 700px)" }}>
        <Stage entry={entry} onGenerateAgain={async () => null} onShowDetails={() => {}} />
      </div>
    </FormFillingProvider>
  );
}

function waiting(ratio: AspectRatio): LibraryEntry {
  const now = new Date().toISOString();
  return aWatchedEntry({
    id: "one",
    preparedAt: now,
    sentAt: now,
    request: { prompt, aspect_ratio: ratio },
    generation: aGeneration({ progress: 0.4 }),
  });
}

function finished(ratio: AspectRatio): LibraryEntry {
  const generation = aCompletedGeneration({ clips: [{ index: 0, durationSeconds: 1, src }] });
  return aCompletedEntry({ id: "one", request: { prompt, aspect_ratio: ratio }, generation });
}

/** Where everything stands that both states have. */
function places(region: string): Record<string, DOMRect | undefined> {
  const box = (element: Element | null | undefined) => element?.getBoundingClientRect();
  return {
    frame: box(document.querySelector(`section[aria-label^="${region}"] > div`)),
    title: box(page.getByRole("heading", { name: prompt }).query()),
    details: box(page.getByRole("button", { name: "Details" }).query()),
    next: box(page.getByRole("button", { name: "Next clip" }).query()),
  };
}

describe("the clip arrives", () => {
  it.each([
    [1440, 900, "16:9"],
    [1440, 900, "9:16"],
    [1024, 768, "1:1"],
    [844, 390, "16:9"],
    [720, 450, "16:9"],
    [375, 760, "16:9"],
    [375, 760, "9:16"],
    [320, 640, "16:9"],
  ] as const)("without moving anything at %i × %i, %s", async (width, height, ratio) => {
    await page.viewport(width, height);
    const { screen } = await showStage(<Page entry={waiting(ratio)} />);
    await expect.element(page.getByRole("region", { name: "Waiting: Standard" })).toBeVisible();
    await expect.element(page.getByText(/^Usually/)).toBeVisible();
    const before = places("Waiting");
    await screen.unmount();
    await showStage(<Page entry={finished(ratio)} />);
    await expect.element(page.getByRole("button", { name: "Next frame" })).toBeEnabled();
    expect(places("Player")).toEqual(before);
  });
});

it("titles the page of a generation with its prompt and its status", async () => {
  setPageTitle("Create · Kirin Studio");
  const { screen, location } = await showStage(<Page entry={waiting("16:9")} />);
  await expect.element(page.getByRole("region", { name: "Waiting: Standard" })).toBeVisible();
  expect(document.title).toBe("Create · Kirin Studio");
  location.navigate("/generations/one");
  await expect.poll(() => document.title).toBe(`${prompt} · Rendering · Kirin Studio`);
  await screen.unmount();
  expect(document.title).toBe("Create · Kirin Studio");
  const arrived = await showStage(<Page entry={finished("16:9")} />);
  arrived.location.navigate("/generations/one");
  await expect.poll(() => document.title).toBe(`${prompt} · Ready · Kirin Studio`);
});

it("goes to the clips beside it by keys, and lists its keys on the shortcut sheet", async () => {
  const entries = ["a", "b", "c"].map((id, index) =>
    aCompletedEntry({
      id,
      preparedAt: `2026-11-2${index}T12:00:00.000Z`,
      generation: aCompletedGeneration({ clips: [{ index: 0, durationSeconds: 1, src }] }),
    }),
  );
  await studioLibrary.add(entries);
  const [first, middle] = studioLibrary.getState().entries.map(({ id }) => id);
  const { location } = await showStage(<Page entry={studioLibrary.get("b") ?? finished("16:9")} />);
  expect(middle).toBe("b");
  await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}");
  await eventually(() => expect(location.history.at(-1)).toBe(`/generations/${first}`));
  await page.getByRole("button", { name: "Next clip" }).click();
  await eventually(() => expect(location.history.at(-1)).not.toBe(`/generations/${first}`));
  const listed = listedShortcuts.getState().flat();
  expect(listed.flatMap(({ shortcuts }) => shortcuts).map(({ does }) => does)).toEqual(
    expect.arrayContaining(["Previous clip", "Next clip", "Play or pause"]),
  );
});
