/** The scale of the spending chart. */

/** The top of an axis: a round number that is not far above the highest value. */
export function axisTop(highest: number): number {
  if (!(highest > 0) || !Number.isFinite(highest)) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= highest) ?? 10;
  // Powers below one are not exact: 2 * 0.1 ** 3 would be labelled $0.0020000000000000005.
  return Number((step * power).toPrecision(2));
}
