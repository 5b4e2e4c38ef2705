/** Members read their own tasks under any of their ids, and nobody else's. */
import { describe, expect, it } from "vitest";
import { CREATE_PATH, taskPath } from "#kirin/endpoints.ts";
import { MP4 } from "#proxy/testing/clip-storage.ts";
import { generationOf, PROMPT, problemOf } from "#proxy/testing/open-proxy.ts";
import { type openBrowser, openMember, openTeamStudio } from "#proxy/testing/team-browser.ts";
import { createTaskOwner } from "./task-owner.ts";

/** A Kirin that keeps tasks by both of their ids, and numbers them. */
function openStudio({ echoes = true } = {}) {
  const tasks = new Map<string, object>();
  let count = 100;
  const proxy = openTeamStudio({
    kirin: async (url, { body }) => {
      const { pathname } = new URL(url);
      if (pathname.endsWith(CREATE_PATH)) {
        const external = JSON.parse(body ?? "").input[0].params.external_task_id;
        count += 1;
        const output = [{ type: "video", url: "https://cdn.test/a.mp4" }];
        const echo = echoes ? { external_task_id: external } : {};
        const task = { id: String(count), status: "completed", output, ...echo };
        for (const id of [String(count), external]) tasks.set(`/base${taskPath(id)}`, task);
        return Response.json(task);
      }
      const task = tasks.get(pathname);
      return task ? Response.json(task) : Response.json({}, { status: 404 });
    },
    clips: async () => new Response(MP4),
  });
  return proxy;
}

const create = { prompt: PROMPT, external_task_id: "heron" };
const read = (browser: ReturnType<typeof openBrowser>, id: string) =>
  browser.get(`/api/generations/${encodeURIComponent(id)}`);

describe.each([true, false])("with a Kirin that echoes external ids: %s", (echoes) => {
  it("a member reads a task and its clip under both ids, after signing in again as well", async () => {
    const browser = await openMember(openStudio({ echoes }));
    const created = await generationOf(await browser.post("/api/generations", create));
    expect(created.externalTaskId).toBe("heron");
    await browser.signOut();
    await browser.signIn();
    for (const id of ["heron", created.id]) {
      const found = await generationOf(await read(browser, id));
      expect(found).toMatchObject({ id: created.id, clips: created.clips });
      if (echoes) expect(found).toMatchObject({ externalTaskId: "heron", echoedTaskId: "heron" });
      expect(await (await browser.get(found.clips[0]?.src ?? "")).arrayBuffer()).toEqual(
        MP4.buffer,
      );
    }
  });
});

it("a task with an id that nobody can guess is found after the secret has changed", async () => {
  const id = "3f0c1b52-9a4e-4c77-8f5d-0d2a6b7c8e90";
  const [before, after] = ["one secret", "another"].map((secret) => createTaskOwner(secret, "m"));
  expect(await before?.externalIdOf(id)).toBe(id);
  expect(await after?.resolve(id)).toBe(id);
  for (const guessable of ["heron", "42", id.replace("-4", "-1")]) {
    expect(await before?.externalIdOf(guessable)).not.toBe(await after?.resolve(guessable));
  }
});

describe("another member", () => {
  it("proxy: a member guesses another member's ids → 404 for the task and for its clip", async () => {
    const proxy = openStudio();
    const [owner, other] = [await openMember(proxy), await openMember(proxy)];
    const created = await generationOf(await owner.post("/api/generations", create));
    const forged = created.id.slice(0, -1) + (created.id.endsWith("A") ? "B" : "A");
    for (const id of ["heron", "101", created.id, forged, "heron.AAAAAAAAAAAAAAAA"]) {
      expect(await problemOf(await read(other, id)), id).toMatchObject({ code: "task-not-found" });
      const clip = await other.get(`/api/generations/${id}/clips/0`);
      expect(clip.status, id).toBe(404);
    }
  });

  it("proxy: a member chooses Kirin's id of a foreign task as their own id → they read nothing but their own", async () => {
    const proxy = openStudio();
    const [owner, other] = [await openMember(proxy), await openMember(proxy)];
    await owner.post("/api/generations", create);
    const own = await generationOf(
      await other.post("/api/generations", { prompt: PROMPT, external_task_id: "101" }),
    );
    const sent = JSON.parse(proxy.calls.at(-1)?.body ?? "").input[0].params.external_task_id;
    for (const id of ["101", sent]) {
      const response = await read(other, id);
      if (response.status === 200) expect((await generationOf(response)).id).toBe(own.id);
    }
    expect((await generationOf(await read(other, "101"))).id).toBe(own.id);
  });

  it("may use the same id for a task of their own", async () => {
    const proxy = openStudio();
    const members = [await openMember(proxy), await openMember(proxy)];
    const ids: string[] = [];
    for (const browser of members) {
      ids.push((await generationOf(await browser.post("/api/generations", create))).id);
    }
    expect(new Set(ids).size).toBe(2);
    for (const [index, browser] of members.entries()) {
      expect((await generationOf(await read(browser, "heron"))).id).toBe(ids[index]);
    }
  });

  it("gets no clip from the cache of the browser that was signed in before", async () => {
    const browser = await openMember(openStudio());
    const { clips } = await generationOf(await browser.post("/api/generations", create));
    const clip = await browser.get(clips[0]?.src ?? "");
    expect(clip.headers.get("Cache-Control")).toBe("no-store");
  });
});
