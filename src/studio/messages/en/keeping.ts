/** Messages for favourites, selection and the trash. */
import { counted, formatNumber } from "./common.ts";

const clips = (count: number) => counted(count, "clip", "clips");

export const favourite = "Favourite";
export const favouriteOf = (prompt: string) => `Favourite: ${prompt}`;
export const selectOf = (prompt: string) => `Select: ${prompt}`;
export const select = "Select";

export const selection = "Selection";
export const selected = (count: number) => `${formatNumber(count)} selected`;
export const clear = "Clear selection";
export const compare = "Compare";
export const compareHint = "Select two finished clips to compare them.";
export const takeSheet = "Play in sync";
export const takeSheetHint = "Select three to eight finished clips to play them in sync.";
export const download = "Download";
export const remove = "Move to trash";
export const removedBut = (count: number) =>
  `${clips(count)} can't be deleted while they are in progress.`;

export const movedToTrash = (count: number) => `Moved ${clips(count)} to the trash`;
export const undo = "Undo";
export const restored = (count: number) => `Restored ${clips(count)}`;

export const trash = "Trash";
export const trashOf = (count: number) => `Trash (${formatNumber(count)})`;
export const backToLibrary = "Back to Library";
export const trashHint = (days: number) =>
  `Clips are deleted for good after ${formatNumber(days)} days. What they cost stays in Usage.`;
export const trashEmptyTitle = "The trash is empty";
export const trashEmptyDetail = "Clips that you delete are kept here for a while.";
export const restore = "Restore";
export const erase = "Delete for good";
export const emptyTrash = "Empty trash";
export const eraseTitle = (count: number) => `Delete ${clips(count)} for good?`;
export const eraseDetail =
  "The clips on this device and their prompts are removed. This can't be undone. What they cost stays in Usage.";
export const keepThem = "Keep them";
export const erasedCount = (count: number) => `Deleted ${clips(count)}`;
