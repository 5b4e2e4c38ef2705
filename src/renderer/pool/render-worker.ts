/** The parent's side of one render process. */
import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { RenderFailure, reasonOfErrorCode } from "./render-failure.ts";
import {
  partFileOf,
  type RenderJob,
  type RenderReport,
  renderReportSchema,
} from "./render-messages.ts";

/**
 * A child without a report for this long counts as hung. Well above the slowest first frame on a busy machine.
 */
const STALL_MS = 180_000;

/** A running child. It is reusable after a success or a failure that it reported itself. */
export interface RenderWorker {
  readonly isAlive: boolean;
  /** Number of jobs so far. */
  readonly jobCount: number;
  /** Renders one clip; one at a time. Resolves to its size, or rejects with a {@link RenderFailure}. */
  render(job: RenderJob, hooks: RenderHooks): Promise<number>;
  /** Ends the process. Resolves when it has exited. */
  end(): Promise<void>;
}

/** Options of one render. */
export interface RenderHooks {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: number) => void) | undefined;
}

/** Starts a child process from a script that calls `serveRenders`. */
export function startRenderWorker(childPath: string, stallMs = STALL_MS): RenderWorker {
  const child = fork(childPath, [], {
    execArgv: [],
    env: environmentWithoutKey(),
    // Native codecs print to stderr when they crash.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let isAlive = true;
  let jobCount = 0;
  const gone = new Promise<void>((resolve) => {
    const handleEnd = () => {
      isAlive = false;
      resolve();
    };
    // Stay subscribed to `error`: an unhandled later one would end the server.
    child.once("exit", handleEnd).on("error", handleEnd);
  });

  const end = async () => {
    isAlive = false;
    child.kill("SIGKILL");
    await gone;
  };

  return {
    get isAlive() {
      return isAlive;
    },
    get jobCount() {
      return jobCount;
    },
    end,
    async render(job, hooks) {
      jobCount += 1;
      const report = await nextEnd(child, job, { ...hooks, stallMs });
      if (report.type === "done") return report.bytes;
      if (report.type !== "failed") await end();
      await rm(partFileOf(job.outFile), { force: true });
      throw toRenderFailure(report);
    },
  };
}

/** How a job ends: the child reports it, dies or hangs, or the job is aborted. */
type JobEnd =
  | Extract<RenderReport, { type: "done" | "failed" }>
  | { type: "crashed"; message: string }
  | { type: "aborted" };

function toRenderFailure(end: Exclude<JobEnd, { type: "done" }>): RenderFailure {
  if (end.type === "failed") return new RenderFailure(reasonOfErrorCode(end.code), end.message);
  if (end.type === "crashed") return new RenderFailure("crashed", end.message);
  return new RenderFailure("aborted", "The render was cancelled.");
}

/** Sends the child its job and resolves to the first possible end. Removes its listeners. */
function nextEnd(
  child: ChildProcess,
  job: RenderJob,
  { signal, onProgress, stallMs }: RenderHooks & { stallMs: number },
): Promise<JobEnd> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const settle = (end: JobEnd) => {
      clearTimeout(stall);
      child.off("message", handleMessage).off("exit", handleExit).off("error", handleError);
      listening.abort();
      resolve(end);
    };
    const handleMessage = (message: unknown) => {
      const report = renderReportSchema.safeParse(message).data;
      stall.refresh();
      // Throwing in a listener would end the server.
      if (!report)
        settle({ type: "crashed", message: "The render process sent an invalid message." });
      else if (report.type === "progress") onProgress?.(report.progress);
      else settle(report);
    };
    const handleExit = (code: number | null, by: string | null) =>
      settle({ type: "crashed", message: `The render process ended (${by ?? `code ${code}`}).` });
    const handleError = (error: Error) => settle({ type: "crashed", message: error.message });
    const stall = setTimeout(
      () => settle({ type: "crashed", message: "The render process hangs." }),
      stallMs,
    );
    child.on("message", handleMessage).on("exit", handleExit).on("error", handleError);
    signal?.addEventListener("abort", () => settle({ type: "aborted" }), {
      signal: listening.signal,
    });
    if (signal?.aborted) settle({ type: "aborted" });
    else if (child.connected) child.send(job, (error) => error && handleError(error));
    else settle({ type: "crashed", message: "The render process is gone." });
  });
}

/** The parent's environment without the API key. */
function environmentWithoutKey(): NodeJS.ProcessEnv {
  const { KIRIN_API_KEY: _, ...rest } = process.env;
  return rest;
}
