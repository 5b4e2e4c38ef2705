/** Locale-dependent formatting. Each locale's catalogue has one instance; no other module formats numbers or counts. */

/** Texts for a count, by plural category. A function gets the count as text. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, PluralForm>> & { other: PluralForm };
type PluralForm = string | ((count: string) => string);

/** Formatting for a BCP 47 locale. */
export function createFormat(locale: string) {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const withDecimals = (digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const decimals = { 0: withDecimals(0), 1: withDecimals(1), 2: withDecimals(2) } as const;
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { style: "short", type: "unit" });
  const dollarPattern = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
  }).formatToParts(1.5);

  return {
    /** At most two decimals: "1,024", "23.98". */
    formatNumber: (value: number): string => numbers.format(value),

    /** Always the same number of decimals, so that figures in a column or a sequence keep their width. */
    formatDecimal: (value: number, digits: keyof typeof decimals): string =>
      decimals[digits].format(value),

    /** At least two digits, as for the seconds after the minutes: "05". */
    formatTwoDigits: (value: number): string => twoDigits.format(value),

    /** An amount of US dollars from its decimal digits. Takes digits, not a number, so that none is rounded away. */
    formatDollars(whole: string, fraction: string): string {
      const digits: Partial<Record<Intl.NumberFormatPartTypes, string>> = {
        integer: whole,
        fraction,
      };
      return dollarPattern.map(({ type, value }) => digits[type] ?? value).join("");
    },

    /** Items in a line, separated as the locale separates them. */
    formatList: (items: readonly string[]): string => lists.format(items),

    /** The form that the locale uses for a count. */
    plural(count: number, forms: PluralForms): string {
      const form = forms[plurals.select(count)] ?? forms.other;
      return typeof form === "string" ? form : form(numbers.format(count));
    },
  };
}
