/** The files for deployment agree with the server, and keep to the rules that no build here can check. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");
const nginx = read("deploy/nginx.conf");
const readme = read("README.md");

/** The instructions of a build stage. */
function stage(name: string): string {
  const from = dockerfile
    .split(/^FROM /m)
    .find((text) => text.split("\n")[0]?.endsWith(` AS ${name}`));
  return from ?? "";
}

test("both images run without rights, and say when they are ready", () => {
  expect(stage("live")).toMatch(/^\S+:nonroot /);
  expect(stage("simulator")).toMatch(/^USER node$/m);
  for (const name of ["live", "simulator"]) expect(stage(name)).toMatch(/^HEALTHCHECK .*\/readyz/m);
});

test("the live image has no shell, build tools or encoder, and the other one the encoder's notices", () => {
  expect(stage("live")).toContain("distroless");
  expect(stage("live")).not.toMatch(/^RUN /m);
  expect(stage("live-files")).not.toContain("@napi-rs");
  expect(stage("simulator")).toContain("NOTICE-simulator.txt");
  expect(read("deploy/NOTICE-simulator.txt")).toContain("GNU General Public License");
});

test("every file that the Dockerfile and the compose file name exists", () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  const mounted = [...compose.matchAll(/- (\.\/[^:]+):/g)].map(([, name = ""]) => name);
  expect([copied.length, mounted.length]).toEqual([4, 2]);
  for (const name of [...copied, ...mounted]) expect(existsSync(join(root, name)), name).toBe(true);
});

test("the compose file sets only variables that the README explains, and gives creates time to finish", () => {
  const names = [...compose.matchAll(/^ {6}((?:STUDIO|KIRIN)_\w+):/gm)].map(
    ([, name = ""]) => name,
  );
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
  expect(compose).toContain("stop_grace_period: 45s");
  expect(compose.match(/read_only: true/g)).toHaveLength(2);
});

test("nginx passes on the host, never repeats a create, and keeps the metrics inside", () => {
  expect(nginx).toContain("proxy_set_header Host $host;");
  expect(nginx).not.toMatch(/^[^#]*non_idempotent/m);
  expect(nginx).toMatch(/location = \/metrics \{\s+return 404;/);
  const [open, close] = [nginx.match(/\{/g), nginx.match(/\}/g)];
  expect(open?.length).toBe(close?.length);
});
