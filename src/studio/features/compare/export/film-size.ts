/** No side of a film is longer, in pixels: so much common decoders take. */
export const FILM_LONGEST = 3840;
