/** Whether a failed task failed because of its prompt: then the same words fail again. */
import { businessCode, type RefusalMeaning } from "./business-codes.ts";

/** What a failed task reports. */
export interface ReportedError {
  code: string | null;
  causeCode?: string | undefined;
  message?: string;
}

/**
 * Words that only a content check uses. Tasks fail with a general code (002014097, 002014099) and say why in words; the
 * forms here are those that the service and its gateways are known to use.
 */
const CONTENT_CHECK_WORDS = [
  /\bmoderation\b/i,
  /\brisk[- ]control\b/i,
  /\bcontent[- ](?:safety|security|polic(?:y|ies))\b/i,
  /\b(?:violat\w+|(?:refused|rejected|blocked) by)\b.{0,40}\b(?:polic(?:y|ies)|guidelines)\b/i,
  /\bsensitive (?:content|words?|information)\b/i,
] as const;

/** What a known business code in a failed task's report says, or null when there is none. */
export function reportedMeaning({ code, causeCode }: ReportedError): RefusalMeaning | null {
  return (businessCode(causeCode) ?? businessCode(code))?.meaning ?? null;
}

/** Whether the prompt was refused: by a business code, or, where there is none, by the words of the reason. */
export function isPromptRefusal(error: ReportedError): boolean {
  const meaning = reportedMeaning(error);
  if (meaning !== null) return meaning === "prompt";
  return CONTENT_CHECK_WORDS.some((words) => words.test(error.message ?? ""));
}
