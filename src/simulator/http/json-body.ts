/** Reads a request body as one JSON value. */
import { Refused } from "./refuse.ts";

/** Enough for two full-length prompts with every character escaped. */
const BODY_MAX_BYTES = 256 * 1024;

/** The parsed body. Throws `Refused` with 400, 413 or 415. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refused(415, "Content-Type must be application/json.");
  }
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(400, "The body is not valid JSON.");
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > BODY_MAX_BYTES) {
      await reader?.cancel();
      throw new Refused(413, `The body must have at most ${BODY_MAX_BYTES} bytes.`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}
