import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { makeTestClip } from "#comparison/testing/make-test-clip.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { sendKey } from "#studio/testing/input-method.ts";
import { CompareScreen } from "./compare-screen.tsx";
import "#studio/app/tokens.css";

const library = vi.hoisted(() => ({ entries: [] as LibraryEntry[] }));
vi.mock("#studio/storage/library/use-library.ts", () => ({
  useEntries: () => library.entries,
  useLibraryStatus: () => "ready",
}));

vi.mock(import("#studio/storage/judgements/studio-judgements.ts"), async () => {
  const { MemoryJudgements } = await import("#studio/testing/memory-judgements.ts");
  return { studioJudgements: new MemoryJudgements().open() };
});

let shortClip: Blob;
let shortSrc: string;
let longSrc: string;
beforeAll(async () => {
  shortClip = await makeTestClip({ frames: 24 });
  shortSrc = URL.createObjectURL(shortClip);
  longSrc = URL.createObjectURL(await makeTestClip({ frames: 36, sound: {} }));
});

function half(mode: "std" | "pro", change: Partial<LibraryEntry> = {}, src = shortSrc) {
  const id = change.id ?? mode;
  return aCompletedEntry({
    id,
    pairId: "pair",
    request: { prompt: "A lighthouse", mode, external_task_id: id },
    generation: aCompletedGeneration({
      id: `kirin-${id}`,
      usage: { cost: mode === "std" ? "0.21" : "0.42", discount: 1 },
      clips: [{ index: 0, durationSeconds: 1, src }],
    }),
    ...change,
  });
}

async function show(search = "") {
  const location = memoryLocation({ path: `/compare${search}`, record: true });
  const screen = await render(
    <Router hook={location.hook} searchHook={location.searchHook}>
      <CompareScreen
        renderUnfinished={({ id }) => <p>{`waiting for ${id}`}</p>}
        renderJudge={({ sides }) => <p>{`judging ${sides.left.name} and ${sides.right.name}`}</p>}
        renderChosen={() => null}
        scoreboard={null}
      />
    </Router>,
  );
  return { screen, location };
}

type Shown = Awaited<ReturnType<typeof show>>;

const picture = ({ screen }: Shown) =>
  screen.getByRole("region", { name: "Comparison" }).getByRole("img");

async function expectSearch({ location }: Shown, search: string) {
  await eventually(() => expect(location.history.at(-1)).toBe(`/compare?${search}`));
}

beforeEach(() => {
  library.entries = [half("pro", {}, longSrc), half("std")];
});

