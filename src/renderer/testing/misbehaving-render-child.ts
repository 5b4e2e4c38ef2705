/** A render child for tests whose behaviour the prompt controls. */
import { writeFile } from "node:fs/promises";
import { serveRenders } from "../pool/serve-renders.ts";

serveRenders(async ({ prompt }, onProgress) => {
  onProgress(0.5);
  if (prompt === "abort") process.kill(process.pid, "SIGABRT");
  if (prompt === "segfault") process.kill(process.pid, "SIGSEGV");
  if (prompt === "exit") process.exit(3);
  if (prompt === "throw") throw new Error("no colours left");
  if (prompt === "disk full") throw Object.assign(new Error("no space"), { code: "ENOSPC" });
  if (prompt === "babble") process.send?.({ type: "progress", progress: "half" });
  if (["hang", "babble", "abort", "segfault"].includes(prompt)) await new Promise(() => {});
  if (prompt.startsWith("leave half in ")) {
    await writeFile(prompt.slice("leave half in ".length), "half");
    process.kill(process.pid, "SIGKILL");
  }
  onProgress(1);
  const { pid, env } = process;
  return new TextEncoder().encode(JSON.stringify({ prompt, pid, env }));
});
