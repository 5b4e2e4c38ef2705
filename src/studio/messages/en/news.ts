/** Words about what came to an end while the creator was elsewhere. */

export const isNew = "New";
/** The name of a link to something that is new. */
export const markedNew = (name: string) => `${name}, new`;

/** Titles of the messages that the system shows while no tab is looked at; the prompt stands below. */
export const messageTitles = {
  completed: "Your clip is ready",
  failed: "A generation failed",
  refused: "A request was refused",
  "never-arrived": "Kirin never got it",
  lost: "Kirin no longer knows it",
} as const;

export const tellMe = "Tell me when it is ready";
export const willTell = "The studio will tell you, also while you are in another window.";
export const cannotTell =
  "This browser does not allow messages from the studio. The tab's title counts what is ready.";
