/**
 * The scripted Kirin as a process of its own, which no trial ever kills. Trials are kept apart by the first parts of the
 * path, `/t/NAME`; what a trial asks of it itself is below `/control`:
 * `POST /control/NAME` begins a trial (`seed`, and parts of the weather if they are not to be drawn), `POST
 * /control/NAME/calm` ends its troubles, `GET /control/NAME` tells its ledger. Prints its address when it is ready.
 */
import { createServer } from "node:http";
import { sendJson } from "./answers.mjs";
import { openKirin } from "./kirin-face.mjs";

/** @type {Map<string, ReturnType<typeof openKirin>>} */
const trials = new Map();
let address = "";

/** @param {string} name @param {string} action @param {import("node:http").IncomingMessage} request */
async function control(name, action, request) {
  if (request.method === "POST" && action === "calm") trials.get(name)?.calm();
  else if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += chunk;
    trials.set(name, openKirin({ baseUrl: `${address}/t/${name}`, ...JSON.parse(body) }));
  }
  return trials.get(name)?.ledger() ?? null;
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://kirin").pathname;
  const [, kind, name = "", rest = ""] = /^\/(t|control)\/([^/]+)(.*)$/.exec(path) ?? [];
  if (kind === "control") sendJson(response, 200, await control(name, rest.slice(1), request));
  else if (kind === "t" && trials.has(name))
    await trials.get(name)?.handle(rest, request, response);
  else sendJson(response, 404, null);
});

server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`;
  process.stdout.write(`Scripted Kirin ready at ${address}\n`);
});
