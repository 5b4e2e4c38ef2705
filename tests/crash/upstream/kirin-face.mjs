/** How the scripted Kirin answers one trial's requests: the wire of the real one, with the trial's troubles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createDraw } from "../draw.mjs";
import { sendHalf, sendHtml, sendJson, sendRefusal } from "./answers.mjs";
import { openAccount, wireTask } from "./kirin-account.mjs";
import { drawClipTrouble, drawCreateTrouble, drawReadTrouble, drawWeather } from "./weather.mjs";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */

const CREATE_PATH = "/model/v1/generation";
const TASK_PATH = `${CREATE_PATH}/task/`;
const CLIP_PATH = "/clips/";
/** A clip's address is good for so long after the task was read. */
const CLIP_ADDRESS_MS = 60_000;
const NO_TROUBLE = /** @type {const} */ ({ kind: "none" });
const clip = readFileSync(join(import.meta.dirname, "clip.mp4"));

/**
 * @param {{ seed: number, baseUrl: string, weather?: Partial<import("./weather.mjs").Weather> }} options
 */
export function openKirin({ seed, baseUrl, weather: wanted }) {
  const weather = { ...drawWeather(seed), ...wanted };
  const account = openAccount(seed, weather);
  const creates = createDraw(seed, "creates");
  const reads = createDraw(seed, "reads");
  const clips = createDraw(seed, "clips");
  const form = { clipBase: `${baseUrl}/clips`, ...weather };
  let isCalm = false;
  let open = 0;

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function create(request, response) {
    const trouble = isCalm ? NO_TROUBLE : drawCreateTrouble(creates, weather);
    if (trouble.kind === "reset-before") {
      response.destroy();
      return;
    }
    const body = await readText(request);
    if (body === null) return;
    const arrived = account.note(body, trouble.kind);
    const refusal = isCalm ? null : account.refusal();
    if (refusal !== null) sendRefusal(response, refusal, String(refusal));
    else if (account.isFull())
      sendRefusal(response, 429, "1303", weather.saysRetryAfter ? 3 : null);
    else await suffer(trouble, arrived, response);
  }

  /**
   * @param {import("./weather.mjs").CreateTrouble} trouble
   * @param {import("./kirin-account.mjs").ArrivedCreate} arrived
   * @param {ServerResponse} response
   */
  async function suffer(trouble, arrived, response) {
    const answer = () => sendJson(response, 200, wireOf(arrived));
    switch (trouble.kind) {
      case "never":
        noteLeaving(arrived, response);
        if (trouble.made) account.make(arrived);
        await failToAnswer(trouble, response, "");
        return;
      case "reset":
      case "html":
      case "truncated":
      case "status":
        if (trouble.made) account.make(arrived);
        await failToAnswer(trouble, response, JSON.stringify(wireOf(arrived)));
        return;
      case "late":
        await makeLate(trouble, arrived, response);
        return;
      case "duplicate":
        // A network that delivers twice: the caller hears what came of the second.
        account.make(arrived);
        sendRefusal(response, 409, "409");
        return;
      case "busy":
        sendRefusal(response, 429, trouble.code, trouble.retryAfterSeconds);
        return;
      case "slow":
        if (makeOrConflict(arrived, response)) {
          noteLeaving(arrived, response);
          await wait(trouble.ms);
          answer();
        }
        return;
      default:
        if (makeOrConflict(arrived, response)) answer();
    }
  }

  /**
   * @param {{ afterMs: number, isReset: boolean }} trouble
   * @param {import("./kirin-account.mjs").ArrivedCreate} arrived
   * @param {ServerResponse} response
   */
  async function makeLate({ afterMs, isReset }, arrived, response) {
    if (isReset) response.destroy();
    else noteLeaving(arrived, response);
    await wait(afterMs);
    account.make(arrived);
    response.removeAllListeners("close");
    response.destroy();
  }

  /** @param {import("./kirin-account.mjs").ArrivedCreate} arrived @param {ServerResponse} response */
  function makeOrConflict(arrived, response) {
    const isNew = account.make(arrived) !== null;
    if (!isNew) sendRefusal(response, 409, "409");
    return isNew;
  }

  /** @param {import("./kirin-account.mjs").ArrivedCreate} arrived */
  function wireOf({ externalTaskId }) {
    const task = account.tasks.find((each) => each.externalTaskId === externalTaskId);
    return task === undefined ? { id: "none" } : wireTask(task, form);
  }

  /** @param {string} id @param {ServerResponse} response */
  async function read(id, response) {
    const trouble = isCalm ? NO_TROUBLE : drawReadTrouble(reads, weather.readTrouble);
    const known = account.find(id);
    // Kirin may forget for a moment what it has told of; what it never told of, it does not deny.
    const task = trouble.kind === "missing" && known?.isTold ? undefined : known;
    if (task !== undefined && (trouble.kind === "none" || trouble.kind === "slow"))
      task.isTold = true;
    // Put into words now, so that a slow answer tells of a state that has passed.
    const answer = task && JSON.stringify(wireTask(task, form));
    if (trouble.kind === "slow") await wait(trouble.ms);
    else if (trouble.kind !== "none" && trouble.kind !== "missing") {
      await failToAnswer(trouble, response, answer ?? "{}");
      return;
    }
    if (answer === undefined) sendRefusal(response, 404, "404");
    else {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(answer);
    }
  }

  /** @param {string} path Task and moment of the address. @param {IncomingMessage} request @param {ServerResponse} response */
  async function serveClip(path, request, response) {
    const trouble = isCalm ? NO_TROUBLE : drawClipTrouble(clips, weather.clipTrouble);
    const [id, givenAtMs] = path.split("/");
    const isKnown = account.tasks.some((task) => task.id === id && task.outcome === "completed");
    const isOld = Date.now() - Number(givenAtMs) > CLIP_ADDRESS_MS;
    if (!isKnown || isOld || trouble.kind === "expired") sendRefusal(response, 403, "403");
    else if (trouble.kind === "none") sendClip(request, response);
    else await failToAnswer(trouble, response, clip);
  }

  /** Runs until the request is dealt with, and never throws. @param {() => Promise<void>} work */
  async function count(work) {
    open += 1;
    await work().catch(() => undefined);
    open -= 1;
  }

  return {
    /** @param {string} path Below the trial's address. @param {IncomingMessage} request @param {ServerResponse} response */
    handle(path, request, response) {
      if (request.method === "POST" && path === CREATE_PATH)
        return count(() => create(request, response));
      if (path.startsWith(TASK_PATH)) {
        return count(() => read(decodeURIComponent(path.slice(TASK_PATH.length)), response));
      }
      if (path.startsWith(CLIP_PATH)) {
        return count(() => serveClip(path.slice(CLIP_PATH.length), request, response));
      }
      // No quotes: not every gateway has them.
      sendRefusal(response, 404, "404");
      return Promise.resolve();
    },
    /** From now on nothing goes wrong that is not under way already. */
    calm() {
      isCalm = true;
    },
    /** @returns {import("./kirin-account.mjs").Ledger} */
    ledger: () => ({ creates: account.creates, tasks: account.tasks, nowMs: Date.now(), open }),
  };
}

