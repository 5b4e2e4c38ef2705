/** Words of the usage screen. */

export const title = "Usage";
export const intro =
  "What Kirin charged, added up exactly from its own figures. Failed generations are not charged.";
export const total = "Total";
export const modes = { std: "Standard", pro: "Pro" } as const;
export const clips = (count: number) => (count === 1 ? "1 clip" : `${count} clips`);
export const unreported = (count: number) =>
  count === 1
    ? "For 1 clip Kirin reported no cost; the sums leave it out."
    : `For ${count} clips Kirin reported no cost; the sums leave them out.`;
export const uncounted = (count: number) =>
  count === 1
    ? "For 1 clip Kirin reported a cost that is not a plain number; the sums leave it out."
    : `For ${count} clips Kirin reported costs that are not plain numbers; the sums leave them out.`;
export const underWay = (count: number) =>
  count === 1
    ? "1 generation is under way and not in the sums yet."
    : `${count} generations are under way and not in the sums yet.`;
export const charges = "Charges";
export const date = "Date";
export const prompt = "Prompt";
export const mode = "Mode";
export const length = "Length";
export const cost = "Cost";
export const notReported = "not reported";
export const emptyTitle = "Nothing charged yet";
export const emptyDetail = "Costs appear here when your first clip is done.";
export const create = "Create a clip";
export const loading = "Reading the library";
export const seconds = (duration: number) => `${duration} s`;
