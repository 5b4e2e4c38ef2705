/** Closes idle connections during shutdown. */
import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Tracks a server's connections. The returned function closes each idle one now, and every other one after its
 * response. Node's `closeIdleConnections` runs only once and skips connections that have not sent anything,
 * which browsers open in advance.
 */
export function watchIdle(server: Server): () => void {
  const idle = new Set<Socket>();
  let isEnding = false;
  server.on("connection", (socket) => {
    idle.add(socket);
    socket.once("close", () => idle.delete(socket));
  });
  // Prepended, so that it runs before the handler and the last response can say `Connection: close`.
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
