/** Messages for the shell: navigation, themes, notices and error pages. */

export const productName = "Kirin Studio";
export const skipToContent = "Skip to content";

export const navigation = "Main";
export const create = "Create";
export const library = "Library";
export const compare = "Compare";
export const blind = "Judge blind";
export const takes = "Takes";
export const usage = "Usage";

export const settings = "Settings";

export const onTheSimulator = "Simulator";
export const onTheSimulatorHint =
  "Clips come from the built-in simulator. Prices are the same as Kirin's, but you aren't charged.";
export const keyMissing =
  "The studio server has no Kirin API key. New requests wait here until KIRIN_API_KEY is set and the server is restarted.";
export const serverUnreachable =
  "Couldn't reach the studio server. Your clips keep rendering, and new requests are sent when the server is back.";
export const offline =
  "You're offline. Your clips keep rendering, and new requests are sent when you're back online.";
export const backOnline = "You're back online.";

export const dismiss = "Dismiss";
export const loading = "Loading";

export const notFoundTitle = "Page not found";
export const notFoundDetail = "The address may be mistyped, or the page has moved.";

export const generationUnknownTitle = "This generation isn't in your library";
export const generationUnknownDetail =
  "It was made in another browser, or this browser's library was cleared.";

export const crashTitle = "This screen stopped working";
export const crashDetail =
  "An unexpected error occurred. Your library and your draft are safe, and your clips keep rendering.";
export const reload = "Reload";

export const partMissingTitle = "This screen couldn't be loaded";
export const partMissingDetail =
  "The studio server or the network was unavailable. Your library and your draft are safe. Reload the page when the connection is back.";

export const sent = "Added to your library. It's being sent to Kirin.";
/** Button beside {@link sent} when the creator is no longer on the screen it was sent from. */
export const showSent = "Show";
export const alreadySent =
  "Already sent from another tab or before a reload. To make another clip, press Generate again.";
export const notSent = "Nothing was sent.";
export const partMissing =
  "Part of the studio couldn't be loaded, so nothing was sent. Your draft is saved. Reload the page and try again.";

export const stage = "Stage";
export const details = "Details";
export const recent = "Recent generations";

/** The document title for a screen. */
export function documentTitle(screen: string): string {
  return `${screen} · ${productName}`;
}
