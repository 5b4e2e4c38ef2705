/** The browser's decoder. It is opened when it is needed, and again after the browser closed it. */

export interface ReusableDecoder {
  /** The number of samples that wait to be decoded. */
  readonly queueSize: number;
  /** Prepares for a key sample. Discards the queued samples, which belong to another place. */
  restart(): void;
  /**
   * Queues a sample. Returns false if the decoder refuses it, for example when a damaged key sample is no longer a key
   * sample.
   */
  decode(chunk: EncodedVideoChunk): boolean;
  /**
   * Decodes everything queued. Resolves to the name of the error if the decoder fails, and to null otherwise. Some
   * decoders report a failure only here.
   */
  flush(): Promise<string | null>;
  close(): void;
}

interface Events {
  /** The listener closes the frame. */
  onOutput(frame: VideoFrame): void;
  /** The decoder failed and is closed. Gives the name of the error. */
  onError(name: string): void;
  /** A queued sample was taken. */
  onDequeue(): void;
}

/** Creates one that is not open yet. */
export function createReusableDecoder(config: VideoDecoderConfig, events: Events): ReusableDecoder {
  let decoder: VideoDecoder | null = null;

  function open(): VideoDecoder {
    const opened = new VideoDecoder({
      output: events.onOutput,
      error: ({ name }) => events.onError(name),
    });
    opened.addEventListener("dequeue", events.onDequeue);
    return opened;
  }

  return {
    get queueSize() {
      return decoder?.decodeQueueSize ?? 0;
    },
    restart() {
      if (decoder && decoder.state !== "closed") decoder.reset();
      else decoder = open();
      decoder.configure(config);
    },
    decode(chunk) {
      try {
        decoder?.decode(chunk);
        return true;
      } catch {
        return false;
      }
    },
    async flush() {
      try {
        await decoder?.flush();
        return null;
      } catch (fault) {
        return fault instanceof DOMException ? fault.name : "";
      }
    },
    close() {
      if (decoder && decoder.state !== "closed") decoder.close();
    },
  };
}
