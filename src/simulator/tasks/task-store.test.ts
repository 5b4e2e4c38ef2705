/** Opening folders in various states. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "#simulator/disk/disk.ts";
import { storageFault } from "#simulator/disk/storage-fault.ts";
import {
  openTestSimulator,
  type TestSimulator,
  temporaryFolder,
} from "#simulator/testing/test-simulator.ts";

/** A folder with one completed task. Its simulator is closed. */
async function usedFolder(): Promise<{ dir: string; id: string; first: TestSimulator }> {
  const first = await openTestSimulator();
  const { body } = await first.create({ prompt: "A sea", external_task_id: "mine" });
  await first.finishAll();
  await first.simulator.close();
  return { dir: first.dir, id: body.id, first };
}

test("does not store the API key on disk", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea" }, "sk-very-secret");
  const text = await readFile(join(fixture.dir, "tasks", `${body.id}.json`), "utf8");
  expect(text).not.toContain("secret");
});

test("deletes files that a crash left half-written", async () => {
  const { dir, id } = await usedFolder();
  await writeFile(join(dir, "tasks", `${id}.json.99-1.part`), "{");
  await writeFile(join(dir, "clips", "task-aaaaaaaaaaaa.mp4"), "half");
  await writeFile(join(dir, "clips", `${id}.mp4.part`), "half");
  const fixture = await openTestSimulator({ dir });
  expect(await readdir(join(dir, "tasks"))).toEqual([`${id}.json`]);
  expect(await readdir(join(dir, "clips"))).toEqual([`${id}.mp4`]);
  expect(fixture.reports).toEqual([]);
});

test("storage: the simulator finds folders in place of its files → it reports them, leaves them unchanged and starts", async () => {
  const { dir, id } = await usedFolder();
  const inPlaceOfTask = join(dir, "tasks", "task-cccccccccccc.json");
  const inPlaceOfClip = join(dir, "clips", "task-dddddddddddd.mp4");
  await mkdir(inPlaceOfTask);
  await mkdir(inPlaceOfClip);
  const fixture = await openTestSimulator({ dir });
  expect(fixture.reports).toEqual([
    `A task file could not be read and was set aside as ${inPlaceOfTask}.unreadable.`,
    `The simulator cannot remove ${inPlaceOfClip}: a folder is in its place.`,
  ]);
  expect((await fixture.read(id)).status).toBe(200);
});

describe("a task file that cannot be read", () => {
  test.each([
    ["truncated", (text: string) => text.slice(0, 50)],
    ["empty", () => ""],
    ["of zeros", (text: string) => "\0".repeat(text.length)],
    ["not a task", () => '{"version": 1}'],
    ["under another name", (text: string) => text.replaceAll(/task-\w+/g, "task-bbbbbbbbbbbb")],
    ["with a float for its cost", (text: string) => text.replace('"0.21"', "0.21")],
  ])("is set aside once with its clip, and other tasks work (%s)", async (_, corrupt) => {
    const { dir, id } = await usedFolder();
    const file = join(dir, "tasks", `${id}.json`);
    await writeFile(file, corrupt(await readFile(file, "utf8")));
    const fixture = await openTestSimulator({ dir });
    expect(fixture.reports).toEqual([
      `A task file could not be read and was set aside as ${file}.unreadable.`,
    ]);
    expect(await readdir(join(dir, "clips"))).toEqual([`${id}.mp4`]);
    expect((await fixture.read(id)).status).toBe(404);
    expect((await fixture.create({ prompt: "A sea" })).status).toBe(200);
    await fixture.simulator.close();

    const again = await openTestSimulator({ dir });
    expect(again.reports).toEqual([]);
    expect(await readdir(join(dir, "clips"))).toContain(`${id}.mp4`);
  });
});

describe("opening fails with one error message", () => {
  test("upgrade: an older server finds files of a newer simulator → it does not start, reports why and leaves them unchanged", async () => {
    const { dir, id } = await usedFolder();
    const file = join(dir, "tasks", `${id}.json`);
    await writeFile(file, '{"version": 2, "new": true}');
    await expect(openTestSimulator({ dir })).rejects.toThrow(/newer version of the simulator.*\.$/);
    expect(await readFile(file, "utf8")).toContain('"new"');
    await expect(openTestSimulator({ dir })).rejects.toThrow(/newer version/);
  });

  test("proxy: two simulators are started on one folder → the second does not start and reports why", async () => {
    const fixture = await openTestSimulator();
    await expect(openTestSimulator({ dir: fixture.dir })).rejects.toThrow(
      /is in use by another simulator/,
    );
  });

  test("reports a file at the folder's path", async () => {
    const dir = join(await temporaryFolder(), "file");
    await writeFile(dir, "");
    await expect(openTestSimulator({ dir })).rejects.toThrow(/^The simulator cannot create .*\.$/);
  });

  test("reports an unreadable folder, and unlocks it", async () => {
    const { dir } = await usedFolder();
    const denied = Object.assign(new Error("no"), { code: "EACCES" });
    const wrapDisk = (disk: Disk): Disk => ({
      ...disk,
      list: (folder) => Promise.reject(storageFault("read", folder, denied)),
    });
    await expect(openTestSimulator({ dir, wrapDisk })).rejects.toThrow(
      `The simulator cannot read ${join(dir, "tasks")}: access is not permitted.`,
    );
    await expect(openTestSimulator({ dir })).resolves.toBeDefined();
  });
});
