import * as messages from "#messages/compose.ts";

function isKnown(issue: string): issue is keyof typeof messages.issues {
  return Object.hasOwn(messages.issues, issue);
}

/** UI text for an invalid value. The schema reports stable codes; the catalogue has the sentences. */
export function issueText(issue: string | undefined): string | undefined {
  if (issue === undefined || issue === "") return undefined;
  return isKnown(issue) ? messages.issues[issue] : messages.issueUnknown;
}
