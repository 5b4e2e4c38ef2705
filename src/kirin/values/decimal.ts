/** Decimal strings. Amounts of money are never converted to floats, so they keep every digit. */

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Longer than any real amount. Limits the cost of summing untrusted digits. */
const LENGTH_MAX = 200;
/** Largest accepted exponent. */
const EXPONENT_MAX = 100;

/**
 * Whether a text is a plain decimal: digits, at most one point, no exponent, no spaces, at most 200
 * characters.
 */
export function isDecimalString(text: string): boolean {
  return text.length <= LENGTH_MAX && DECIMAL.test(text);
}

/**
 * Converts a number in another notation to a plain decimal without losing digits: `1e-7` to 0.0000001, `" 0.35
 * "` to 0.35, `.5` to 0.5. Returns null for anything else, including commas, because "1,250" is ambiguous.
 */
export function toDecimal(text: string): string | null {
  const trimmed = text.trim();
  if (isDecimalString(trimmed)) return trimmed;
  const parts = trimmed.length <= LENGTH_MAX ? NUMBER.exec(trimmed) : null;
  if (parts === null) return null;
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = parts;
  const exponent = Number(exponentText);
  if (whole + fraction === "" || Math.abs(exponent) > EXPONENT_MAX) return null;
  const digits = whole.padStart(whole.length + Math.max(0, -exponent), "0") + fraction;
  const padded = digits.padEnd(digits.length + Math.max(0, exponent - fraction.length), "0");
  const point = whole.length + Math.max(0, -exponent) + exponent;
  const units = padded.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const rest = padded.slice(point);
  const isNegative = sign === "-" && /[1-9]/.test(padded);
  return `${isNegative ? "-" : ""}${units}${rest === "" ? "" : `.${rest}`}`;
}
