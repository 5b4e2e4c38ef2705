/** No side of a video is longer, in pixels: so much common decoders take. */
export const VIDEO_LONGEST = 3840;
