/**
 * What a prompt asks for, as a list that can be ticked off. It knows the order and the marks in which prompts for this
 * model are written (speech as `[Label, tone]: "line"`, all sound after `Audio:`) and guesses the rest; the creator
 * corrects it.
 */
import type { CheckKind } from "./judgement.ts";
import { splitCamera } from "./judgement-camera.ts";
import { splitAtVerb } from "./judgement-verb.ts";

/** One thing that a prompt asks for. */
export interface Wish {
  kind: CheckKind;
  text: string;
}

/** A label in brackets may stand before it. Straight, curly, angled and Chinese or Japanese quotation marks. */
const SPEECH = /(?:\[([^\][]*)\]\s*:\s*)?(?:"([^"\n]+)"|“([^”\n]+)”|«([^»\n]+)»|「([^」\n]+)」)/g;
const AUDIO = /\baudio\s*:([^\n]*)/gi;
const CLAUSE_END = /[,;，；、\n]+|[.!?]+(?=\s|$)|[。！？]+/;
/** "Snowy forest at dawn" is a scene, "a fox" is somebody. */
const NAMED = /^(?:an?|the|one|two|three|four|five|several|some|my|his|her)\s/i;
/** What joins two lines of speech (so the writing guides) is nothing to be seen. */
const JOINT = /^(?:immediately|after a beat|then|and)$/i;
const AUDIO_END = /[,;.，；、。\n]+|\s+and\s+/;

/** The wishes in a prompt, each once, in the order of a film: who, what, how seen, what is said, what is heard. */
export function wishesOf(prompt: string): Wish[] {
  const wishes: Wish[] = [];
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
    const { camera, other } = splitCamera(tidy(clause));
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
  return wishes.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));

  function add(kind: CheckKind, text: string): void {
    const tidied = capitalized(tidy(text));
    if (tidied === "" || wishes.some((wish) => wish.text === tidied)) return;
    wishes.push({ kind, text: tidied });
  }
}

/** What is named first with an article or a number; else who does something first; else what stands first. */
function findSubject(clauses: readonly string[]): number {
  const named = clauses.findIndex((clause) => NAMED.test(clause));
  if (named >= 0) return named;
  const doing = clauses.findIndex((clause) => splitAtVerb(clause) !== null);
  return Math.max(doing, 0);
}

const ORDER: readonly CheckKind[] = ["subject", "action", "other", "camera", "line", "sound"];

/** Without the marks and small words that stood between it and what was taken out. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^[\s:–—-]+|[\s:–—.-]+$/g, "")
    .replace(/^(?:and|then|while)\s+/i, "")
    .replace(JOINT, "");
}

function capitalized(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
