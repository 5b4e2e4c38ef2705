/** What a folder may hold when a simulator opens it. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "./disk.ts";
import { storageFault } from "./storage-fault.ts";
import { openStand, type Stand, temporaryFolder } from "./testing/stand.ts";

/** A folder with one completed task, its simulator closed. */
async function usedFolder(): Promise<{ dir: string; id: string; first: Stand }> {
  const first = await openStand();
  const { body } = await first.create({ prompt: "A sea", external_task_id: "mine" });
  await first.finishAll();
  await first.simulator.close();
  return { dir: first.dir, id: body.id, first };
}

test("the API key is nowhere on disk", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea" }, "sk-very-secret");
  const text = await readFile(join(stand.dir, "tasks", `${body.id}.json`), "utf8");
  expect(text).not.toContain("secret");
});

test("what a crash left half-written is swept away", async () => {
  const { dir, id } = await usedFolder();
  await writeFile(join(dir, "tasks", `${id}.json.99-1.part`), "{");
  await writeFile(join(dir, "clips", "task-aaaaaaaaaaaa.mp4"), "half");
  await writeFile(join(dir, "clips", `${id}.mp4.part`), "half");
  const stand = await openStand({ dir });
  expect(await readdir(join(dir, "tasks"))).toEqual([`${id}.json`]);
  expect(await readdir(join(dir, "clips"))).toEqual([`${id}.mp4`]);
  expect(stand.reports).toEqual([]);
});

test("storage: folders lie where the simulator keeps its files → it says so, leaves them there and starts", async () => {
  const { dir, id } = await usedFolder();
  const inPlaceOfTask = join(dir, "tasks", "task-cccccccccccc.json");
  const inPlaceOfClip = join(dir, "clips", "task-dddddddddddd.mp4");
  await mkdir(inPlaceOfTask);
  await mkdir(inPlaceOfClip);
  const stand = await openStand({ dir });
  expect(stand.reports).toEqual([
    `A task file could not be read and was set aside as ${inPlaceOfTask}.unreadable.`,
    `The simulator cannot remove ${inPlaceOfClip}: a folder is in its place.`,
  ]);
  expect((await stand.read(id)).status).toBe(200);
});

describe("a task file that cannot be read", () => {
  test.each([
    ["half", (text: string) => text.slice(0, 50)],
    ["empty", () => ""],
    ["of zeros", (text: string) => "\0".repeat(text.length)],
    ["not a task", () => '{"version": 1}'],
    ["under another name", (text: string) => text.replaceAll(/task-\w+/g, "task-bbbbbbbbbbbb")],
    ["with a float for its cost", (text: string) => text.replace('"0.21"', "0.21")],
  ])("(%s) is set aside once, with its clip, and the rest works", async (_, spoil) => {
    const { dir, id } = await usedFolder();
    const file = join(dir, "tasks", `${id}.json`);
    await writeFile(file, spoil(await readFile(file, "utf8")));
    const stand = await openStand({ dir });
    expect(stand.reports).toEqual([
      `A task file could not be read and was set aside as ${file}.unreadable.`,
    ]);
    expect(await readdir(join(dir, "clips"))).toEqual([`${id}.mp4`]);
    expect((await stand.read(id)).status).toBe(404);
    expect((await stand.create({ prompt: "A sea" })).status).toBe(200);
    await stand.simulator.close();

    const again = await openStand({ dir });
    expect(again.reports).toEqual([]);
    expect(await readdir(join(dir, "clips"))).toContain(`${id}.mp4`);
  });
});

describe("opening fails with one sentence", () => {
  test("upgrade: an older server finds the simulator's files of a newer one → it does not start, says why, and leaves them as they are", async () => {
    const { dir, id } = await usedFolder();
    const file = join(dir, "tasks", `${id}.json`);
    await writeFile(file, '{"version": 2, "new": true}');
    await expect(openStand({ dir })).rejects.toThrow(/newer version of the simulator.*\.$/);
    expect(await readFile(file, "utf8")).toContain('"new"');
    await expect(openStand({ dir })).rejects.toThrow(/newer version/);
  });

  test("proxy: two simulators are started on one folder → the second does not start, and says why", async () => {
    const stand = await openStand();
    await expect(openStand({ dir: stand.dir })).rejects.toThrow(/is in use by another simulator/);
  });

  test("for a file in the folder's place", async () => {
    const dir = join(await temporaryFolder(), "file");
    await writeFile(dir, "");
    await expect(openStand({ dir })).rejects.toThrow(/^The simulator cannot create .*\.$/);
  });

  test("for a folder that may not be read, giving the folder back", async () => {
    const { dir } = await usedFolder();
    const denied = Object.assign(new Error("no"), { code: "EACCES" });
    const wrapDisk = (disk: Disk): Disk => ({
      ...disk,
      list: (folder) => Promise.reject(storageFault("read", folder, denied)),
    });
    await expect(openStand({ dir, wrapDisk })).rejects.toThrow(
      `The simulator cannot read ${join(dir, "tasks")}: access is not permitted.`,
    );
    await expect(openStand({ dir })).resolves.toBeDefined();
  });
});
