import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { temporaryFolder } from "./testing/stand.ts";

/** A process that is simply there until the test ends. */
async function idleProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e9)"]);
  onTestFinished(() => void child.kill());
  await once(child, "spawn");
  return child.pid ?? 0;
}

/** Only Linux tells more of a process than that its number is taken. */
const WHERE_TOLD = process.platform === "linux" ? "taken over" : "refused";

function outcomeOf(dir: string): Promise<string> {
  return lockFolder(dir).then(
    () => "taken over",
    () => "refused",
  );
}

test("a folder is locked once, and free again after", async () => {
  const dir = await temporaryFolder();
  const unlock = await lockFolder(dir);
  await expect(lockFolder(dir)).rejects.toThrow(
    `${dir} is in use by another simulator (process ${process.pid})`,
  );
  await unlock();
  expect(await readdir(dir)).toEqual([]);
  await (await lockFolder(dir))();
});

test("storage: the lock cannot be removed when the simulator ends → one sentence, and the folder is free even so", async () => {
  const dir = await temporaryFolder();
  const unlock = await lockFolder(dir);
  const file = join(dir, "lock.json");
  await rm(file);
  await mkdir(file);
  await expect(unlock()).rejects.toThrow(
    `The simulator cannot remove ${file}: a folder is in its place.`,
  );
  await rm(file, { recursive: true });
  await (await lockFolder(dir))();
});

test("the lock of a living process is respected", async () => {
  const dir = await temporaryFolder();
  const pid = await idleProcess();
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: null }));
  await expect(lockFolder(dir)).rejects.toThrow(`(process ${pid})`);
  expect(await readdir(dir)).toEqual(["lock.json"]);
});

test.each([
  ["a process that is gone", JSON.stringify({ pid: 2 ** 30, startedAt: null })],
  ["a former life of this process id", JSON.stringify({ pid: process.pid, startedAt: "1" })],
  ["nobody, as it cannot be read", "{"],
])("the lock of %s is taken over", async (_, text) => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, "lock.json"), text);
  const unlock = await lockFolder(dir);
  expect(JSON.parse(await readFile(join(dir, "lock.json"), "utf8"))).toMatchObject({
    pid: process.pid,
  });
  await unlock();
  expect(await readdir(dir)).toEqual([]);
});

test("the lock of a process whose number another one got is taken over, where the system tells", async () => {
  const dir = await temporaryFolder();
  const pid = await idleProcess();
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: "1" }));
  expect(await outcomeOf(dir)).toBe(WHERE_TOLD);
});

test("the lock of a killed process that its parent has not seen end is taken over, where the system tells", async () => {
  const dir = await temporaryFolder();
  // A shell that becomes another program never waits for the child it had.
  const parent = spawn("sh", ["-c", "sh -c 'exit' & echo $!; exec sleep 60"]);
  onTestFinished(() => void parent.kill());
  const [line] = await once(parent.stdout, "data");
  const pid = Number(String(line));
  await untilEnded(pid);
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: null }));
  expect(await outcomeOf(dir)).toBe(WHERE_TOLD);
});

/** Until a process has gone, or is only a name in the table. */
async function untilEnded(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    if (stat === null || stat.includes(") Z ")) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
