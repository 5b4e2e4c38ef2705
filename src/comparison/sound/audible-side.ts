/** Which of the two clips is audible. */

/** A side, or none. */
export type AudibleSide = "left" | "right" | "none";

/** Peak of each channel since the last call, 0 to 1; above 1 means clipping. */
export type Levels = readonly number[];
