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
  let hasSubject = false;
  const rest: string[] = [];
  for (const clause of seen.split(CLAUSE_END)) {
    const { camera, other } = splitCamera(tidy(clause));
    if (camera !== null) add("camera", camera);
    const parts = splitAtVerb(other);
    if (parts === null) {
      rest.push(other);
    } else if (hasSubject) {
      add("action", other);
    } else {
      hasSubject = true;
      add("subject", parts.subject);
      add("action", parts.action);
    }
  }
  // Where nothing is done, what is named first is what it is about.
  if (!hasSubject) add("subject", rest.find((clause) => clause !== "") ?? "");
  for (const clause of rest) add("other", clause);
  return wishes.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));

  function add(kind: CheckKind, text: string): void {
    const tidied = capitalized(tidy(text));
    if (tidied === "" || wishes.some((wish) => wish.text === tidied)) return;
    wishes.push({ kind, text: tidied });
  }
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
