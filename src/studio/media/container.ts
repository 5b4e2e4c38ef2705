/** Opens a clip's container with mediabunny. */
import {
  BlobSource,
  Input,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  QTFF,
  type Source,
  UrlSource,
  WEBM,
} from "mediabunny";

// What cannot be read is reported to the creator, not to the console.
Logging.level = LogLevel.Silent;

const FORMATS = [MP4, QTFF, WEBM, MATROSKA];

/** A clip's container, unread. Dispose of it when done. */
export function openContainer(blob: Blob): Input {
  return open(new BlobSource(blob));
}

/**
 * The same for an address: only the parts that are read are fetched. `no-store`, because Chrome has answered a request for a
 * whole file with the part that a range request had left in its cache (crbug.com/490137346).
 */
export function openRemoteContainer(address: string): Input {
  const url = new URL(address, globalThis.location.href);
  return open(
    new UrlSource(url, {
      requestInit: { cache: "no-store" },
      parallelism: 1,
      // The caller retries, and knows when to stop.
      getRetryDelay: () => null,
      handleUnhandledError: () => undefined,
    }),
  );
}

function open(source: Source): Input {
  return new Input({ formats: FORMATS, source });
}
