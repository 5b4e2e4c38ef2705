/** Opens a clip's container with mediabunny. */
import {
  BlobSource,
  Input,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  QTFF,
  ReadableStreamSource,
  type Source,
  UrlSource,
  WEBM,
} from "mediabunny";

// Read errors are reported to the creator, so they need not appear in the console.
Logging.level = LogLevel.Silent;

const FORMATS = [MP4, QTFF, WEBM, MATROSKA];

/** Opens a clip's container without reading it. The caller disposes of it. */
export function openContainer(blob: Blob): Input {
  return open(new BlobSource(blob));
}

/**
 * Opens the container at a URL and fetches only the parts that are read. Uses `no-store`, because Chrome has served a
 * request for a whole file with the part that a range request had left in its cache (crbug.com/490137346).
 */
export function openRemoteContainer(address: string): Input {
  const url = new URL(address, globalThis.location.href);
  return open(
    new UrlSource(url, {
      requestInit: { cache: "no-store" },
      parallelism: 1,
      // The caller handles retries.
      getRetryDelay: () => null,
      handleUnhandledError: () => undefined,
    }),
  );
}

/**
 * Opens the container of a clip that is arriving. Reads wait for their bytes. Data must be read roughly in the order of
 * the file, because only the last 32 MiB are remembered.
 */
export function openArrivingContainer(stream: ReadableStream<Uint8Array>): Input {
  return open(new ReadableStreamSource(stream, { handleUnhandledError: () => undefined }));
}

function open(source: Source): Input {
  return new Input({ formats: FORMATS, source });
}
