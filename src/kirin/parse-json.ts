/**
 * `JSON.parse` that loses no digits. A double holds 15 significant digits for certain, so `JSON.parse` turns the id
 * 844329482092085298 into …300 and the amount 0.1234567890123456789 into …68. Here such a number becomes a string of
 * exactly the characters that came. Strings pass unchanged through `JSON.stringify`, IndexedDB and the screen, so the
 * digits survive all the way. See docs/decisions for why this is neither a reviver nor a parser of its own.
 */

/** Numbers that are shorter than this and have no exponent survive as doubles: at most 15 digits. */
const SAFE_LENGTH = 16;

const QUOTE = 34;
const BACKSLASH = 92;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/**
 * Parses JSON (RFC 8259) as `JSON.parse` does, except that a number becomes a string where a double would change its
 * value, and every integer beyond ±(2^53 − 1) does. Throws what `JSON.parse` throws. Takes linear time, and no stack.
 */
export function parseJson(text: string): unknown {
  // Parsed first, so that the scan below only ever sees valid JSON.
  const value: unknown = JSON.parse(text);
  const exact = quoteLossyNumbers(text);
  return exact === null ? value : JSON.parse(exact);
}

/** The text with quotes around the numbers that lose digits; null where there is none. */
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

/** Outside of strings only numbers begin with a digit or a minus. */
function isNumberCode(code: number): boolean {
  return code === MINUS || (code >= ZERO && code <= NINE);
}

function endOfNumber(json: string, start: number): number {
  let at = start;
  for (let code = json.charCodeAt(at); isInNumber(code); code = json.charCodeAt(at)) at += 1;
  return at;
}

function isInNumber(code: number): boolean {
  // 0x20 makes a letter small: the exponent is marked by "e" or "E".
  return isNumberCode(code) || code === POINT || code === PLUS || (code | 0x20) === 0x65;
}

function losesDigits(token: string): boolean {
  if (token.length < SAFE_LENGTH && !/e/i.test(token)) return false;
  const value = Number(token);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return true;
  return significandOf(token) !== significandOf(String(value));
}

/**
 * A number's digits without zeros at either end, and its power of ten: equal for two texts of one value. "Infinity" has
 * none, so that a number beyond the range of doubles is never equal to its value.
 */
function significandOf(number: string): string {
  const [mantissa = "", exponent = "0"] = number.toLowerCase().split("e");
  const isNegative = mantissa.startsWith("-");
  const [whole = "", fraction = ""] = (isNegative ? mantissa.slice(1) : mantissa).split(".");
  const digits = whole + fraction;
  let first = 0;
  while (first < digits.length && digits.charCodeAt(first) === ZERO) first += 1;
  let last = digits.length;
  while (last > first && digits.charCodeAt(last - 1) === ZERO) last -= 1;
  if (first === last) return "0";
  const power = Number(exponent) + whole.length - first;
  return `${isNegative ? "-" : ""}${digits.slice(first, last)}e${power}`;
}
