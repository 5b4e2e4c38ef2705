/** A key that Kirin repeats wherever it can is found in nothing that leaves the built server. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ask, launch } from "./launch.ts";

const CANARY = "sk-canary-4f9b7c21d8e6a053";
/** The canary in every form that would still give it away. */
const FORMS = [
  CANARY,
  [...CANARY].reverse().join(""),
  encodeURIComponent(CANARY),
  ...(["base64", "base64url", "hex"] as const).flatMap((encoding) => [
    Buffer.from(CANARY).toString(encoding).replace(/=+$/, ""),
    // As Basic or Bearer credentials, whose prefix shifts the base64 digits.
    Buffer.from(`:${CANARY}`).toString(encoding).replace(/=+$/, "").slice(2),
    Buffer.from(`::${CANARY}`).toString(encoding).replace(/=+$/, "").slice(4),
  ]),
];
const CREATE = {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
  body: '{"prompt":"A heron","external_task_id":"mine"}',
};

/** Serves on loopback until the test ends. */
async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // The address of a TCP server is always an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("proxy: Kirin repeats the key in every field, header and address → it is in no answer, log line or file, and follows no redirect", async () => {
  const elsewhere: string[] = [];
  const other = await serve((request, response) => {
    elsewhere.push(`${request.url} ${request.headers.authorization}`);
    response.end("\0\0\0\x18ftypisom", "latin1");
  });
  const kirin = await serve((request, response) => {
    request.resume();
    const { url = "", headers } = request;
    const key = headers.authorization?.replace("Bearer ", "") ?? "";
    const head = { "X-Key": CANARY, "Set-Cookie": `key=${CANARY}`, Server: CANARY };
    if (url.endsWith("moved")) {
      return void response.writeHead(307, { ...head, Location: `${other}/?${key}` }).end();
    }
    if (url.startsWith("/clip")) {
      if (url.includes("away")) {
        return void response.writeHead(302, { Location: `${other}/clip` }).end();
      }
      response.writeHead(200, { ...head, "Content-Type": CANARY });
      return void response.end("\0\0\0\x18ftypisom", "latin1");
    }
    response.writeHead(request.method === "POST" ? 401 : 200, head);
    const output = ["clip", "clip/away"].map((path) => ({
      type: "video",
      url: `${kirin}/${path}?${CANARY}`,
    }));
    const task = { id: "t", status: "completed", output, metadata: { key }, [key]: key };
    response.end(JSON.stringify({ ...task, message: `Bad key: ${key}`, error: { code: key } }));
  });
  const studio = await launch("studio", { KIRIN_API_KEY: CANARY, KIRIN_BASE_URL: kirin });
  const url = await studio.url;

  const requests: readonly [path: string, request?: Parameters<typeof ask>[1]][] = [
    ["/"],
    ["/api/config"],
    ["/healthz"],
    ["/api/nothing"],
    ["/api/generations/t"],
    ["/api/generations/moved"],
    ["/api/generations/t/clips/0"],
    ["/api/generations/t/clips/1"],
    ["/api/generations", CREATE],
    ["/api/quotes", CREATE],
    ["/api/generations", { ...CREATE, body: "{" }],
    ["/", { headers: { Host: "a b" } }],
  ];
  const answers: string[] = [];
  for (const [path, request] of requests) {
    const { status, headers, text } = await ask(url + path, request);
    answers.push(`${path} ${status} ${JSON.stringify(headers)} ${text}`);
  }
  await studio.waitForOutput(/"status":400,"code":"malformed-request"/);
  const left = answers.join("\n") + studio.output;
  expect(left).toContain("[key]");
  expect(FORMS.filter((form) => left.includes(form))).toEqual([]);
  expect(elsewhere).toEqual([]);
});
