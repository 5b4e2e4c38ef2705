/** Behaviour that only a real connection shows. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { expect, onTestFinished, test, vi } from "vitest";
import { CREATE_PATH } from "#kirin/endpoints.ts";
import { systemClock } from "../clock.ts";
import { FAKE_CLIP_BYTES } from "../testing/fake-renderer.ts";
import {
  jsonPost,
  openTestSimulator,
  type TestSimulator,
  wireBody,
} from "../testing/test-simulator.ts";

async function serve(fixture: TestSimulator): Promise<string> {
  const server = createAdaptorServer({
    fetch: (request) => fixture.simulator.fetch(request),
    overrideGlobalObjects: false,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // The address of a TCP server is always an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the clip URL in a task serves the whole clip and ranges", async () => {
  const fixture = await openTestSimulator();
  const origin = await serve(fixture);
  const { body } = await fixture.create({ prompt: "A sea" });
  await fixture.finishAll();
  const read = await fetch(`${origin}${CREATE_PATH}/task/${body.id}`, {
    headers: { Authorization: "Bearer sk-one" },
  });
  const { url } = (await read.json()).output[0].content[0];
  expect(url.startsWith(`${origin}/clips/`)).toBe(true);

  const whole = await fetch(url);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(FAKE_CLIP_BYTES);
  const part = await fetch(url, { headers: { Range: "bytes=10-19" } });
  expect(part.status).toBe(206);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(FAKE_CLIP_BYTES.slice(10, 20));
  const head = await fetch(url, { method: "HEAD" });
  expect(head.headers.get("Content-Length")).toBe(String(FAKE_CLIP_BYTES.length));
});

test("[[http reset]] resets the connection after the response head", async () => {
  // biome-ignore lint/suspicious/noConsole: the server adaptor logs every failing body, and this test expects one.
  const written = vi.mocked(console.error).mockImplementation(() => undefined);
  const fixture = await openTestSimulator({ clock: systemClock });
  const origin = await serve(fixture);
  const body = wireBody({ prompt: "A sea [[http reset]]", external_task_id: "mine" });
  const response = await fetch(`${origin}${CREATE_PATH}`, jsonPost(body));
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  written.mockClear();
  expect((await fixture.read("mine")).status).toBe(200);
});
