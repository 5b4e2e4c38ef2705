import { useState } from "react";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { eventually } from "#studio/testing/eventually.ts";
import { compose, INPUT_METHOD_KEYS, pressKey, sendKey } from "#studio/testing/input-method.ts";
import { ConfirmDialog } from "#studio/ui/overlays/confirm-dialog.tsx";
import { Modal } from "#studio/ui/overlays/modal.tsx";
import { outsideComposition } from "./composition.ts";
import { useKeyDown } from "./use-key-down.ts";

function Region({ onKey }: { onKey: (key: string) => void }) {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useKeyDown(region, ({ key }) => onKey(key));
  return <div ref={setRegion} />;
}

it("a key handler receives only keys that no input method has handled", async () => {
  const handle = vi.fn();
  const { container } = await render(
    <textarea aria-label="Note" onKeyDown={outsideComposition(({ key }) => handle(key))} />,
  );
  const note = container.querySelector("textarea");
  note?.focus();
  await compose("か");
  await pressKey("Enter");
  await pressKey("Enter", { ctrl: true });
  expect(handle).not.toHaveBeenCalled();
  for (const [, init] of INPUT_METHOD_KEYS) {
    // In multi-line text the input method decides about line breaks.
    expect(note && sendKey(note, { key: "Enter", ...init })).toBe(true);
  }
  if (note) sendKey(note, { key: "Process" });
  expect(handle).not.toHaveBeenCalled();
  await compose("");
  await pressKey("Escape");
  expect(handle).toHaveBeenCalledExactlyOnceWith("Escape");
});

it.each(INPUT_METHOD_KEYS)("a page-wide shortcut ignores a key: %s", async (_form, init) => {
  const handle = vi.fn();
  await render(<Region onKey={handle} />);
  sendKey(document.body, { key: " ", ...init });
  expect(handle).not.toHaveBeenCalled();
  sendKey(document.body, { key: " " });
  expect(handle).toHaveBeenCalledOnce();
});

it.each([
  [
    "a dialog",
    (onClose: () => void) => (
      <Modal title="Choose" closeLabel="Close" onClose={onClose}>
        <input aria-label="Search" />
      </Modal>
    ),
  ],
  [
    "a question",
    (onClose: () => void) => (
      <ConfirmDialog
        title="Sure?"
        confirmLabel="Yes"
        cancelLabel="No"
        onConfirm={() => {}}
        onCancel={onClose}
      >
        <input aria-label="Search" />
      </ConfirmDialog>
    ),
  ],
])("%s stays open on the Escape that cancels a composition", async (_name, draw) => {
  const onClose = vi.fn();
  const { getByRole } = await render(draw(onClose));
  await getByRole("textbox", { name: "Search" }).click();
  await compose("か");
  await pressKey("Escape");
  expect(onClose).not.toHaveBeenCalled();
  await compose("");
  await pressKey("Escape");
  await eventually(() => expect(onClose).toHaveBeenCalledOnce());
});
