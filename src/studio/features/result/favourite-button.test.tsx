import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { useEntry } from "#studio/storage/library/use-library.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { FavouriteButton } from "./favourite-button.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

function Shown({ isIcon }: { isIcon: boolean }) {
  const entry = useEntry("e1");
  return entry && <FavouriteButton entry={entry} isIcon={isIcon} />;
}

test.each([false, true])("marks and unmarks a generation (icon: %s)", async (isIcon) => {
  if (studioLibrary.get("e1") === undefined)
    await studioLibrary.add([aCompletedEntry({ id: "e1" })]);
  const screen = await render(<Shown isIcon={isIcon} />);
  const button = screen.getByRole("button", { name: "Favourite" });
  await expect.element(button).toHaveAttribute("aria-pressed", "false");
  await button.click();
  await expect.element(button).toHaveAttribute("aria-pressed", "true");
  expect(studioLibrary.get("e1")?.favouriteAt).not.toBeNull();
  await button.click();
  await expect.element(button).toHaveAttribute("aria-pressed", "false");
  expect(studioLibrary.get("e1")?.favouriteAt).toBeNull();
});
