/** Real servers on loopback, for what only sockets show. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Serves on a free port until the test is over; answers with the origin. */
export async function serveLoopback(handler: RequestListener): Promise<string> {
  return openLoopback(createServer(handler));
}

/** Opens a server that a test has made, and ends it with all of its connections afterwards. */
export async function openLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
