/** Words of the generations feature: waiting, failing, the filmstrip, and the news of ends. */
import type { Outcome } from "#studio/domain/outcome.ts";

const PROMPT_EXCERPT_CHARACTERS = 60;

/** The start of a prompt, for places with little room. */
function excerpt(prompt: string): string {
  const characters = [...prompt.trim().replace(/\s+/g, " ")];
  if (characters.length <= PROMPT_EXCERPT_CHARACTERS) return characters.join("");
  return `${characters.slice(0, PROMPT_EXCERPT_CHARACTERS - 1).join("")}…`;
}

/** Said to screen readers when a generation ends. */
export function endNews(outcome: Outcome, prompt: string): string {
  const ends = { completed: "Clip ready", failed: "Generation failed", refused: "Request refused" };
  return `${ends[outcome]}: ${excerpt(prompt)}`;
}
