/** Texts and formats that several screens share. */

const LOCALE = "en";

export const modes = { std: "Standard", pro: "Pro" } as const;
export const takeName = (mode: string, number: number) => `${mode}, take ${number}`;
export const tryAgain = "Try again";
export const cancel = "Cancel";
export const close = "Close";

const upToTwoDecimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const withDecimals = (digits: number) =>
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const fixed = { 0: withDecimals(0), 1: withDecimals(1), 2: withDecimals(2) } as const;

/** At most two decimals: "1,024", "23.98". */
export const formatNumber = (value: number) => upToTwoDecimals.format(value);
/** Always the same number of decimals, so that figures in a column or a sequence keep their width. */
export const formatDecimal = (value: number, digits: keyof typeof fixed) =>
  fixed[digits].format(value);
/** 0 to 1, as whole percent. */
export const percent = (part: number) => `${formatDecimal(part * 100, 0)} %`;
export const seconds = (count: number) => `${formatNumber(count)} s`;

const plurals = new Intl.PluralRules(LOCALE);
/** A count and its noun: "1 clip", "12 clips". */
export const counted = (count: number, one: string, other: string) =>
  `${formatNumber(count)} ${plurals.select(count) === "one" ? one : other}`;
