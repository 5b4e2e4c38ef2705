/** Messages for the usage screen. */
import { counted, formatDecimal, formatList, modes, plural, seconds } from "./common.ts";

export const intro =
  "Exact sums of the costs that Kirin reported. Kirin doesn't charge for failed generations.";

/* The days that the screen covers */
export const range = "Time range";
export const presets = {
  "7d": "7 days",
  "30d": "30 days",
  month: "Month",
  "12m": "Year",
  all: "All",
} as const;
export const from = "From";
export const to = "To";
/** Announced after the range changes. */
export const shown = (total: string, count: number) =>
  `${formatList([clips(count), total])} in this time range.`;
export const emptyRangeTitle = "No charges in this time range";
export const emptyRangeDetail = "Choose other dates, or show everything.";
export const showAll = "Show all";

/* Key figures */
export const perSecond = "Cost per second";
export const perKept = "Cost per chosen clip";
export const perKeptDetail = (kept: number, count: number) => `${kept} of ${clips(count)} chosen`;
export const noneKept = "No clip chosen yet";
/** Explains which clips count as chosen. */
export const perKeptHint = "Chosen means that you preferred the clip in a comparison or ranking.";
export const successRate = "Success rate";
export const successDetail = (completed: number, failed: number) =>
  failed === 0 ? `${completed} completed` : `${completed} completed, ${failed} failed`;
export const waiting = "Waiting time";
export const waitingDetail = (ninetieth: string) => `Median. 9 of 10 clips within ${ninetieth}`;
export const noTimes = "No times measured";

/* Spending over time */
export const spending = "Spending";
export const spendingBy = "Group by";
export const grains = { day: "Day", week: "Week", month: "Month" } as const;
export const unit = "Unit";
export const spendingTable = {
  day: "Spending by day",
  week: "Spending by week",
  month: "Spending by month",
} as const;
export const clipsColumn = "Clips";
export const barTitle = (period: string, amount: string) => `${period}: ${amount}`;

/* Breakdown */
export const breakdown = "Breakdown";
export const group = "Clips with";
export const cutName = {
  mode: (mode: keyof typeof modes) => modes[mode],
  duration: (length: number) => seconds(length),
  sound: (hasSound: boolean) => (hasSound ? "With sound" : "Without sound"),
} as const;
export const modesCompared = "Pro compared with Standard";
export const proCosts = (times: number) =>
  `A second of Pro cost ${formatDecimal(times, 1)} times as much as a second of Standard.`;

/* Charges */
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
export const pressOf = (count: number) => `${clips(count)}, one request`;
export const clipOf = (mode: string, length: string) => formatList([mode, length]);
export const noClip = "Charged without a clip";
export const showMore = (count: number) => `Show ${counted(count, "more charge", "more charges")}`;
export const notCharged = (failed: number, notRendered: number) =>
  `Not charged: ${formatList([
    ...(failed > 0 ? [counted(failed, "failed generation", "failed generations")] : []),
    ...(notRendered > 0
      ? [
          counted(
            notRendered,
            "request that was not sent or was refused",
            "requests that were not sent or were refused",
          ),
        ]
      : []),
  ])}.`;

/** Stands for the prompt of a clip that was deleted for good. */
export const deletedClip = "Deleted clip";

/* CSV */
export const downloadCsv = "Download CSV";
export const csvName = (firstDay: string, lastDay: string) =>
  `kirin-usage-${firstDay}-to-${lastDay}.csv`;
export const emptyTitle = "No charges yet";
export const emptyDetail = "Costs appear here when your first clip is ready.";
