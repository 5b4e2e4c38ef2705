import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** Moves the focus to a field of the form inside `container`, and opens the section that it is in. */
export function focusField(container: Element | null, name: keyof RequestDraft): void {
  const field = container?.querySelector(`[name=${name}]:not([type=radio]:not(:checked))`);
  const section = field?.closest("details");
  if (section) section.open = true;
  if (field instanceof HTMLElement) field.focus();
}
