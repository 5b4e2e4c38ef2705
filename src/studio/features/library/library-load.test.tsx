import { lazy, Profiler, Suspense } from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { aCompletedEntry, atSecond } from "#studio/testing/fixtures.ts";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const LibraryScreen = lazy(async () => ({
  default: (await import("./library-screen.tsx")).LibraryScreen,
}));

/** Replaces the parts of the shell that subscribe to the library before the screen is rendered. */
function Shell() {
  return <p>{useEntries().length} in all</p>;
}

test("renders while a thousand entries keep changing one by one", async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `clip-${index}`);
  await studioLibrary.add(
    ids.map((id) => aCompletedEntry({ id, pairId: null, clipsKeptAt: atSecond(61) })),
  );
  let commits = 0;
  let changes = 0;
  let isOver = false;
  // Stops the changes even if no card appears. Otherwise they would continue during the next test.
  onTestFinished(() => {
    isOver = true;
  });
  /** Resolves once the first card is on the page. */
  async function changeEntries() {
    while (!isOver) {
      const id = ids[changes % ids.length] ?? "";
      changes += 1;
      const keptAt = atSecond(changes);
      await studioLibrary.update(id, (entry) => ({ ...entry, clipsKeptAt: keptAt }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const screen = await render(
    <Profiler id="all" onRender={() => (commits += 1)}>
      <Shell />
      <Suspense>
        <LibraryScreen />
      </Suspense>
    </Profiler>,
  );
  const changing = changeEntries();
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  isOver = true;
  await changing;
  expect(commits).toBeLessThan(changes);

  await expect.element(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1,000");
  expect(screen.getByRole("article").elements().length).toBeLessThan(100);
});
