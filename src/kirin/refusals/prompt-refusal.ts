/** Whether a task failed because of its prompt, so that the same prompt would fail again. */
import { businessCode, type RefusalMeaning } from "./business-codes.ts";

/** The error of a failed task. */
export interface ReportedError {
  code: string | null;
  causeCode?: string | undefined;
  message?: string;
}

/**
 * Phrases that only content checks use. Tasks fail with a general code (002014097, 002014099) and give the
 * reason as text. These phrases are known from the service and its gateways.
 */
const CONTENT_CHECK_WORDS = [
  /\bmoderation\b/i,
  /\brisk[- ]control\b/i,
  /\bcontent[- ](?:safety|security|polic(?:y|ies))\b/i,
  /\b(?:violat\w+|(?:refused|rejected|blocked) by)\b.{0,40}\b(?:polic(?:y|ies)|guidelines)\b/i,
  /\bsensitive (?:content|words?|information)\b/i,
] as const;

/** The meaning of a business code in a failed task's error, or null when it has none. */
export function reportedMeaning({ code, causeCode }: ReportedError): RefusalMeaning | null {
  return (businessCode(causeCode) ?? businessCode(code))?.meaning ?? null;
}

/** Whether the prompt was refused, by the business code or, without one, by the text of the error. */
export function isPromptRefusal(error: ReportedError): boolean {
  const meaning = reportedMeaning(error);
  if (meaning !== null) return meaning === "prompt";
  return CONTENT_CHECK_WORDS.some((words) => words.test(error.message ?? ""));
}
