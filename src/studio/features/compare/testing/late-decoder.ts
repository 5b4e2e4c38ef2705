/** A decoder as some machines have it: it takes many samples before it looks at the first, so that it notices damage late. */

/** The browser's decoder, so many samples late. */
export function lateDecoder(delay: number): typeof VideoDecoder {
  return class extends VideoDecoder {
    readonly #held: EncodedVideoChunk[] = [];

    override decode(chunk: EncodedVideoChunk) {
      this.#held.push(chunk);
      const due = this.#held.length > delay ? this.#held.shift() : undefined;
      if (due) super.decode(due);
    }

    override flush() {
      for (const chunk of this.#held.splice(0)) super.decode(chunk);
      return super.flush();
    }

    override reset() {
      this.#held.length = 0;
      super.reset();
    }
  };
}
