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
const WRITTEN =
  /(?:reads?|reading|titled|called|named|label+ed|sign|caption|logo|words?)\W{0,3}$/iu;

/** All lines of a prompt, in order. At most two can be heard in ten seconds. */
export function spokenLines(prompt: string): SpokenLine[] {
  const restLength = withoutSpeech(prompt).length;
  let spokenLength = 0;
  return [...prompt.matchAll(LINE)].flatMap((match) => {
    const [whole, speaker, text = ""] = match;
    if (!isSpoken(prompt, match.index, speaker, text)) return [];
    const before = match.index - spokenLength;
    spokenLength += whole.length;
    const [label = "", ...tone] = (speaker ?? "").split(/[,，]/u).map((part) => part.trim());
    const place = restLength === 0 ? 0 : Math.min(1, before / restLength);
    return [{ label, tone: tone.join(" "), text: text.trim(), place }];
  });
}

/** A prompt without its speech. */
export function withoutSpeech(prompt: string): string {
  return prompt.replace(LINE, (whole, speaker: string | undefined, text: string, at: number) =>
    isSpoken(prompt, at, speaker, text) ? "" : whole,
  );
}

function isSpoken(prompt: string, at: number, speaker: string | undefined, text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  return speaker !== undefined || !WRITTEN.test(prompt.slice(Math.max(0, at - 40), at));
}
