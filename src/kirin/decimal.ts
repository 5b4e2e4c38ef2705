/** Amounts of money as Kirin writes them: decimal strings in USD, never floats. */

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Whether a text is a plain decimal number: digits, one point, no exponent, no spaces. */
export function isDecimalString(text: string): boolean {
  return DECIMAL.test(text);
}
