/** The files of the live image, as the Dockerfile copies them, without the simulator and its encoder. */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ServerProcess } from "../servers/server-process.ts";
import { ask } from "./launch.ts";

const root = resolve(import.meta.dirname, "../..");
const dockerfile = await readFile(join(root, "Dockerfile"), "utf8");

/** The value of an `ARG` or the file names of an `rm` in the Dockerfile. */
const listed = (pattern: RegExp) => pattern.exec(dockerfile)?.[1]?.split(" ") ?? [];

test("the server and the page run with nothing but the files of the live image", async () => {
  const live = await mkdtemp(join(tmpdir(), "kirin-live-"));
  onTestFinished(() => rm(live, { recursive: true, force: true }));
  const packages = listed(/LIVE_PACKAGES="([^"]+)"/);
  expect(packages).toContain("hono");
  for (const name of ["package.json", "dist", ...packages.map((one) => `node_modules/${one}`)]) {
    await cp(join(root, name), join(live, name), { recursive: true });
  }
  const removed = listed(/&& rm (\/live\/dist.+)$/m);
  expect(removed).toHaveLength(3);
  for (const path of removed) await rm(path.replace("/live", live));

  const server = new ServerProcess(join(live, "dist/server/main.js"), {
    env: { PATH: process.env.PATH, PORT: "0", KIRIN_API_KEY: "sk-live-image-test" },
  });
  onTestFinished(() => server.end("SIGKILL"));
  const url = await server.url;
  for (const path of ["/", "/readyz", "/api/config", "/metrics"]) {
    expect((await ask(url + path)).status, path).toBe(200);
  }
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
});
