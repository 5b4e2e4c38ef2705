import type { UseFormReturn } from "react-hook-form";
import type { KirinRequest } from "#kirin/request.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** The compose form as its fields receive it. Its input is a draft, its output a request. */
export type ComposeFormHandle = UseFormReturn<RequestDraft, unknown, KirinRequest>;
