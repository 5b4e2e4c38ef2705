import type { FieldError, Resolver } from "react-hook-form";
import * as z from "zod/mini";
import type { KirinRequest } from "#kirin/request.ts";
import { draftToRequestSchema, type RequestDraft } from "#studio/domain/submit/request-draft.ts";

/**
 * Validates the form by the schema of requests. Its output is the request to send. Each field shows its first issue.
 * Written here because the resolver package would be a hundredth of the first load.
 */
export const draftResolver: Resolver<RequestDraft, unknown, KirinRequest> = (draft) => {
  const { success, data, error } = z.safeParse(draftToRequestSchema, draft);
  if (success) return { values: data, errors: {} };
  const errors: Record<string, FieldError> = {};
  for (const { path, code = "custom", message } of error.issues) {
    errors[String(path[0])] ??= { type: code, message };
  }
  return { values: {}, errors };
};
