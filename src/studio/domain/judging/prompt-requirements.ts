/**
 * Turns a prompt into a checklist. It knows the structure that prompts for this model use (speech as `[Label, tone]:
 * "line"`, all sound after `Audio:`) and guesses the rest. The creator can correct the list.
 */
import type { CheckKind } from "./judgement.ts";
import { splitAtVerb } from "./split-at-verb.ts";
import { splitCamera } from "./split-camera.ts";

/** One thing that a prompt asks for. */
export interface PromptRequirement {
  kind: CheckKind;
  text: string;
}

/**
 * A quoted line, optionally after a label in brackets. Accepts straight, curly, angled, Chinese and Japanese quotation
 * marks.
 */
const SPEECH = /(?:\[([^\][]*)\]\s*:\s*)?(?:"([^"\n]+)"|“([^”\n]+)”|«([^»\n]+)»|「([^」\n]+)」)/g;
const AUDIO = /\baudio\s*:([^\n]*)/gi;
const CLAUSE_END = /[,;，；、\n]+|[.!?]+(?=\s|$)|[。！？]+/;
/** Tells a subject such as "a fox" from a scene such as "snowy forest at dawn". */
const SUBJECT_START = /^(?:an?|the|one|two|three|four|five|several|some|my|his|her)\s/i;
/** Words that join two lines of speech describe nothing visible. */
const CONNECTIVE = /^(?:immediately|after a beat|then|and)$/i;
const AUDIO_END = /[,;.，；、。\n]+|\s+and\s+/;

/** The distinct requirements in a prompt, ordered: subject, action, other, camera, speech, sound. */
export function requirementsOf(prompt: string): PromptRequirement[] {
  const requirements: PromptRequirement[] = [];
  const silent = prompt.replace(SPEECH, (_all, label: string | undefined, ...lines: unknown[]) => {
    const line = lines.slice(0, 4).find((text) => typeof text === "string");
    const speaker = label?.split(",")[0]?.trim();
    add("line", speaker ? `${speaker}: “${line}”` : `“${line}”`);
    return ";";
  });
  const seen = silent.replace(AUDIO, (_all, sounds: string) => {
    for (const sound of sounds.split(AUDIO_END)) add("sound", sound);
    return ";";
  });
  const clauses = seen.split(CLAUSE_END).flatMap((clause) => {
    const { camera, other } = splitCamera(trimPunctuation(clause));
    if (camera !== null) add("camera", camera);
    return other === "" ? [] : [other];
  });
  const subjectAt = findSubject(clauses);
  for (const [index, clause] of clauses.entries()) {
    const parts = splitAtVerb(clause);
    if (index === subjectAt) {
      add("subject", parts?.subject ?? clause);
      add("action", parts?.action ?? "");
    } else {
      add(parts === null ? "other" : "action", clause);
    }
  }
  return requirements.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));

  function add(kind: CheckKind, text: string): void {
    const cleaned = capitalized(trimPunctuation(text));
    if (cleaned === "" || requirements.some((requirement) => requirement.text === cleaned)) return;
    requirements.push({ kind, text: cleaned });
  }
}

/** The first clause with an article or number, else the first with a verb, else the first clause. */
function findSubject(clauses: readonly string[]): number {
  const named = clauses.findIndex((clause) => SUBJECT_START.test(clause));
  if (named >= 0) return named;
  const doing = clauses.findIndex((clause) => splitAtVerb(clause) !== null);
  return Math.max(doing, 0);
}

const ORDER: readonly CheckKind[] = ["subject", "action", "other", "camera", "line", "sound"];

/** Removes the punctuation and conjunctions left over from the surrounding text. */
function trimPunctuation(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^[\s:–—-]+|[\s:–—.-]+$/g, "")
    .replace(/^(?:and|then|while)\s+/i, "")
    .replace(CONNECTIVE, "");
}

function capitalized(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
