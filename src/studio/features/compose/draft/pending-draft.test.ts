import { expect, test, vi } from "vitest";
import { EMPTY_DRAFT } from "#studio/domain/submit/request-draft.ts";
import { createPendingDraft, takePendingDrafts } from "./pending-draft.ts";

const fox = { draft: { ...EMPTY_DRAFT, prompt: "A fox" } };
const whale = { draft: { ...EMPTY_DRAFT, prompt: "A whale" } };

test("a form takes the pending draft and each later one, once", () => {
  const pending = createPendingDraft();
  const fill = vi.fn();
  pending.set(fox);
  const leave = takePendingDrafts(pending, fill);
  expect(pending.getState()).toBeNull();
  pending.set(whale);
  expect(fill.mock.calls).toEqual([[fox], [whale]]);
  leave();
  pending.set(fox);
  expect(fill).toHaveBeenCalledTimes(2);
  expect(pending.getState()).toBe(fox);
});

test("a form is not filled if there is no pending draft", () => {
  const fill = vi.fn();
  takePendingDrafts(createPendingDraft(), fill);
  expect(fill).not.toHaveBeenCalled();
});
