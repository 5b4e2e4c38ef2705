/** A page's requests to the proxy, with the faults of the network between them. */
import type { StudioConfig } from "#contract/config.ts";
import type { Generation } from "#contract/generation.ts";
import { CREATE_TIMEOUT_MS, READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { Page } from "./page.ts";
import type { World } from "./world.ts";

/** Timeouts of a page, as in `api/create-generation.ts` and `api/http.ts`. */
const PAGE_CREATE_TIMEOUT_MS = CREATE_TIMEOUT_MS + 10_000;
const PAGE_TIMEOUT_MS = READ_TIMEOUT_MS + 5000;

interface PageRequest<Value> {
  label: string;
  isCreate: boolean;
  signal?: AbortSignal | undefined;
  /** Handles the request in the proxy. Rejects if the proxy is killed meanwhile. */
  handle: () => Promise<ApiResult<Value>>;
}

type ProxyClient = Pick<
  GenerationDeps,
  "createGeneration" | "readGeneration" | "readConfig" | "saveClip"
>;

/** The requests of one page. */
export function proxyClient(world: World, page: Page): ProxyClient {
  const { recorder } = world;
  return {
    createGeneration: async (request) => {
      recorder.createSent(page, request);
      const result = await send(world, page, createRequest(world, page, request));
      if (!result.ok) recorder.createFailed(page, request, result.problem);
      return result;
    },
    readGeneration: async (id, signal) => {
      const handle = () => world.proxy.read(id);
      const request = { label: `read ${id}`, isCreate: false, signal, handle };
      // A read without a signal was requested by the creator.
      if (signal === undefined) return send(world, page, request);
      recorder.readSent(page, id);
      page.readsInFlight += 1;
      const result = await send(world, page, request);
      page.readsInFlight -= 1;
      return result;
    },
    readConfig: (signal) => {
      const handle = async (): Promise<ApiResult<StudioConfig>> => ({
        ok: true,
        value: world.proxy.config,
      });
      return send(world, page, { label: "config", isCreate: false, signal, handle });
    },
    saveClip: async (src, signal) => {
      const handle = async (): Promise<ApiResult<null>> => ({ ok: true, value: null });
      const request = { label: `clip ${src}`, isCreate: false, signal, handle };
      const kept = await send(world, page, request);
      return kept.ok ? null : kept.problem;
    },
  };
}

function createRequest(world: World, page: Page, request: KirinRequest): PageRequest<Generation> {
  return {
    label: `create ${request.external_task_id}`,
    isCreate: true,
    handle: () => {
      world.recorder.proxyReceived(request.external_task_id ?? "");
      return world.proxy.create(request, page.lifetime.signal);
    },
  };
}

/** Sends one request. Resolves to its result in the page. */
function send<Value>(
  world: World,
  page: Page,
  { label, isCreate, signal, handle }: PageRequest<Value>,
): Promise<ApiResult<Value>> {
  return new Promise((resolve) => {
    let cancelTimeout = () => {};
    let isAnswered = false;
    const answer = (result: ApiResult<Value>, delayMs: number) => {
      page.step(`${label} ←`, delayMs, () => {
        if (isAnswered) return;
        isAnswered = true;
        cancelTimeout();
        signal?.removeEventListener("abort", abort);
        resolve(result);
      });
    };
    const fail = (code: StudioProblemCode, delayMs = 0) => answer(failure(code, isCreate), delayMs);
    const abort = () => fail("studio-aborted");

    page.step(`${label} →`, 0, () => {
      if (signal?.aborted) return abort();
      page.markOutsideChange();
      signal?.addEventListener("abort", abort);
      const timeoutMs = isCreate ? PAGE_CREATE_TIMEOUT_MS : PAGE_TIMEOUT_MS;
      cancelTimeout = world.machine.after(timeoutMs, () => fail("studio-timeout"));
      carry(world, { label, isCreate, handle, answer, fail });
    });
  });
}

interface Delivery<Value> extends Pick<PageRequest<Value>, "label" | "isCreate" | "handle"> {
  answer: (result: ApiResult<Value>, delayMs: number) => void;
  fail: (code: StudioProblemCode, delayMs?: number) => void;
}

/** Delivers a request to the proxy and its response back. */
function carry<Value>(world: World, delivery: Delivery<Value>): void {
  const { label, isCreate, handle, answer, fail } = delivery;
  const fault = world.nextFault(isCreate ? "pageCreates" : "pageRequests");
  if (fault.kind === "lost" || world.has("offline")) {
    fail("studio-unreachable", world.hopMs());
    return;
  }
  world.unansweredCount += 1;
  world.inTransit.add(label);
  world.machine.after(world.hopMs(), () => {
    world.inTransit.delete(label);
    if (world.has("proxy down")) {
      world.unansweredCount -= 1;
      return fail("studio-unreachable", world.hopMs());
    }
    const handled = handle().finally(() => {
      world.unansweredCount -= 1;
    });
    handled.then(
      (result) => {
        if (fault.kind === "silent") return;
        if (fault.kind === "reset" || world.has("offline")) fail("studio-unreachable");
        else answer(result, fault.kind === "slow" ? fault.ms : world.hopMs());
      },
      () => fail("studio-unreachable", world.hopMs()),
    );
  });
}

function failure(code: StudioProblemCode, isCreate: boolean): ApiResult<never> {
  const parts = { detail: "No answer.", retryable: true };
  // Without a response from the proxy, the outcome of a create is unknown.
  return {
    ok: false,
    problem: studioProblem(code, isCreate ? { ...parts, outcome: "unknown" } : parts),
  };
}
