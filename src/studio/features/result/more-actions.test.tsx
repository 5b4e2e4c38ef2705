import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { showStage } from "#studio/testing/show-stage.tsx";
import { MoreActions } from "./more-actions.tsx";
import "#studio/app/tokens.css";

const entry = aCompletedEntry({ id: "fox", request: { prompt: "A fox in the snow" } });
const opener = page.getByRole("button", { name: "More actions" });
const list = page.getByRole("dialog", { name: "More actions" });

async function open(change: Partial<Parameters<typeof MoreActions>[0]> = {}) {
  const onSaveFrame = vi.fn();
  await showStage(
    <MoreActions entry={entry} onSaveFrame={onSaveFrame} canCompareWith {...change} />,
  );
  await opener.click();
  await expect.element(list).toBeVisible();
  return onSaveFrame;
}

describe("the further actions of a clip", () => {
  it("copy the prompt, say so, close, and give the focus back", async () => {
    const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await open();
    const announced = await recordAnnouncements();
    await list.getByRole("button", { name: "Copy prompt" }).click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith("A fox in the snow");
    await announced("Copied");
    await expect.element(list).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  it("save the picture, and lead to a comparison with any other clip", async () => {
    const onSaveFrame = await open();
    await expect
      .element(list.getByRole("link", { name: "Compare with…" }))
      .toHaveAttribute("href", "/compare?left=fox");
    await list.getByRole("button", { name: "Save this frame" }).click();
    expect(onSaveFrame).toHaveBeenCalledOnce();
  });

  it("leave out what isn't possible, and close by Escape", async () => {
    await open({ onSaveFrame: null, canCompareWith: false });
    await expect.element(list.getByRole("button")).toHaveTextContent("Copy prompt");
    await expectAccessible(list.element());
    await userEvent.keyboard("{Escape}");
    await expect.element(list).not.toBeInTheDocument();
  });
});
