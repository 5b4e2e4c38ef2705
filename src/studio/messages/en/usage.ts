/** Messages for the usage screen. */
import { counted, plural } from "./common.ts";

export const intro =
  "The exact total of the costs that Kirin reported. Kirin doesn't charge for failed generations.";
export const total = "Total";
export const unreported = (count: number) =>
  plural(count, {
    one: "Kirin reported no cost for 1 clip. The totals don't include it.",
    other: (many) => `Kirin reported no cost for ${many} clips. The totals don't include them.`,
  });
export const uncounted = (count: number) =>
  plural(count, {
    one: "For 1 clip, Kirin reported a cost that isn't a plain number. The totals don't include it.",
    other: (many) =>
      `For ${many} clips, Kirin reported costs that aren't plain numbers. The totals don't include them.`,
  });
export const inProgress = (count: number) =>
  plural(count, {
    one: "1 generation is in progress. The totals don't include it yet.",
    other: (many) => `${many} generations are in progress. The totals don't include them yet.`,
  });
export const clips = (count: number) => counted(count, "clip", "clips");
export const charges = "Charges";
export const date = "Date";
export const emptyTitle = "No charges yet";
export const emptyDetail = "Costs appear here when your first clip is ready.";
