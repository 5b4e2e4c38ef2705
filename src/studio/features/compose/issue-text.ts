import * as words from "#messages/compose.ts";

function isKnown(issue: string): issue is keyof typeof words.issues {
  return Object.hasOwn(words.issues, issue);
}

/** What to tell the creator about a refused value: the schema speaks in stable words, the catalogue in sentences. */
export function issueText(issue: string | undefined): string | undefined {
  if (issue === undefined || issue === "") return undefined;
  return isKnown(issue) ? words.issues[issue] : words.issueUnknown;
}
