/** The innermost loops: one run of samples in one row. Every frame is made of these. */

/** Positions are kept in 1/65536 of a sample. */
export const ONE_SAMPLE = 65536;

/** Two rows of a plane mixed into one, four samples at a time. */
export function mixRows(
  words: Uint32Array,
  stride: number,
  from: number,
  weight: number,
  begin: number,
  end: number,
  to: Uint32Array,
): void {
  const lower = stride >> 2;
  const offset = from * lower;
  const rest = 256 - weight;
  const last = Math.min(lower, (end + 3) >> 2);
  for (let index = begin >> 2; index < last; index += 1) {
    const a = words[offset + index] ?? 0;
    const b = words[offset + lower + index] ?? 0;
    const even = Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, weight) + 0x800080;
    const odd =
      Math.imul((a >>> 8) & 0xff00ff, rest) + Math.imul((b >>> 8) & 0xff00ff, weight) + 0x800080;
    to[index] = ((even >>> 8) & 0xff00ff) | (odd & 0xff00ff00);
  }
}

/** Copies a run of opaque samples, shifted or stretched. */
export function copyRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  base: number,
  start: number,
  step: number,
): void {
  if (step === ONE_SAMPLE) {
    const from = base + (start >> 16);
    const fraction = (start >> 8) & 255;
    if (fraction === 0) {
      to.set(value.subarray(from, from + high - low), low);
      return;
    }
    let near = value[from] ?? 0;
    for (let x = low, at = from + 1; x < high; x += 1, at += 1) {
      const next = value[at] ?? 0;
      to[x] = near + (((next - near) * fraction + 128) >> 8);
      near = next;
    }
    return;
  }
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = base + (position >> 16);
    const near = value[at] ?? 0;
    to[x] = near + ((((value[at + 1] ?? 0) - near) * ((position >> 8) & 255) + 128) >> 8);
    position += step;
  }
}

/** Mixes a run of premultiplied samples over the target's. */
export function mixRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  alpha: Uint8Array,
  base: number,
  start: number,
  step: number,
  strength: number,
): void {
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = base + (position >> 16);
    const fraction = (position >> 8) & 255;
    position += step;
    const nearAlpha = alpha[at] ?? 0;
    let a = (nearAlpha << 8) + ((alpha[at + 1] ?? 0) - nearAlpha) * fraction;
    if (a === 0) continue;
    const near = value[at] ?? 0;
    let sample = (near << 8) + ((value[at + 1] ?? 0) - near) * fraction;
    if (a === 65280 && strength === 256) {
      to[x] = (sample + 128) >> 8;
      continue;
    }
    if (strength !== 256) {
      a = (a * strength) >> 8;
      sample = (sample * strength) >> 8;
    }
    // 65280 is an alpha of one here; 257/65536 stands in for 1/255.
    to[x] = (sample + (((((to[x] ?? 0) * (65280 - a)) >> 8) * 257) >> 8) + 128) >> 8;
  }
}

/** Like {@link mixRun}, with the nearest sample to the left instead of two. */
export function mixSoftRun(
  to: Uint8Array,
  low: number,
  high: number,
  value: Uint8Array,
  alpha: Uint8Array,
  base: number,
  start: number,
  step: number,
  strength: number,
): void {
  let position = start;
  for (let x = low; x < high; x += 1) {
    const at = base + (position >> 16);
    position += step;
    const a = (alpha[at] ?? 0) * strength;
    if (a === 0) continue;
    const sample = (value[at] ?? 0) * strength;
    to[x] = (sample + (((((to[x] ?? 0) * (65280 - a)) >> 8) * 257) >> 8) + 128) >> 8;
  }
}
