/** Requests as bytes, for what no client library would send. */
import { connect } from "node:net";

/**
 * Sends bytes to a server on loopback and reads until it closes the connection. The sending half is closed after the
 * bytes unless `isHeldOpen`; then the server alone decides when it ends.
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
    // A reset ends it as well; what came before is the answer.
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => resolve(answer));
    const payload = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    if (isHeldOpen) socket.write(payload);
    else socket.end(payload);
  });
}

/** The statuses of the answers in what {@link exchange} read. */
export function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
