/** Colours as three numbers from 0 to 255, with basic arithmetic. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** Parses `#rrggbb`. */
export function hex(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Interpolates between two colours. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2)];
}

/** Brightens (factor above 1) or darkens a colour. */
export function shade(color: Rgb, factor: number): Rgb {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}

/** Perceived brightness, 0 to 255. */
export function luma(color: Rgb): number {
  return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2];
}

/** The colour as CSS. */
export function css(color: Rgb, alpha = 1): string {
  const part = (value: number) => Math.round(Math.min(255, Math.max(0, value)));
  return `rgba(${part(color[0])},${part(color[1])},${part(color[2])},${alpha.toFixed(3)})`;
}

/** 0 below `low`, 1 above `high`, smooth in between. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
