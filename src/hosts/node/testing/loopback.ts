/** Real servers on loopback, for behaviour that only sockets show. */
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Serves HTTP on a free port until the test ends. Returns the origin. */
export async function serveLoopback(handler: RequestListener): Promise<string> {
  const server = createHttpServer(handler);
  return `http://${await listen(server, () => server.closeAllConnections())}`;
}

/** Accepts raw connections on a free port until the test ends. Returns host and port. */
export async function serveSockets(onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onSocket(socket);
  });
  return listen(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

async function listen(server: Server, hangUp: () => void): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  );
  // The address of a TCP server is always an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}
