/** Finds where the verb starts in an English clause. A heuristic based on word forms, without a dictionary. */

/** Words in -ing, mostly nouns, that are not verbs here. */
const NO_VERBS = new Set(
  "morning evening building ceiling king ring string spring wing thing something nothing everything anything painting clothing lightning wedding during flooring sling sterling bring".split(
    " ",
  ),
);
const ALWAYS_VERBS = new Set(
  "is are was were has have stands stand sits sit lies lie runs run walks walk speaks speak says say looks look turns turn holds hold opens open flies fly falls fall rises rise".split(
    " ",
  ),
);
/** Words that are not followed by a verb. */
const BEFORE_NOUNS = new Set(
  "a an the of in on at by with from to for and or over under near two three four five six seven eight nine ten some many several few his her its their my your this that these those no".split(
    " ",
  ),
);
/** Words that often follow a verb and rarely a plural noun. */
const AFTER_VERBS = new Set(
  "a an the its his her their my your over through across along into onto toward towards down up out away past around against from off forward backward back slowly quickly gently softly".split(
    " ",
  ),
);

/** Splits a clause into subject and action. Null if no verb is found after the first word. */
export function splitAtVerb(clause: string): { subject: string; action: string } | null {
  const words = clause.split(" ");
  const at = words.findIndex((_word, index) => isVerb(words, index));
  if (at < 1) return null;
  return { subject: words.slice(0, at).join(" "), action: words.slice(at).join(" ") };
}

function isVerb(words: readonly string[], index: number): boolean {
  const [before = "", word = "", after = ""] = [-1, 0, 1].map((step) =>
    (words[index + step] ?? "").toLowerCase(),
  );
  if (index === 0 || BEFORE_NOUNS.has(before)) return false;
  if (ALWAYS_VERBS.has(word)) return true;
  if (/^[a-z]{2,}ing$/.test(word)) return !NO_VERBS.has(word);
  // Accepts "a fox crosses the road": the word may be a third-person verb, and the next word usually follows a verb.
  const isThirdPerson = /^[a-z]{2,}[^s'’]s$/.test(word) && AFTER_VERBS.has(after);
  const isPlain = !words.slice(0, index).some((one, place) => place > 0 && BEFORE_NOUNS.has(one));
  return isThirdPerson && isPlain;
}
