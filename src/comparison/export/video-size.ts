/** Maximum length of either side of a video in pixels, the limit of common decoders. */
export const VIDEO_LONGEST = 3840;
