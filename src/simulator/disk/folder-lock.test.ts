import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "#simulator/testing/test-simulator.ts";
import { lockFolder } from "./folder-lock.ts";

/** Starts a process that runs until the test ends. */
async function idleProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e9)"]);
  onTestFinished(() => void child.kill());
  await once(child, "spawn");
  return child.pid ?? 0;
}

/** Only Linux exposes enough about a process to tell a reused pid from the original one. */
const REUSED_PID_RESULT = process.platform === "linux" ? "taken over" : "refused";

function outcomeOf(dir: string): Promise<string> {
  return lockFolder(dir).then(
    () => "taken over",
    () => "refused",
  );
}

test("locks a folder once, and again after it is unlocked", async () => {
  const dir = await temporaryFolder();
  const unlock = await lockFolder(dir);
  await expect(lockFolder(dir)).rejects.toThrow(
    `${dir} is in use by another simulator (process ${process.pid})`,
  );
  await unlock();
  expect(await readdir(dir)).toEqual([]);
  await (await lockFolder(dir))();
});

test("storage: the lock file cannot be removed at shutdown → one error message, and the folder can be locked again", async () => {
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

test("respects the lock of a running process", async () => {
  const dir = await temporaryFolder();
  const pid = await idleProcess();
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: null }));
  await expect(lockFolder(dir)).rejects.toThrow(`(process ${pid})`);
  expect(await readdir(dir)).toEqual(["lock.json"]);
});

test("respects the lock of another user's process", async () => {
  const dir = await temporaryFolder();
  const kill = vi.spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error("not permitted"), { code: "EPERM" });
  });
  onTestFinished(() => kill.mockRestore());
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid: 2 ** 30, startedAt: null }));
  await expect(lockFolder(dir)).rejects.toThrow(`(process ${2 ** 30})`);
});

test.skipIf(process.platform !== "linux")(
  "respects the lock of a running process that says when it started",
  async () => {
    const dir = await temporaryFolder();
    const pid = await idleProcess();
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // Field 22; the name of the process before it has no spaces here.
    const startedAt = stat.split(" ")[21];
    await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt }));
    await expect(lockFolder(dir)).rejects.toThrow(`(process ${pid})`);
  },
);

test.each([
  ["a process that no longer exists", JSON.stringify({ pid: 2 ** 30, startedAt: null })],
  ["this process id without a start", JSON.stringify({ pid: process.pid, startedAt: null })],
  ["a former life of this process id", JSON.stringify({ pid: process.pid, startedAt: "1" })],
  ["an unknown process, because it is unreadable,", "{"],
])("takes over the lock of %s", async (_, text) => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, "lock.json"), text);
  const unlock = await lockFolder(dir);
  expect(JSON.parse(await readFile(join(dir, "lock.json"), "utf8"))).toMatchObject({
    pid: process.pid,
  });
  await unlock();
  expect(await readdir(dir)).toEqual([]);
});

test("takes over the lock of a process whose pid was reused, on Linux", async () => {
  const dir = await temporaryFolder();
  const pid = await idleProcess();
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: "1" }));
  expect(await outcomeOf(dir)).toBe(REUSED_PID_RESULT);
});

test("takes over the lock of a zombie process, on Linux", async () => {
  const dir = await temporaryFolder();
  // `exec` replaces the shell with a program that never reaps its child. The child ends only then: the shell would reap
  // it.
  const child = `until read -r name < /proc/$PPID/comm && [ "$name" = sleep ]; do :; done`;
  const parent = spawn("sh", ["-c", `sh -c '${child}' & echo $!; exec sleep 60`]);
  onTestFinished(() => void parent.kill());
  const [line] = await once(parent.stdout, "data");
  const pid = Number(String(line));
  await untilZombie(pid);
  await writeFile(join(dir, "lock.json"), JSON.stringify({ pid, startedAt: null }));
  expect(await outcomeOf(dir)).toBe(REUSED_PID_RESULT);
});

/** Waits until a process is a zombie. Fails if it is gone, because its lock would be free in any case. */
async function untilZombie(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    if (stat.includes(") Z ")) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
