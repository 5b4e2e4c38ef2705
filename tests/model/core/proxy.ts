/** The proxy as a process that can be killed: its own handlers and rules, without HTTP around them. */
import type { StudioConfig } from "#contract/config.ts";
import type { Generation } from "#contract/generation.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { createGeneration, readGeneration } from "#proxy/generations/generations.ts";
import type { ProxySettings } from "#proxy/options.ts";
import { resolveOptions } from "#proxy/resolve-options.ts";
import { type ProblemPurpose, toProblem } from "#proxy/responses/problem-response.ts";
import type { Outcome } from "#proxy/scope.ts";
import { studioConfig } from "#proxy/studio-config.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { lightCreateRequest } from "../../fake-kirin/light-http.ts";
import type { World } from "./world.ts";

/** Thrown to whoever waits for an answer of a process that was killed. */
class Killed extends Error {}

function boot(world: World): ProxySettings {
  return resolveOptions({
    upstream: {
      kind: "live",
      baseUrl: "https://kirin.example",
      apiKey: () => (world.has("no-key") ? null : "key"),
      fetch: world.transport.fetch,
    },
    clipFetch: () => Promise.reject(new Error("No clips in these trials.")),
    clock: {
      now: () => world.machineMs(),
      after: world.machine.after,
    },
    newRequestId: () => "request",
  });
}

/** One proxy process after the other, at the same address. */
export class ProxyProcess {
  readonly #world: World;
  #settings: ProxySettings;
  /** Called when the process is killed. */
  #onKilled: (() => void)[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#settings = boot(world);
  }

  get config(): StudioConfig {
    return studioConfig(this.#settings);
  }

  /** A create, of a page that may leave. */
  create(request: KirinRequest, pageLeft: AbortSignal): Promise<ApiResult<Generation>> {
    const body = lightCreateRequest(request, pageLeft);
    return this.#run("create", (scope) => createGeneration(scope, body));
  }

  read(id: string): Promise<ApiResult<Generation>> {
    return this.#run("other", (scope) => readGeneration(scope, id, new AbortController().signal));
  }

  /** SIGKILL: nobody gets an answer any more. What is on its way to Kirin gets there. */
  kill(): void {
    // The next process remembers nothing of this one.
    this.#settings = boot(this.#world);
    const listeners = this.#onKilled;
    this.#onKilled = [];
    for (const listener of listeners) listener();
  }

  /** Runs a handler in this process; rejects if the process is killed first. */
  #run(
    purpose: ProblemPurpose,
    handle: (scope: Parameters<typeof createGeneration>[0]) => Promise<Outcome>,
  ): Promise<ApiResult<Generation>> {
    const scope = {
      proxy: this.#settings,
      requestId: "request",
      waitUntil: () => {},
      isStopping: () => false,
    };
    return new Promise((resolve, reject) => {
      this.#onKilled.push(() => reject(new Killed()));
      void handle(scope).then((outcome) => resolve(toResult(outcome, purpose)), reject);
    });
  }
}

function toResult(outcome: Outcome, purpose: ProblemPurpose): ApiResult<Generation> {
  if (outcome.kind === "failure") {
    return { ok: false, problem: toProblem(outcome.failure, "request", purpose) };
  }
  // A handler of a generation gives one, as JSON; what is in it, the studio's schema says elsewhere.
  if (outcome.kind === "json") return { ok: true, value: outcome.value as Generation };
  throw new Error("Not an answer about a generation.");
}
