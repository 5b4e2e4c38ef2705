/** A range of a file as a response body, read on demand and closed when the client disconnects. */
import { type FileHandle, open } from "node:fs/promises";

const CHUNK_BYTES = 256 * 1024;

/**
 * Streams bytes `first` to `last` of a file. The file is opened on the first read, so an unread body holds no
 * handle.
 */
export function fileBody(file: string, first: number, last: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  let position = first;
  const close = async () => {
    await handle?.close();
    handle = undefined;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await open(file, "r");
          const chunk = new Uint8Array(Math.min(CHUNK_BYTES, last - position + 1));
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
          if (bytesRead === 0) throw new Error("The file has become shorter.");
          position += bytesRead;
          controller.enqueue(chunk.subarray(0, bytesRead));
          if (position > last) {
            await close();
            controller.close();
          }
        } catch (error) {
          await close();
          controller.error(error);
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
