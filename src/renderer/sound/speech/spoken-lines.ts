/** Finds speech in a prompt: `[Label, tone]: "line"`, or any quoted text. */

/** One line of speech. */
export interface SpokenLine {
  /** The speaker; the same label has the same voice. Empty if not given. */
  readonly label: string;
  /** How it is spoken, as written in the prompt; may be empty. */
  readonly tone: string;
  readonly text: string;
  /** Position of the line in the rest of the prompt: 0 is the start, 1 the end. */
  readonly place: number;
}

// Adjacent quantifiers share no characters and labels exclude "[", to prevent backtracking: a prompt of
// brackets and spaces once took 25 s.
const LINE = /(?:\[([^[\]\n]{1,80})\]\s*(?:[:：]\s*)?)?["“「『]([^"“”「」『』\n]{1,400})["”」』]/gu;
/** Words before a quotation that is written somewhere, not spoken. */
const WRITTEN_NOT_SPOKEN =
  /(?:reads?|reading|titled|called|named|label+ed|sign|caption|logo|words?)\W{0,3}$/iu;

/** All lines of a prompt, in order. At most two can be heard in ten seconds. */
export function spokenLines(prompt: string): SpokenLine[] {
  const restLength = withoutSpeech(prompt).length;
  let spokenLength = 0;
  return findSpeech(prompt).map(({ 0: whole, 1: speaker = "", 2: text = "", index }) => {
    const before = index - spokenLength;
    spokenLength += whole.length;
    const [label = "", ...tone] = speaker.split(/[,，]/u).map((part) => part.trim());
    const place = restLength === 0 ? 0 : Math.min(1, before / restLength);
    return { label, tone: tone.join(" "), text: text.trim(), place };
  });
}

/** A prompt without its speech. */
export function withoutSpeech(prompt: string): string {
  let rest = "";
  let end = 0;
  for (const { 0: whole, index } of findSpeech(prompt)) {
    rest += prompt.slice(end, index);
    end = index + whole.length;
  }
  return rest + prompt.slice(end);
}

/** Quotations that are spoken: the whole match, the speaker and the text. */
function findSpeech(prompt: string): RegExpExecArray[] {
  return [...prompt.matchAll(LINE)].filter(({ 1: speaker, 2: text = "", index }) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return false;
    return (
      speaker !== undefined ||
      !WRITTEN_NOT_SPOKEN.test(prompt.slice(Math.max(0, index - 40), index))
    );
  });
}
