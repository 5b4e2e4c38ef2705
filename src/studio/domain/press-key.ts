/** Knows one press of one draft again, in whichever tab it happens. */
import type { KirinRequest } from "#kirin/request.ts";

/**
 * The key of one request of a press. `press` names the draft as it was last sent; null where there is none. `take`, from 1,
 * tells apart what a press asks for several times; the first take of a press has one key however many there are of it.
 */
export function pressKey(press: string | null, request: KirinRequest, take = 1): string | null {
  if (press === null) return null;
  const key = `${press}/${fingerprint(JSON.stringify(request))}`;
  return take === 1 ? key : `${key}/${take}`;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** 64 bits in hexadecimal, by FNV-1a over two halves: tells drafts of one creator apart, and keeps no secret. */
export function fingerprint(text: string): string {
  let low = OFFSET;
  let high = OFFSET ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, PRIME);
    high = Math.imul(high ^ (code + index), PRIME);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
