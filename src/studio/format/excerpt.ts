/** The start of a text, for places with little room. */

const EXCERPT_CHARACTERS = 60;

/** At most `characters` characters on one line, with an ellipsis if something was left out. */
export function excerpt(text: string, characters = EXCERPT_CHARACTERS): string {
  const all = [...text.trim().replace(/\s+/g, " ")];
  return all.length <= characters ? all.join("") : `${all.slice(0, characters - 1).join("")}…`;
}
