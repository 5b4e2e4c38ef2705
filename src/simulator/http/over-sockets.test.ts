/** What only a real connection shows. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { expect, onTestFinished, test, vi } from "vitest";
import { CREATE_PATH } from "#kirin/endpoints.ts";
import { systemClock } from "../clock.ts";
import { STAGED_BYTES } from "../testing/stage-renderer.ts";
import { jsonPost, openStand, type Stand, wireBody } from "../testing/stand.ts";

async function serve(stand: Stand): Promise<string> {
  const server = createAdaptorServer({
    fetch: (request) => stand.simulator.fetch(request),
    overrideGlobalObjects: false,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a clip's URL, as the task names it, is served whole and in parts", async () => {
  const stand = await openStand();
  const origin = await serve(stand);
  const { body } = await stand.create({ prompt: "A sea" });
  await stand.finishAll();
  const read = await fetch(`${origin}${CREATE_PATH}/task/${body.id}`, {
    headers: { Authorization: "Bearer sk-one" },
  });
  const { url } = (await read.json()).output[0].content[0];
  expect(url.startsWith(`${origin}/clips/`)).toBe(true);

  const whole = await fetch(url);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(STAGED_BYTES);
  const part = await fetch(url, { headers: { Range: "bytes=10-19" } });
  expect(part.status).toBe(206);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(STAGED_BYTES.slice(10, 20));
  const head = await fetch(url, { method: "HEAD" });
  expect(head.headers.get("Content-Length")).toBe(String(STAGED_BYTES.length));
});

test("[[http reset]] breaks the connection off after its head", async () => {
  // biome-ignore lint/suspicious/noConsole: the server adaptor writes down every body that fails; here one has to.
  const written = vi.mocked(console.error).mockImplementation(() => undefined);
  const stand = await openStand({ clock: systemClock });
  const origin = await serve(stand);
  const body = wireBody({ prompt: "A sea [[http reset]]", external_task_id: "mine" });
  const response = await fetch(`${origin}${CREATE_PATH}`, jsonPost(body));
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  written.mockClear();
  expect((await stand.read("mine")).status).toBe(200);
});
