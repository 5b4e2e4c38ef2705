/** The way from the proxy to Kirin and back, with all that goes wrong there. */
import type { PlainFetchInit } from "#proxy/options.ts";
import { NeverConnected } from "#proxy/upstream/transport-error.ts";
import { brokenAnswer, htmlAnswer, jsonAnswer } from "./answers.ts";
import { externalIdOf, full, type Kirin, refusal } from "./kirin.ts";
import type { CreateFault, ReadFault } from "./weather.ts";
import type { World } from "./world.ts";

/** An answer, a broken connection, or nothing at all. */
type Reply = { response: Response; afterMs?: number } | { error: Error } | null;

export class KirinDoor {
  /** Ids of the creates that were given here, and have not arrived or been lost. */
  readonly underWay = new Set<string>();
  /** How many creates were given here, by external id. */
  readonly given = new Map<string, number>();
  readonly #world: World;
  readonly #kirin: Kirin;

  constructor(world: World, kirin: Kirin) {
    this.#world = world;
    this.#kirin = kirin;
  }

  /** The transport that the proxy is given. */
  fetch(url: string, init: PlainFetchInit): Promise<Response> {
    const { body, signal } = init;
    const id = body === undefined ? null : externalIdOf(body);
    if (id !== null) {
      this.given.set(id, (this.given.get(id) ?? 0) + 1);
      this.underWay.add(id);
    }
    const fault = body === undefined ? null : this.#world.next("creates");
    const reply =
      body === undefined || fault === null ? this.#read(url) : this.#create(fault, body);
    const hopMs = fault?.kind === "late to arrive" ? fault.afterMs : this.#world.hopMs();
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      this.#after(hopMs, () => {
        if (id !== null) this.underWay.delete(id);
        // What is given up before it has arrived never arrives.
        if (!signal.aborted) this.#settle(reply(), resolve, reject);
      });
    });
  }

  #settle(reply: Reply, resolve: (response: Response) => void, reject: (error: Error) => void) {
    if (reply === null) return;
    const settle = () => ("error" in reply ? reject(reply.error) : resolve(reply.response));
    this.#after("afterMs" in reply ? reply.afterMs : this.#world.hopMs(), settle);
  }

  #create(fault: CreateFault, body: string): () => Reply {
    this.#world.note(() => `kirin: create, ${JSON.stringify(fault)}`);
    return () => this.#takeCreate(fault, body);
  }

  #read(url: string): () => Reply {
    const fault = this.#world.next("reads");
    const id = decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
    return () => this.#takeRead(fault, id);
  }

  #takeCreate(fault: CreateFault, body: string): Reply {
    if ("isMade" in fault && fault.isMade) this.#kirin.create(body);
    switch (fault.kind) {
      case "none":
      case "late to arrive":
        return { response: this.#kirin.create(body) };
      case "slow":
        return { response: this.#kirin.create(body), afterMs: fault.afterMs };
      case "unreachable":
        return { error: new NeverConnected() };
      case "reset-before":
      case "reset":
        return { error: reset() };
      case "half":
        return { response: brokenAnswer() };
      case "silent":
        return null;
      case "html":
        return { response: htmlAnswer() };
      case "status":
        return { response: jsonAnswer(503, { message: "busy" }) };
      case "stranger":
        this.#kirin.create(body);
        return { response: this.#kirin.stranger() };
      case "late":
        this.#arriveLate(body, fault.afterMs);
        return fault.isReset ? { error: reset() } : null;
      case "duplicate": {
        const [first, second] = [this.#kirin.create(body), this.#kirin.create(body)];
        return { response: fault.isFirstAnswered ? first : second };
      }
      case "refuse":
        return { response: refusal(fault.status, fault.retryAfterSeconds) };
      case "full":
        return { response: full(fault.retryAfterSeconds) };
    }
  }

  #takeRead(fault: ReadFault, id: string): Reply {
    switch (fault.kind) {
      case "none":
        return { response: this.#kirin.read(id) };
      case "slow":
        return { response: this.#kirin.read(id), afterMs: fault.afterMs };
      case "unreachable":
        return { error: new NeverConnected() };
      case "reset":
        return { error: reset() };
      case "half":
        return { response: brokenAnswer() };
      case "silent":
        return null;
      case "html":
        return { response: htmlAnswer() };
      case "missing":
        return { response: refusal(404) };
      case "stranger":
        return { response: this.#kirin.stranger() };
      case "status":
        return { response: refusal(fault.status) };
    }
  }

  #arriveLate(body: string, afterMs: number): void {
    const id = externalIdOf(body);
    this.underWay.add(id);
    this.#after(afterMs, () => {
      this.underWay.delete(id);
      this.#kirin.create(body);
    });
  }

  #after(delayMs: number | undefined, run: () => void): void {
    this.#world.clock.after(delayMs ?? 0, run);
  }
}

function reset(): Error {
  return new Error("ECONNRESET");
}
