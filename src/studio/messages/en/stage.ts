/** Messages for the stage of Create: moving between clips, and the details. */

export const previousClip = "Previous clip";
export const nextClip = "Next clip";
export const showDetails = "Details";
/** Empties the form and the stage. */
export const newClip = "New clip";
/** The title of its keys on the shortcut sheet. */
export const shortcutGroup = "Clips";

/** The title of a clip's page. */
export function clipTitle(prompt: string, status: string): string {
  return `${prompt} · ${status}`;
}
