import { beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { useEntry } from "#studio/storage/library/use-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aCompletedEntry, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { EndSeen } from "./end-seen.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

let id = "";
let count = 0;

beforeEach(() => {
  count += 1;
  id = `seen-${count}`;
});

function Place({ top = "0" }: { top?: string }) {
  const entry = useEntry(id);
  return <div style={{ paddingBlockStart: top }}>{entry && <EndSeen entry={entry} />}</div>;
}

const seenAt = () => studioLibrary.get(id)?.seenAt;

/** Two frames: the browser computes visibility in the first, and reports it before the second. */
async function frames() {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

test("marks an ended generation as seen once it is in view", async () => {
  await studioLibrary.add([aWatchedEntry({ id })]);
  await render(<Place />);
  await frames();
  expect(seenAt()).toBeNull();
  await studioLibrary.update(id, () => aCompletedEntry({ id }));
  await eventually(() => expect(seenAt()).not.toBeNull());
});

test("does not mark it while it is below the fold", async () => {
  await studioLibrary.add([aCompletedEntry({ id })]);
  await render(<Place top="300vh" />);
  await frames();
  expect(seenAt()).toBeNull();
  window.scrollTo(0, document.body.scrollHeight);
  await eventually(() => expect(seenAt()).not.toBeNull());
  window.scrollTo(0, 0);
});

test("does not mark it while the page is hidden, and marks it when the page is shown again", async () => {
  const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await studioLibrary.add([aCompletedEntry({ id })]);
  await render(<Place />);
  await frames();
  expect(seenAt()).toBeNull();
  visibility.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  await eventually(() => expect(seenAt()).not.toBeNull());
});
