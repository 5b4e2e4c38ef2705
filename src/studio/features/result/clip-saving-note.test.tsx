import "#studio/app/tokens.css";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { createClipStore } from "#studio/storage/clips/clip-store.ts";
import { aCompletedEntry, anEntry, aProblem, NOON } from "#studio/testing/fixtures.ts";
import { ClipDownloads } from "./clip-downloads.tsx";
import { ClipSavingNote } from "./clip-saving-note.tsx";

const EXPIRED = aProblem("clip-expired");
const BROKEN = studioProblem("clip-broken", { detail: "", retryable: true });
const NO_STORE = studioProblem("clips-unavailable", { detail: "", retryable: true });

async function line(change: Partial<LibraryEntry>) {
  const onFetchAgain = vi.fn();
  const entry = aCompletedEntry(change);
  const screen = await render(<ClipSavingNote entry={entry} onFetchAgain={onFetchAgain} />);
  return { screen, entry, onFetchAgain };
}

describe("the line about where the clip is saved", () => {
  test.each([
    ["saved", { clipsKeptAt: NOON }, "Saved on this device."],
    ["being saved", {}, "Saving to this device…"],
    [
      "interrupted",
      { clipsProblem: BROKEN },
      "Not saved on this device. The download was interrupted. Retrying automatically. Try saving again",
    ],
    [
      "expired",
      { clipsProblem: EXPIRED },
      "The clip has expired. Kirin no longer has this file. Try saving again",
    ],
    [
      "in a window that can't save clips",
      { clipsProblem: NO_STORE },
      "Not saved on this device. This window can't save clips. Download the clip to keep it. Try saving again",
    ],
  ] as const)("%s", async (_name, change, text) => {
    const { screen } = await line(change);
    expect(screen.container.textContent.trim()).toBe(text);
  });

  test("shows nothing without a clip", async () => {
    const screen = await render(<ClipSavingNote entry={anEntry()} onFetchAgain={vi.fn()} />);
    expect(screen.container).toBeEmptyDOMElement();
  });

  test("retries the download, and keeps the focus when the button disappears", async () => {
    const { screen, entry, onFetchAgain } = await line({ clipsProblem: EXPIRED });
    await screen.getByRole("button", { name: "Try saving again" }).click();
    expect(onFetchAgain).toHaveBeenCalledExactlyOnceWith(entry);
    // The button disappears with the problem, and the focus must not be lost.
    await screen.rerender(<ClipSavingNote entry={aCompletedEntry()} onFetchAgain={onFetchAgain} />);
    await expect.element(screen.getByRole("paragraph")).toHaveFocus();
    await expect.element(screen.getByRole("paragraph")).toHaveTextContent("Saving to this device");
  });
});

describe("downloading a clip", () => {
  const src = "/api/generations/kirin-entry-1/clips/0";
  const keepCopy = () =>
    createClipStore().put(src, {
      type: "video/mp4",
      length: 6,
      body: new Blob(["a clip"]).stream(),
    });
  afterEach(async () => {
    await (await caches.open("kirin-studio-clips")).delete(src);
  });

  test("clip: a clip has expired and isn't saved on this device → no download is offered", async () => {
    const screen = await render(
      <ClipDownloads entry={aCompletedEntry({ clipsProblem: EXPIRED })} />,
    );
    expect(screen.getByRole("link").query()).toBeNull();
    await screen.rerender(<ClipDownloads entry={aCompletedEntry({ clipsProblem: BROKEN })} />);
    await expect.element(screen.getByRole("link", { name: "Download" })).toBeVisible();
  });

  test("uses the copy on this device as soon as it is saved", async () => {
    const screen = await render(<ClipDownloads entry={aCompletedEntry()} />);
    const link = screen.getByRole("link", { name: "Download" });
    await expect.element(link).toHaveAttribute("href", expect.stringContaining(`${src}?download=`));
    await keepCopy();
    await screen.rerender(<ClipDownloads entry={aCompletedEntry({ clipsKeptAt: NOON })} />);
    await expect.element(link).toHaveAttribute("href", expect.stringMatching(/^blob:/));
    await expect.element(link).toHaveAttribute("download", expect.stringMatching(/\.mp4$/));
  });

  test("uses the copy of one clip when another has expired", async () => {
    await keepCopy();
    const screen = await render(
      <ClipDownloads entry={aCompletedEntry({ clipsProblem: EXPIRED })} />,
    );
    const link = screen.getByRole("link", { name: "Download" });
    await expect.element(link).toHaveAttribute("href", expect.stringMatching(/^blob:/));
  });

  test("falls back to the server if the copy was deleted", async () => {
    const screen = await render(<ClipDownloads entry={aCompletedEntry({ clipsKeptAt: NOON })} />);
    const link = screen.getByRole("link", { name: "Download" });
    await expect.element(link).toHaveAttribute("href", expect.stringContaining(`${src}?download=`));
  });
});
