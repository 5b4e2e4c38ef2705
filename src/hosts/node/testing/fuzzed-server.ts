/** A proxy behind a real server, for random requests, and what must hold after each of them. */
import { createProxy } from "#proxy/create-proxy.ts";
import { type Listening, listen } from "../server/listen.ts";
import { ON_LOOPBACK } from "./plain-app.ts";
import { exchange, statusesIn } from "./raw-socket.ts";

/** The only paths of Kirin that may ever be asked for. */
const KIRIN_PATH = /^\/model\/v1\/generation(\/precharge|\/task\/[^/]+)?$/;
const KEY = "sk-fuzzed-0123456789";

export interface FuzzedServer {
  /** Sends one request. Returns what is wrong with the answer or with what reached Kirin, or null. */
  faultOf(request: string): Promise<string | null>;
  /** Whether it still answers. */
  isAlive(): Promise<boolean>;
  close: Listening["close"];
}

/** Starts a proxy on a Kirin that always answers with a task and a clip. */
export async function openFuzzedServer(): Promise<FuzzedServer> {
  const asked: string[] = [];
  const output = [{ type: "video", url: "https://cdn.test/a.mp4" }];
  const proxy = createProxy({
    upstream: {
      kind: "live",
      baseUrl: "https://kirin.test",
      apiKey: () => KEY,
      fetch: async (url) => {
        asked.push(url);
        return Response.json({ id: "t", status: "completed", output });
      },
    },
    clipFetch: async () => new Response("\0\0\0\x18ftypisom"),
    assets: () => new Response("a file"),
    log: () => undefined,
  });
  const server = await listen(proxy, ON_LOOPBACK);
  return {
    async faultOf(request) {
      asked.length = 0;
      const answer = await exchange(server.url, request);
      const failed = statusesIn(answer).filter((status) => status >= 500);
      if (failed.length > 0) return `answered with ${failed.join(", ")}`;
      if (answer.includes(KEY)) return "answered with the key";
      const strange = asked.filter((url) => !KIRIN_PATH.test(new URL(url).pathname));
      return strange.length > 0 ? `asked Kirin for ${strange.join(", ")}` : null;
    },
    async isAlive() {
      const answer = await exchange(server.url, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return statusesIn(answer)[0] === 200;
    },
    close: server.close,
  };
}
