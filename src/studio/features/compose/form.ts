import type { UseFormReturn } from "react-hook-form";
import type { KirinRequest } from "#kirin/request.ts";
import type { RequestDraft } from "#studio/domain/request-draft.ts";

/** The compose form, as its fields get it: a draft goes in, a request comes out. */
export type ComposeFormHandle = UseFormReturn<RequestDraft, unknown, KirinRequest>;
