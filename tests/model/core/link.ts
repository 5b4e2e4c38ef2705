/** The way from a page to the proxy and back. */
import { CREATE_TIMEOUT_MS, READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";
import type { Realm } from "./realm.ts";
import type { World } from "./world.ts";

/** As long as the page waits: see `api/create-generation.ts` and `api/http.ts`. */
const CREATE_PATIENCE_MS = CREATE_TIMEOUT_MS + 10_000;
const PATIENCE_MS = READ_TIMEOUT_MS + 5000;

interface Question<Value> {
  label: string;
  isCreate: boolean;
  signal?: AbortSignal | undefined;
  /** What the proxy does when the request is there. Rejects if it is killed meanwhile. */
  handle: () => Promise<ApiResult<Value>>;
}

/** One request of a page, and what it hears of it. */
export function ask<Value>(
  world: World,
  realm: Realm,
  { label, isCreate, signal, handle }: Question<Value>,
): Promise<ApiResult<Value>> {
  return new Promise((resolve) => {
    let cancelTimeout = () => {};
    let isAnswered = false;
    const answer = (result: ApiResult<Value>, delayMs: number) => {
      realm.point(`${label} ←`, delayMs, () => {
        if (isAnswered) return;
        isAnswered = true;
        cancelTimeout();
        signal?.removeEventListener("abort", giveUp);
        resolve(result);
      });
    };
    const fail = (code: StudioProblemCode, delayMs = 0) => answer(failure(code, isCreate), delayMs);

    const giveUp = () => fail("studio-aborted");

    realm.point(`${label} →`, 0, () => {
      if (signal?.aborted) return giveUp();
      realm.touch();
      signal?.addEventListener("abort", giveUp);
      const patienceMs = isCreate ? CREATE_PATIENCE_MS : PATIENCE_MS;
      cancelTimeout = world.machine.after(patienceMs, () => fail("studio-timeout"));
      const fault = world.next(isCreate ? "createLinks" : "links");
      if (fault.kind === "lost" || world.has("offline"))
        return fail("studio-unreachable", world.hopMs());
      world.underWay += 1;
      world.onTheWay.add(label);
      world.machine.after(world.hopMs(), () => {
        world.onTheWay.delete(label);
        if (world.has("proxy-away")) {
          world.underWay -= 1;
          return fail("studio-unreachable", world.hopMs());
        }
        const handled = handle().finally(() => {
          world.underWay -= 1;
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
    });
  });
}

function failure(code: StudioProblemCode, isCreate: boolean): ApiResult<never> {
  const parts = { detail: "No answer.", retryable: true };
  // Without the proxy's word, nobody knows what became of a create.
  return {
    ok: false,
    problem: studioProblem(code, isCreate ? { ...parts, outcome: "unknown" } : parts),
  };
}
