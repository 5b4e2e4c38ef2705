import * as z from "zod/mini";
import {
  draftSchema,
  EMPTY_DRAFT,
  type RequestDraft,
} from "#studio/domain/submit/request-draft.ts";
import { loadDraft } from "./draft-storage.ts";

/**
 * Returns the input made in the prerendered form before hydration: every field that differs from what the script in
 * index.html put there, which is the saved draft if it could be restored. Empty if there is no such form.
 */
export function readEarlyInput(): Partial<RequestDraft> {
  if (typeof document === "undefined") return {};
  const box = document.querySelector("form textarea[name=prompt]");
  if (!(box instanceof HTMLTextAreaElement) || box.form === null) return {};
  const isDraftShown = document.documentElement.dataset.draft === "shown";
  const initial = isDraftShown ? loadDraft().draft : EMPTY_DRAFT;
  const { elements } = box.form;
  const fields = new FormData(box.form);
  const draft = z.parse(draftSchema, {
    ...Object.fromEntries([...fields.keys()].map((name) => [name, fieldValue(elements, name)])),
    watermark: fields.has("watermark"),
    // The prerendered switch is disabled, because it is rendered for Standard.
    sound: initial.sound,
  });
  const before = new Map<string, unknown>(Object.entries(initial));
  // An empty text may come from the browser restoring the form, so the saved text is kept.
  const isChanged = ([name, value]: [string, unknown]) =>
    elements.namedItem(name) !== null && value !== before.get(name) && value !== "";
  return Object.fromEntries(Object.entries(draft).filter(isChanged));
}

/** Reads the field itself, because `FormData` replaces half a surrogate pair and would change an untouched draft. */
function fieldValue(elements: HTMLFormControlsCollection, name: string): unknown {
  const element = elements.namedItem(name);
  return element !== null && "value" in element ? element.value : undefined;
}
