import { afterEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { eventually } from "#studio/testing/eventually.ts";
import { showToast, toastStore } from "./toast-store.ts";
import { Toaster } from "./toaster.tsx";

afterEach(() => vi.useRealTimers());

const texts = () => toastStore.getState().map(({ text }) => text);

it("keeps a message with an action, and removes one without after 12 s unless it has the focus", async () => {
  await render(<Toaster closeLabel="Dismiss" />);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  showToast("Replaced.", { label: "Undo", onAction: () => {} });
  showToast("Kept.");
  const buttons = await eventually(() => {
    const found = page.getByRole("button", { name: "Dismiss" }).elements();
    expect(found).toHaveLength(2);
    return found;
  });
  const close = buttons[1] as HTMLElement;
  close.focus();
  // React renders after the event.
  await Promise.resolve();
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(["Replaced.", "Kept."]);
  close.blur();
  await Promise.resolve();
  vi.advanceTimersByTime(12_000);
  expect(texts()).toEqual(["Replaced."]);
});
