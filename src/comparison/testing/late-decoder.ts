/**
 * A decoder that accepts many samples before it decodes the first, as on some machines, so that it reports damage late.
 */

/** The browser's decoder, delayed by a number of samples. */
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
