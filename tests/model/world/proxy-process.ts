/** The proxy as a process that can be killed, with its real handlers and rules but without HTTP. */
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

class ProcessKilled extends Error {}

type Scope = Parameters<typeof createGeneration>[0];

/** The proxy at one address. It restarts when it is killed. */
export class ProxyProcess {
  readonly #world: World;
  #settings: ProxySettings;
  #onKilled: (() => void)[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#settings = this.#start();
  }

  get config(): StudioConfig {
    return studioConfig(this.#settings, null);
  }

  /** Handles a create of a page; `pageLeft` aborts when the page is gone. */
  create(request: KirinRequest, pageLeft: AbortSignal): Promise<ApiResult<Generation>> {
    const { upstream } = this.#settings;
    const fetch = this.#world.parts.transport(upstream.fetch, pageLeft);
    const settings = { ...this.#settings, upstream: { ...upstream, fetch } };
    const body = lightCreateRequest(request, pageLeft);
    return this.#run("create", settings, (scope) => createGeneration(scope, body));
  }

  read(id: string): Promise<ApiResult<Generation>> {
    const { signal } = new AbortController();
    return this.#run("other", this.#settings, (scope) => readGeneration(scope, id, signal));
  }

  /** Kills the process. Requests in progress get no response. Requests in transit to Kirin still arrive. */
  kill(): void {
    // The next process starts without the state of this one.
    this.#settings = this.#start();
    const listeners = this.#onKilled;
    this.#onKilled = [];
    for (const listener of listeners) listener();
  }

  #start(): ProxySettings {
    const world = this.#world;
    return resolveOptions({
      upstream: {
        kind: "live",
        baseUrl: "https://kirin.example",
        apiKey: () => (world.has("no key") ? null : "key"),
        fetch: world.transport.fetch,
      },
      clipFetch: () => Promise.reject(new Error("There are no clips in these trials.")),
      clock: { now: () => world.wallClockMs(), after: world.machine.after },
      newRequestId: () => "request",
    });
  }

  /** Runs a handler in this process. Rejects if the process is killed first. */
  #run(
    purpose: ProblemPurpose,
    settings: ProxySettings,
    handle: (scope: Scope) => Promise<Outcome>,
  ): Promise<ApiResult<Generation>> {
    const scope = {
      proxy: settings,
      requestId: "request",
      waitUntil: () => {},
      clientAddress: undefined,
      session: null,
      owner: null,
      cookies: [],
      isStopping: () => false,
    };
    return new Promise((resolve, reject) => {
      this.#onKilled.push(() => reject(new ProcessKilled()));
      void handle(scope).then((outcome) => resolve(toResult(outcome, purpose)), reject);
    });
  }
}

function toResult(outcome: Outcome, purpose: ProblemPurpose): ApiResult<Generation> {
  if (outcome.kind === "failure") {
    return { ok: false, problem: toProblem(outcome.failure, "request", purpose) };
  }
  // These handlers return generations; the studio's schema is tested elsewhere.
  if (outcome.kind === "json") return { ok: true, value: outcome.value as Generation };
  throw new Error("The handler returned no generation.");
}
