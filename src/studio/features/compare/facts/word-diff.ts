/** Finds the words in which two texts differ: a longest common subsequence of whole words, in any script. */

/** A run of words that is in both texts, or in one only. */
export interface DiffPiece {
  kind: "same" | "left" | "right";
  text: string;
}

/** Joining the "same" and "left" pieces gives exactly the left text; "same" and "right" give the right one. */
export function diffWords(left: string, right: string): DiffPiece[] {
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)];
  const shorter = Math.min(leftWords.length, rightWords.length);
  let head = 0;
  while (head < shorter && leftWords[head] === rightWords[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && leftWords.at(-1 - tail) === rightWords.at(-1 - tail)) tail += 1;
  const pieces = new Pieces();
  for (const word of leftWords.slice(0, head)) pieces.add("same", word);
  addMiddle(
    pieces,
    leftWords.slice(head, leftWords.length - tail),
    rightWords.slice(head, rightWords.length - tail),
  );
  for (const word of leftWords.slice(leftWords.length - tail)) pieces.add("same", word);
  return pieces.take();
}

/** Splits a text into words, spaces and punctuation. The browser's dictionary splits scripts without spaces. */
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function addMiddle(pieces: Pieces, left: readonly string[], right: readonly string[]): void {
  const lengths = commonLengths(left, right);
  const width = right.length + 1;
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [leftWord, rightWord] = [left[row], right[column]];
    const below = lengths[(row + 1) * width + column] ?? -1;
    const beside = lengths[row * width + column + 1] ?? -1;
    if (leftWord !== undefined && leftWord === rightWord) {
      pieces.add("same", leftWord);
      row += 1;
      column += 1;
    } else if (leftWord !== undefined && (rightWord === undefined || below >= beside)) {
      pieces.add("left", leftWord);
      row += 1;
    } else if (rightWord !== undefined) {
      pieces.add("right", rightWord);
      column += 1;
    }
  }
}

/** The length of the longest common subsequence of the remaining words, for each pair of positions. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      lengths[at] =
        left[row] === right[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

/** Collects words into runs. Whitespace alone between two changes is not common ground and becomes part of both. */
class Pieces {
  #done: DiffPiece[] = [];
  #same = "";
  #left = "";
  #right = "";

  add(kind: DiffPiece["kind"], word: string): void {
    if (kind === "same") {
      this.#same += word;
      return;
    }
    if (this.#same !== "") this.#closeSame();
    if (kind === "left") this.#left += word;
    else this.#right += word;
  }

  take(): DiffPiece[] {
    this.#closeChange();
    if (this.#same !== "") this.#done.push({ kind: "same", text: this.#same });
    return this.#done;
  }

  #closeSame(): void {
    const isChangeOpen = this.#left !== "" || this.#right !== "";
    if (isChangeOpen && this.#same.trim() === "") {
      this.#left += this.#same;
      this.#right += this.#same;
    } else {
      this.#closeChange();
      this.#done.push({ kind: "same", text: this.#same });
    }
    this.#same = "";
  }

  #closeChange(): void {
    if (this.#left !== "") this.#done.push({ kind: "left", text: this.#left });
    if (this.#right !== "") this.#done.push({ kind: "right", text: this.#right });
    this.#left = "";
    this.#right = "";
  }
}
