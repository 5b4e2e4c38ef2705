/** Finds camera terms in a clause of a prompt. */

/** Usual terms for shots and camera moves, only if they are unambiguous ("pan" alone may be a kitchen pan). */
const TERMS = [
  // Not "walks towards the camera".
  "(?<!(?:at|by|facing|into|near|past|to|towards?) (?:the )?)camera",
  "locked[- ]off",
  "static (?:shot|frame|view)",
  "(?:slow|slowly|quick|whip|gentle|smooth)[- ]pan(?:s|ning)?",
  "pan(?:s|ning)? (?:left|right|up|down|across|over|slowly)",
  "tilt(?:s|ing)? (?:up|down)",
  "dolly(?:[- ](?:in|out|zoom|shot))?",
  "push(?:es)?[- ]in",
  "pull(?:s)?[- ]back",
  "track(?:ing|s)(?: shot)?",
  "orbit(?:s|ing)? (?:around|shot)",
  "arc(?:s|ing)? (?:around|shot)",
  "crane (?:shot|up|down)",
  "hand-?held",
  "pov",
  "first[- ]person",
  "zoom(?:s|ing)? (?:in|out)",
  "(?:extreme |medium )?close[- ]?up",
  "(?:wide|medium|long|full|aerial|drone|macro|establishing|overhead) (?:shot|view|angle|lens)",
  "wide[- ]angle",
  "over[- ](?:the[- ])?shoulder",
  "(?:low|high|dutch)[- ]angle",
  "bird['’]?s?[- ]eye",
  "top[- ]down",
  "rack focus",
  "shallow depth of field",
  "bokeh",
];
const TERM = new RegExp(`\\b(?:${TERMS.join("|")})(?![\\p{L}\\p{N}])`, "iu");

/**
 * Matches "close-up of a cat", which names a shot and its subject. "Dolly-in that settles on the cat" is all camera.
 */
const SHOT_OF = /^(.*?)\s+(?:of|on)\s+(.+)$/i;
const MOVE_END = /\b(?:that|which|settl|end|hold|stop|focus)/i;

/** Splits a clause into its camera part, null if there is none, and the rest. */
export function splitCamera(clause: string): { camera: string | null; other: string } {
  if (!TERM.test(clause)) return { camera: null, other: clause };
  const [, shot = "", shown = ""] = SHOT_OF.exec(clause) ?? [];
  const isShotOf = TERM.test(shot) && !MOVE_END.test(shot) && !TERM.test(shown);
  return isShotOf ? { camera: shot, other: shown } : { camera: clause, other: "" };
}
