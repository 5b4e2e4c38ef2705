/** Words of the shell: navigation, themes, notices, error pages. */

export const productName = "Kirin Studio";
export const skipToContent = "Skip to the content";

export const navigation = "Main";
export const create = "Create";
export const library = "Library";
export const compare = "Compare";
export const blind = "Judge blind";
export const takes = "Takes";
export const usage = "Usage";

export const theme = "Theme";
export const themeSystem = "System";
export const themeLight = "Light";
export const themeDark = "Dark";

export const onTheSimulator = "Simulator";
export const onTheSimulatorHint =
  "Clips come from the embedded simulator. Its prices are like Kirin's, but nobody is charged.";
export const keyMissing =
  "The studio's server has no Kirin key. What you send waits here until KIRIN_API_KEY is set and the server is started again.";
export const serverAway =
  "The studio's server does not answer. It is asked again every few seconds; what you send waits here until it is back.";
export const offline =
  "You are offline. What Kirin is making goes on, and what you send waits here until you are back.";

/** What this browser window does not let the studio do; each stands alone or beside the others. */
export const browserLimits = {
  tabs: "This browser doesn't let tabs talk to each other: changes from another tab appear when you return to this one.",
  elections:
    "This window can't agree with other tabs on who does the work: each open tab checks your clips itself, and nothing is sent twice.",
  preferences:
    "This window doesn't remember small things: your draft and your theme are lost when you close or reload the page.",
  clips: "This window can't keep clips on this device: download each clip you want to keep.",
} as const;

export const dismiss = "Dismiss";
export const loading = "Loading";

export const notFoundTitle = "There is no such page";
export const notFoundDetail = "The address may be mistyped, or the page has moved.";
export const backToCreate = "Go to Create";

export const generationUnknownTitle = "This generation is not in your library";
export const generationUnknownDetail =
  "It was made in another browser, or the library of this one was cleared.";

export const crashTitle = "This screen has stopped";
export const crashDetail =
  "Something in the studio broke. Your library and your draft are safe, and whatever Kirin is making goes on.";
export const tryAgain = "Try again";
export const reload = "Reload";

export const partMissingTitle = "This screen could not be fetched";
export const partMissingDetail =
  "The studio's server or the network was away for a moment. Your library and your draft are safe; reload the page once it is back.";

export const sentOff = "In your library, and on its way to Kirin.";
/** Button beside {@link sentOff} when the creator has gone on working meanwhile. */
export const showSent = "Show";
export const alreadySent =
  "Already sent, from another tab or before a reload. To make another, press again.";
export const notSent = "Nothing was sent.";
export const partMissing =
  "A part of the studio could not be loaded, so nothing was sent. Your draft is kept: reload the page and try again.";

export const stage = "Stage";
export const details = "Details";
export const recent = "Recent generations";

/** The document's title on one screen. */
export function documentTitle(screen: string): string {
  return `${screen} · ${productName}`;
}
