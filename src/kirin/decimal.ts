/** Decimal strings: numbers that no float touches, so that money keeps every digit. */

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Longer than any amount of money. Bounds what a sum of a stranger's digits can cost. */
const LENGTH_MAX = 200;
/** Furthest that an exponent moves the point. */
const EXPONENT_MAX = 100;

/** Whether a text is a plain decimal number: digits, one point, no exponent, no spaces, at most 200 characters. */
export function isDecimalString(text: string): boolean {
  return text.length <= LENGTH_MAX && DECIMAL.test(text);
}

/**
 * The plain decimal that a text writes in another way, digit for digit: `1e-7` is 0.0000001, `" 0.35 "` is 0.35, `.5` is 0.5.
 * Null for everything else, a decimal comma and thousands separators too: nobody can tell "1,250" from "1.250".
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
