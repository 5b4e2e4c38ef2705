/** Lets go of connections that have nothing to answer, when their server ends. */
import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Watches a server's connections. The returned function ends each one without a request under way, and from then on
 * every other after its answer. Node's own `closeIdleConnections` passes over those that never sent any,
 * which browsers open in advance, and looks only once.
 */
export function watchIdle(server: Server): () => void {
  const idle = new Set<Socket>();
  let isEnding = false;
  server.on("connection", (socket) => {
    idle.add(socket);
    socket.once("close", () => idle.delete(socket));
  });
  // Before the handler, so that a last answer can still say that it is one.
  server.prependListener("request", ({ socket }, response) => {
    idle.delete(socket);
    if (isEnding) response.setHeader("Connection", "close");
    response.once("close", () => {
      if (isEnding) socket.destroySoon();
      else if (!socket.destroyed) idle.add(socket);
    });
  });
  return () => {
    isEnding = true;
    for (const socket of idle) socket.destroySoon();
  };
}
