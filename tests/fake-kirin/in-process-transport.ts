/** Carries a proxy's requests to a fake Kirin in the same process, in virtual time. */
import type { PlainFetchInit } from "#proxy/options.ts";
import { NeverConnected } from "#proxy/upstream/transport-error.ts";
import type { FakeKirin, Reply } from "./fake-kirin.ts";
import type { Fault } from "./fault.ts";
import { lightResponse } from "./light-http.ts";
import { HTML_PAGE, paramsOf } from "./wire.ts";

/** A reply, or an error of the connection. */
type Outcome = Reply | { kind: "unreachable" };

export class InProcessTransport {
  /** External ids of creates that are still in transit. */
  readonly inTransit = new Set<string>();
  /** Number of creates that were sent, by external id. */
  readonly sentCounts = new Map<string, number>();
  readonly #kirin: FakeKirin;
  readonly #hopMs: () => number;

  /** `hopMs` draws the latency of one direction. */
  constructor(kirin: FakeKirin, hopMs: () => number) {
    this.#kirin = kirin;
    this.#hopMs = hopMs;
  }

  readonly fetch = (url: string, { body, signal }: PlainFetchInit): Promise<Response> => {
    const { clock } = this.#kirin;
    const fault = this.#kirin.nextFault(body === undefined ? "read" : "create");
    const id = body === undefined ? null : paramsOf(body).externalTaskId;
    if (id !== null) {
      this.sentCounts.set(id, (this.sentCounts.get(id) ?? 0) + 1);
      this.inTransit.add(id);
    }
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      clock.after(fault.kind === "delayed" ? fault.ms : this.#hopMs(), () => {
        if (id !== null) this.inTransit.delete(id);
        // A request that was aborted before it arrived never arrives.
        if (signal.aborted) return;
        const outcome = body === undefined ? this.#read(url, fault) : this.#create(body, fault);
        if (outcome.kind === "silent") return;
        const delayMs = outcome.kind === "answer" && outcome.delayMs > 0 ? outcome.delayMs : null;
        clock.after(delayMs ?? this.#hopMs(), () => {
          const result = resultOf(outcome);
          if (result instanceof Error) reject(result);
          else resolve(result);
        });
      });
    });
  };

  #create(body: string, fault: Fault): Outcome {
    if (fault.kind === "unreachable") return { kind: "unreachable" };
    if (fault.kind === "lost") return { kind: "reset" };
    return this.#kirin.receiveCreate(body, fault).reply;
  }

  #read(url: string, fault: Fault): Outcome {
    if (fault.kind === "unreachable") return { kind: "unreachable" };
    if (fault.kind === "lost") return { kind: "reset" };
    return this.#kirin.receiveRead(decodeURIComponent(url.slice(url.lastIndexOf("/") + 1)), fault);
  }
}

/** The response, or the error of the connection. */
function resultOf(outcome: Exclude<Outcome, { kind: "silent" }>): Response | Error {
  switch (outcome.kind) {
    case "unreachable":
      return new NeverConnected();
    case "reset":
      return new Error("ECONNRESET");
    case "html":
      return lightResponse(200, { text: HTML_PAGE });
    case "truncated": {
      const text = JSON.stringify(outcome.answer.body);
      const half = text.slice(0, text.length / 2);
      return lightResponse(outcome.answer.status, { text: half, isBroken: true });
    }
    case "answer": {
      const { status, body, retryAfterSeconds } = outcome.answer;
      return lightResponse(status, { text: JSON.stringify(body) }, retryAfterSeconds);
    }
  }
}
