/** Words of the comparison. */

export const title = "Compare";
export const loading = "Reading your library";
export const cost = "Cost";
export const modes = { std: "Standard", pro: "Pro" } as const;
export const costUnknown = "not reported";
export const costPending = "to come";
export const picture = (side: string, prompt: string) => `${side}: ${prompt}`;
export const open = "Details";
export const openOf = (side: string) => `Details of ${side}`;
export const left = "The left one";
export const right = "The right one";
export const take = (mode: string, number: number) => `${mode}, take ${number}`;

export const sameCost = "Both cost the same.";
export const timesAsMuch = (dearer: string, times: string, other: string, more: string) =>
  `${dearer} cost ${times} times as much as ${other}: ${more} more.`;
export const costMore = (dearer: string, more: string) => `${dearer} cost ${more} more.`;

export const differences = "What differs in the request";
export const parameter = "Parameter";
export const notSet = "not set";
export const onlyMode = "Only the mode differs.";
export const noDifference = "Both requests are the same.";

export const missingTitle = "These two are not both in your library";
export const missingDetail = "The address may be incomplete, or they were made in another browser.";
export const notPlayed = "This clip could not be played";
export const tryAgain = "Try again";

export const pairs = "Pairs";
export const emptyTitle = "Nothing to compare yet";
export const emptyDetail =
  "“Generate both” sends one prompt as Standard and as Pro. The two clips then play here side by side, with what each one cost.";
export const goToCreate = "Go to Create";
