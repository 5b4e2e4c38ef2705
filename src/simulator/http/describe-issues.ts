/** Error messages for invalid create bodies. */
import { MODEL_ID, PROMPT_MAX_CHARACTERS } from "#kirin/parameters.ts";
import { REQUEST_ISSUES, type RequestIssue, type RequestIssueReason } from "#kirin/request.ts";
import { SPEC_PARAMETERS } from "./model-spec.ts";

const TOO_LONG = `must have at most ${PROMPT_MAX_CHARACTERS} characters`;
const SENTENCES: Partial<Readonly<Record<RequestIssueReason, string>>> = {
  [REQUEST_ISSUES.promptMissing]: "must not be empty",
  [REQUEST_ISSUES.promptTooLong]: TOO_LONG,
  [REQUEST_ISSUES.negativePromptTooLong]: TOO_LONG,
  [REQUEST_ISSUES.unsendableCharacters]:
    "must not contain control characters or half a surrogate pair",
  [REQUEST_ISSUES.soundNeedsPro]: "can only be on when mode is pro",
  [REQUEST_ISSUES.callbackUrlInvalid]: "must be an absolute http or https URL",
  [REQUEST_ISSUES.externalTaskIdInvalid]: "cannot be used as an id",
};

/** One sentence about the first issue, naming the parameter. */
export function describeIssues(issues: readonly RequestIssue[]): string {
  const [issue] = issues;
  if (!issue || issue.field === "") return "The body must be a JSON object.";
  const [top, , , ...rest] = issue.field.split(".");
  if (top === "model") return `model must be "${MODEL_ID}".`;
  const [parameter] = rest;
  if (parameter === undefined) return 'input must be a list of one object with "params".';
  return `${rest.join(".")} ${SENTENCES[issue.reason] ?? expectation(parameter)}.`;
}

function expectation(name: string): string {
  const parameter = SPEC_PARAMETERS.find((candidate) => candidate.name === name);
  if (parameter?.type === "object") return 'must be an object such as {"enabled": true}';
  const words = parameter?.constraints?.enum?.map((word) => `"${word}"`).join(", ");
  if (words) return `must be one of the strings ${words}`;
  return parameter?.required ? "is required and must be a string" : "must be a string";
}
