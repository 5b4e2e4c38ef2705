import { useState } from "react";
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { expectFocusMoved, mountFocusKeeper } from "#studio/testing/focus.tsx";
import { showToast } from "./overlays/toast-store.ts";
import { Toaster } from "./overlays/toaster.tsx";

function Page() {
  const [isThere, setIsThere] = useState(true);
  return (
    <main>
      <section aria-label="Stage">
        {isThere && (
          <section aria-label="Failure">
            <button type="button" onClick={() => setIsThere(false)}>
              Try again
            </button>
          </section>
        )}
      </section>
      <p>Text</p>
    </main>
  );
}

it("moves the focus of a removed control to the nearest area that remains", async () => {
  await mountFocusKeeper();
  const screen = await render(<Page />);
  await expectFocusMoved(screen.getByRole("button", { name: "Try again" }));
  const stage = screen.getByRole("region", { name: "Stage" });
  await expect.element(stage).toHaveFocus();
  // Focusable only until it loses the focus.
  await screen.getByText("Text").click();
  await expect.element(stage).not.toHaveAttribute("tabindex");
});

it.each(["hidden", "disabled", "inert"] as const)(
  "moves the focus of a control that becomes %s",
  async (way) => {
    await mountFocusKeeper();
    const draw = (props: object) => (
      <main>
        <section aria-label="Stage">
          <button type="button" {...props}>
            Act
          </button>
        </section>
      </main>
    );
    const { container, getByRole, rerender } = await render(draw({}));
    container.querySelector("button")?.focus();
    await rerender(draw({ [way]: true }));
    await expect.element(getByRole("region", { name: "Stage" })).toHaveFocus();
  },
);

it("does not move the focus if a click on the page has taken it", async () => {
  await mountFocusKeeper();
  const { getByRole, getByText, rerender } = await render(<Page key="first" />);
  getByRole("button", { name: "Try again" }).element().focus();
  await getByText("Text").click();
  await new Promise((resolve) => setTimeout(resolve));
  await rerender(<Page key="second" />);
  expect(document.activeElement).toBe(document.body);
});

it("moves the focus of a dismissed toast, and keeps a toast with an action until it is used", async () => {
  await mountFocusKeeper();
  await render(
    <>
      <Toaster closeLabel="Dismiss" />
      <main>Content</main>
    </>,
  );
  showToast("Your draft was replaced.", { label: "Undo", onAction: () => {} });
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
  await expectFocusMoved(page.getByRole("button", { name: "Undo" }));
  await expect.element(page.getByRole("main")).toHaveFocus();
});
