/**
 * `JSON.parse` without losing digits. A double holds only 15 significant digits reliably, so `JSON.parse`
 * turns the id 844329482092085298 into …300 and the amount 0.1234567890123456789 into …68. This parser returns
 * such numbers as strings of the original characters, which survive `JSON.stringify`, IndexedDB and display.
 * See docs/decisions for why this is neither a reviver nor a full parser.
 */

/** Shorter numbers without an exponent have at most 15 digits, so a double is exact. */
const SAFE_LENGTH = 16;

const QUOTE = 34;
const BACKSLASH = 92;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/**
 * Parses JSON (RFC 8259) like `JSON.parse`, except that numbers a double would change, and integers beyond
 * ±(2^53 − 1), become strings. Throws what `JSON.parse` throws. Linear time, no recursion.
 */
export function parseJson(text: string): unknown {
  // Parse first, so that the scan below only sees valid JSON.
  const value: unknown = JSON.parse(text);
  const exact = quoteLossyNumbers(text);
  return exact === null ? value : JSON.parse(exact);
}

/** The text with quotes around numbers that would lose digits, or null when there are none. */
function quoteLossyNumbers(json: string): string | null {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < json.length) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(json, at);
    } else if (isNumberCode(code)) {
      const end = endOfNumber(json, at);
      const token = json.slice(at, end);
      if (losesDigits(token)) {
        parts.push(json.slice(copied, at), '"', token, '"');
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  if (copied === 0) return null;
  parts.push(json.slice(copied));
  return parts.join("");
}

/** Index after the closing quote of the string that opens at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  for (let code = json.charCodeAt(at); code !== QUOTE; code = json.charCodeAt(at)) {
    at += code === BACKSLASH ? 2 : 1;
  }
  return at + 1;
}

/** Outside of strings only numbers start with a digit or a minus. */
function isNumberCode(code: number): boolean {
  return code === MINUS || (code >= ZERO && code <= NINE);
}

function endOfNumber(json: string, start: number): number {
  let at = start;
  for (let code = json.charCodeAt(at); isInNumber(code); code = json.charCodeAt(at)) at += 1;
  return at;
}

function isInNumber(code: number): boolean {
  // 0x20 converts to lower case, so this matches the exponent "e" or "E".
  return isNumberCode(code) || code === POINT || code === PLUS || (code | 0x20) === 0x65;
}

function losesDigits(token: string): boolean {
  if (token.length < SAFE_LENGTH && !/e/i.test(token)) return false;
  const value = Number(token);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return true;
  return significandOf(token) !== significandOf(String(value));
}

/**
 * A number's significant digits and exponent, equal for two texts of the same value. The sign is left out, because
 * a double keeps it. "Infinity" has no digits, so a number beyond the range of doubles never equals its value.
 */
function significandOf(number: string): string {
  const [mantissa = "", exponent = "0"] = number.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  let first = 0;
  while (first < digits.length && digits.charCodeAt(first) === ZERO) first += 1;
  let last = digits.length;
  while (last > first && digits.charCodeAt(last - 1) === ZERO) last -= 1;
  if (first === last) return "0";
  const power = Number(exponent) + whole.length - first;
  return `${digits.slice(first, last)}e${power}`;
}
