/** What is heard of the two clips. */

/** Which side is audible. */
export type Heard = "left" | "right" | "none";

/** Peak of each channel since the last call, 0 to 1; above 1 means clipping. */
export type Levels = readonly number[];