/**
 * @param {import("./weather.mjs").ReadTrouble | import("./weather.mjs").CreateTrouble} trouble
 * @param {ServerResponse} response
 * @param {string | Uint8Array} answer What would have been said.
 */
async function failToAnswer(trouble, response, answer) {
  switch (trouble.kind) {
    case "html":
      sendHtml(response);
      return;
    case "truncated":
      sendHalf(response, answer);
      return;
    case "status":
      sendRefusal(response, trouble.status, String(trouble.status));
      return;
    case "never":
      await new Promise((resolve) => response.once("close", resolve));
      return;
    default:
      response.destroy();
  }
}

/** The clip, whole or one range of it. @param {IncomingMessage} request @param {ServerResponse} response */
function sendClip(request, response) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const common = { "Content-Type": "video/mp4", "Accept-Ranges": "bytes" };
  if (first === undefined) {
    response.writeHead(200, { ...common, "Content-Length": String(clip.length) });
    response.end(clip);
    return;
  }
  const from = Number(first);
  const to = Math.min(last ? Number(last) : clip.length - 1, clip.length - 1);
  const range = `bytes ${from}-${to}/${clip.length}`;
  response.writeHead(206, {
    ...common,
    "Content-Length": String(to + 1 - from),
    "Content-Range": range,
  });
  response.end(clip.subarray(from, to + 1));
}

/** The whole body, or null when the caller left in the middle of it. @param {IncomingMessage} request @returns {Promise<string | null>} */
async function readText(request) {
  let text = "";
  try {
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    return text;
  } catch {
    return null;
  }
}

/** @param {number} ms By the creator's clock. @returns {Promise<void>} */
function wait(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Writes down when the caller hangs up on a create that is not answered. @param {import("./kirin-account.mjs").ArrivedCreate} arrived @param {ServerResponse} response */
function noteLeaving(arrived, response) {
  response.once("close", () => {
    if (!response.writableEnded) arrived.leftAfterMs = Date.now() - arrived.atMs;
  });
}
