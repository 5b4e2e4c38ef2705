import * as z from "zod/mini";
import { draftSchema, EMPTY_DRAFT, type RequestDraft } from "#studio/domain/request-draft.ts";
import { loadDraft } from "./draft-storage.ts";

/**
 * What was typed and chosen in the prerendered form before the script came: every field that is not as the script in
 * index.html left it. That has put the saved draft into the form, unless it could not. Nothing where there is no such form.
 */
export function readEarlyInput(): Partial<RequestDraft> {
  if (typeof document === "undefined") return {};
  const box = document.querySelector("form textarea[name=prompt]");
  if (!(box instanceof HTMLTextAreaElement) || box.form === null) return {};
  const isDraftShown = document.documentElement.dataset.draft === "shown";
  const untouched = isDraftShown ? loadDraft().draft : EMPTY_DRAFT;
  const { elements } = box.form;
  const fields = new FormData(box.form);
  const draft = z.parse(draftSchema, {
    ...Object.fromEntries([...fields.keys()].map((name) => [name, fieldValue(elements, name)])),
    watermark: fields.has("watermark"),
    // The prerendered switch is disabled, since it stands under Standard.
    sound: untouched.sound,
  });
  const before = new Map<string, unknown>(Object.entries(untouched));
  // A text that is gone may be a browser's doing, which restores forms by itself: better that it comes back.
  const isChanged = ([name, value]: [string, unknown]) =>
    elements.namedItem(name) !== null && value !== before.get(name) && value !== "";
  return Object.fromEntries(Object.entries(draft).filter(isChanged));
}

/** As it stands in the field: `FormData` would replace half a surrogate pair, and so change a draft that nobody touched. */
function fieldValue(elements: HTMLFormControlsCollection, name: string): unknown {
  const element = elements.namedItem(name);
  return element !== null && "value" in element ? element.value : undefined;
}
