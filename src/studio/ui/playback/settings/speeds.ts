/** Available speeds, slowest first. */
export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] as const;