describe("the Compare screen", () => {
  it("explains itself when there is nothing to compare", async () => {
    library.entries = [];
    const { screen } = await show();
    await expect.element(screen.getByText("Nothing to compare yet")).toBeVisible();
    await expect
      .element(screen.getByRole("link", { name: "Compare two files" }))
      .toHaveAttribute("href", "/compare?left=file&right=file");
  });

  it("shows the latest pair, std left and pro right, with what the difference cost", async () => {
    const older = { pairId: "older", preparedAt: atSecond(-60) };
    library.entries.push(half("pro", { ...older, id: "p0" }), half("std", { ...older, id: "s0" }));
    const shown = await show();
    const { screen } = shown;
    await expect.element(picture(shown)).toBeVisible();
    await expect
      .element(
        screen.getByRole("button", {
          name: "Left: Standard $0.21 A lighthouse Choose another clip",
        }),
      )
      .toBeVisible();
    await expect
      .element(screen.getByText("Pro cost 2.0 times as much. Both took the same time."))
      .toBeVisible();
    await expect
      .element(screen.getByRole("link", { name: "Judge blind" }))
      .toHaveAttribute("href", "/compare/blind?of=pro&of=std");
    await expect
      .element(screen.getByRole("link", { name: "All pairs" }))
      .toHaveAttribute("href", "/compare?left=&right=");
  });

  it("offers all pairs, any two clips and two files while no clip is chosen", async () => {
    const older = { pairId: "older", preparedAt: atSecond(-60) };
    library.entries.push(half("pro", { ...older, id: "p0" }), half("std", { ...older, id: "s0" }));
    const shown = await show("?left=&right=");
    const { screen } = shown;
    const links = screen.getByRole("navigation", { name: "Pairs" }).getByRole("link");
    await expect.element(links.first()).toHaveAttribute("href", "/compare?left=std&right=pro");
    await expect.element(links.nth(1)).toHaveAttribute("href", "/compare?left=s0&right=p0");
    await expect
      .element(links.first())
      .toHaveAccessibleName(/^A lighthouse Standard \$0\.21 Pro \$0\.42 .* Not judged$/);
    await expect
      .element(screen.getByRole("link", { name: "Compare two files" }))
      .toHaveAttribute("href", "/compare?left=file&right=file");
    await expectAccessible(screen.container);
    await screen.getByRole("button", { name: "Choose two clips" }).click();
    const dialog = screen.getByRole("dialog", { name: "Choose the left clip" });
    await dialog.getByRole("button", { name: /Pro/ }).first().click();
    await expectSearch(shown, "left=pro&right=");
    await expect.element(screen.getByText("No clip on this side yet")).toBeVisible();
  });

  it("opens two files dropped while no clip is chosen", async () => {
    library.entries = [];
    const shown = await show();
    await expect.element(shown.screen.getByText("Nothing to compare yet")).toBeVisible();
    const file = (name: string) => new File([shortClip], name, { type: "video/mp4" });
    drop(0.1, file("first.mp4"), file("second.mp4"));
    await expectSearch(shown, "left=file&right=file");
    await expect.element(picture(shown)).toBeVisible();
  });

  it("swaps the sides with their sound and offset, and updates the address", async () => {
    const shown = await show("?left=std&right=pro&view=wipe&at=10&offset=2&hear=right");
    const { screen } = shown;
    await expect.element(picture(shown)).toBeVisible();
    await screen.getByRole("button", { name: "Swap sides" }).click();
    await expectSearch(shown, "left=pro&right=std&view=wipe&at=8&offset=-2");
    await expect.element(screen.getByRole("button", { name: /^Left: Pro/ })).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: "Wipe" })).toBeChecked();
  });

  it("restores the frame in the address, and keeps the address up to date", async () => {
    const shown = await show("?left=std&right=pro&at=5&speed=0.5");
    await expect.element(shown.screen.getByText(/frame 6 of 36/i).first()).toBeVisible();
    await userEvent.keyboard("...");
    await expectSearch(shown, "left=std&right=pro&at=8&speed=0.5");
  });

  it("ignores letters and digits typed on controls outside the comparison", async () => {
    const shown = await show("?left=std&right=pro&at=5");
    await expect.element(shown.screen.getByText(/frame 6 of 36/i).first()).toBeVisible();
    const controls = [
      ...shown.screen.container.querySelectorAll<HTMLElement>("button, a, input"),
    ].filter((control) => control.closest("[data-shortcut-area]") === null);
    expect(controls.length).toBeGreaterThan(5);
    for (const control of controls) {
      control.focus();
      for (const key of "zoom him.,12345?") sendKey(control, { key: key.trim() });
    }
    await expect.element(shown.screen.getByText(/frame 6 of 36/i).first()).toBeVisible();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard(".");
    await expectSearch(shown, "left=std&right=pro&at=6");
    await expect.element(shown.screen.getByRole("dialog")).not.toBeInTheDocument();
  });

  it("replaces a side with another clip from the library", async () => {
    library.entries.push(
      half("std", { id: "fox", pairId: null, request: { prompt: "A fox in snow", mode: "std" } }),
    );
    const shown = await show();
    const { screen } = shown;
    await screen.getByRole("button", { name: /^Right: Pro/ }).click();
    const dialog = screen.getByRole("dialog", { name: "Choose the right clip" });
    await dialog.getByRole("searchbox").fill("snow");
    await dialog.getByRole("button", { name: /A fox in snow/ }).click();
    await expectSearch(shown, "left=std&right=fox");
    await expect.element(dialog).not.toBeInTheDocument();
    // Two clips of the same mode are named by their sides.
    await expect.element(screen.getByRole("button", { name: /^Right: Right clip/ })).toBeVisible();
    await expect.element(screen.getByText("Only in this text: fox in snow.")).toBeInTheDocument();
  });

  it("opens a video file dropped on one half, and rejects other files", async () => {
    const shown = await show();
    const { screen } = shown;
    await expect.element(picture(shown)).toBeVisible();
    drop(0.9, new File([shortClip], "cut.mp4", { type: "video/mp4" }));
    await expectSearch(shown, "left=std&right=file");
    await expect.element(screen.getByRole("button", { name: /^Right: cut\.mp4/ })).toBeVisible();
    await expect.element(picture(shown)).toBeVisible();
    drop(0.1, new File(["no video"], "notes.txt", { type: "text/plain" }));
    drop(0.1, new File(["no video"], "broken.mp4", { type: "video/mp4" }));
    await expectSearch(shown, "left=file&right=file");
    await expect.element(screen.getByText("There is no video in this file")).toBeVisible();
    await expect.element(screen.getByText("Ready. Waiting for the other clip.")).toBeVisible();
  });

  it("asks for a file again after a reload, and then continues at the frame in the address", async () => {
    const shown = await show("?left=file&right=pro&view=wipe&at=5");
    await expect
      .element(shown.screen.getByText("A file from your computer goes here"))
      .toBeVisible();
    drop(0.1, new File([shortClip], "cut.mp4", { type: "video/mp4" }));
    await expect.element(shown.screen.getByText(/frame 6 of 36/i).first()).toBeVisible();
    await expect.element(shown.screen.getByRole("radio", { name: "Wipe" })).toBeChecked();
    await userEvent.keyboard(".");
    await expectSearch(shown, "left=file&right=pro&view=wipe&at=6");
  });

  it("shows the waiting stage in place of an unfinished clip", async () => {
    library.entries = [half("pro"), aWatchedEntry({ id: "std", pairId: "pair" })];
    const { screen } = await show();
    await expect.element(screen.getByText("waiting for std")).toBeVisible();
    await expect.element(screen.getByRole("row", { name: /^Cost Unknown \$0\.42/ })).toBeVisible();
    await screen.getByRole("tab", { name: "Judge" }).click();
    await expect
      .element(screen.getByText("Available when both clips are ready", { exact: false }))
      .toBeVisible();
  });

  it("reports a clip that is not in this library, and why a clip cannot be opened", async () => {
    const gone = URL.createObjectURL(shortClip);
    URL.revokeObjectURL(gone);
    library.entries = [half("std", {}, gone)];
    const { screen } = await show("?left=std&right=gone");
    await expect.element(screen.getByText("This clip isn't in your library")).toBeVisible();
    await expect.element(screen.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect
      .element(screen.getByRole("link", { name: "Open clip page" }))
      .toHaveAttribute("href", "/generations/std");
  });

  it("reports that the browser cannot decode, and links to the clips' own pages", async () => {
    vi.stubGlobal("VideoDecoder", undefined);
    const { screen } = await show();
    const title = "This browser can't decode the clip frame by frame";
    await expect.element(screen.getByText(title).nth(1)).toBeVisible();
    await expect
      .element(screen.getByRole("link", { name: "Open clip page" }).first())
      .toHaveAttribute("href", "/generations/std");
    vi.unstubAllGlobals();
  });

  it("is accessible in either theme", async () => {
    const shown = await show();
    await expect.element(picture(shown)).toBeVisible();
    await expectAccessible(shown.screen.container);
    await shown.screen.getByRole("button", { name: /^Left: Standard/ }).click();
    await expectAccessible(document.body);
  });
});

/** Drops files at a position on the page, as a share of the window's width. */
function drop(share: number, ...files: File[]) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const at = { clientX: window.innerWidth * share, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new DragEvent("dragover", { ...at, dataTransfer }));
  document.body.dispatchEvent(new DragEvent("drop", { ...at, dataTransfer }));
}
