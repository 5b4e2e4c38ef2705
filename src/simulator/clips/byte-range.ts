/** Parses `Range` headers (RFC 9110, section 14): a single byte range, or the whole body. */

export type ByteRange =
  | { kind: "whole" }
  /** First and last byte, inclusive. */
  | { kind: "part"; first: number; last: number }
  | { kind: "unsatisfiable" };

const WHOLE: ByteRange = { kind: "whole" };
const UNSATISFIABLE: ByteRange = { kind: "unsatisfiable" };

/**
 * The part of a body of `size` bytes that a `Range` header requests. Other units, invalid ranges and multiple
 * ranges are ignored as the RFC allows, so the whole body is sent.
 */
export function parseByteRange(header: string | null, size: number): ByteRange {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "");
  const [from, to] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (from === "" && to === "") return WHOLE;
  if (from === "") {
    const suffix = Number(to);
    if (suffix === 0 || size === 0) return UNSATISFIABLE;
    return { kind: "part", first: Math.max(size - suffix, 0), last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return WHOLE;
  return first >= size ? UNSATISFIABLE : { kind: "part", first, last };
}
