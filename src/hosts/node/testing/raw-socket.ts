/** Sends requests as raw bytes, which no HTTP client would produce. */
import { connect } from "node:net";

/**
 * Sends bytes to a loopback server and reads until it closes the connection. The sending side is closed after
 * the bytes unless `isHeldOpen`; then only the server ends the connection.
 */
export function exchange(
  url: string,
  bytes: string | Uint8Array,
  { isHeldOpen = false } = {},
): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      answer += text;
    });
    // A reset also ends the connection; the bytes before it are the response.
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => resolve(answer));
    const payload = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    if (isHeldOpen) socket.write(payload);
    else socket.end(payload);
  });
}

/** The status codes of the responses that {@link exchange} read. */
export function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
