import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { aCompletedEntry, aPreparedEntry } from "#studio/testing/fixtures.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { useGenerateAgain } from "./use-generate-again.ts";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const onGenerate = vi.fn<OnGenerate>();

function Again({ entry }: { entry: LibraryEntry }) {
  const handleClick = useGenerateAgain(entry, onGenerate);
  return <Button onClick={() => void handleClick()}>Generate again</Button>;
}

test("sends once on a double click, even if the second click lands on the new generation, and again later", async () => {
  onGenerate.mockResolvedValue(null);
  const nowMs = vi.spyOn(performance, "now").mockReturnValue(1000);
  const request = { prompt: "A sea" };
  const old = aCompletedEntry({ id: "old", request });
  const screen = await render(<Again entry={old} />);
  const button = page.getByRole("button", { name: "Generate again" });
  await button.click();
  await screen.rerender(<Again entry={aPreparedEntry({ id: "new", request })} />);
  await button.click();
  expect(onGenerate).toHaveBeenCalledOnce();
  nowMs.mockReturnValue(2000);
  await button.click();
  expect(onGenerate).toHaveBeenCalledTimes(2);
  nowMs.mockRestore();
});
