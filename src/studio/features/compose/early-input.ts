import * as z from "zod/mini";
import { draftSchema, EMPTY_DRAFT, type RequestDraft } from "#studio/domain/request-draft.ts";

/**
 * What was typed and chosen in the prerendered form before the script came: every field that is not as an untouched
 * form has it. Nothing where there is no such form. The script in index.html has put the saved draft into it.
 */
export function readEarlyInput(): Partial<RequestDraft> {
  if (typeof document === "undefined") return {};
  const box = document.querySelector("form textarea[name=prompt]");
  if (!(box instanceof HTMLTextAreaElement) || box.form === null) return {};
  const fields = new FormData(box.form);
  const draft = z.parse(draftSchema, {
    ...Object.fromEntries(fields),
    watermark: fields.has("watermark"),
    // The prerendered switch is disabled, since it stands under Standard.
    sound: EMPTY_DRAFT.sound,
  });
  const untouched = new Map<string, unknown>(Object.entries(EMPTY_DRAFT));
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => value !== untouched.get(name)),
  );
}
