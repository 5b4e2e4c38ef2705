/**
 * Ties task ids to a member, so that nobody can read another member's tasks by guessing ids. Kirin knows one account
 * only, and the proxy stores nothing, so the ids themselves carry the proof.
 */
import { toBase64Url, utf8 } from "./seal.ts";

/** 96 bits: enough that no tag is ever guessed over HTTP. */
const TAG_BYTES = 12;
const TAG = /^(.+)\.([\w-]{16})$/s;
/**
 * A random UUID (RFC 9562, version 4), as the studio makes them. Nobody guesses one, so it needs no tag, and its task is
 * found even after the secret has changed.
 */
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

export interface TaskOwner {
  /** The member's name for a task of Kirin's: the id with a tag that proves that this member was told it. */
  nameOf(kirinId: string): Promise<string>;
  /** The external id at Kirin for an id that the member chose. Another member's same id is a different one. */
  externalIdOf(ownId: string): Promise<string>;
  /** The id at Kirin for an id in a request: a name, or else an id that the member chose. */
  resolve(id: string): Promise<string>;
  /** The id that the member chose, if this external id is one of theirs. */
  ownIdOf(externalId: string): Promise<string>;
}

/** Creates the owner for a member. The secret keeps members from computing tags themselves. */
export function createTaskOwner(secret: string, member: string): TaskOwner {
  const key = crypto.subtle.importKey(
    "raw",
    utf8(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );

  /** The two kinds have different tags, so that an id chosen by a member never turns into one of Kirin's. */
  async function tagged(kind: "kirin" | "own", id: string): Promise<string> {
    if (UUID.test(id)) return id;
    const text = utf8(JSON.stringify([kind, member, id]));
    const mac = new Uint8Array(await crypto.subtle.sign("HMAC", await key, text));
    return `${id}.${toBase64Url(mac.slice(0, TAG_BYTES))}`;
  }

  /** The id without its tag, or null if the tag is not right. */
  async function untagged(kind: "kirin" | "own", text: string): Promise<string | null> {
    const id = TAG.exec(text)?.[1];
    return id !== undefined && (await tagged(kind, id)) === text ? id : null;
  }

  return {
    nameOf: (kirinId) => tagged("kirin", kirinId),
    externalIdOf: (ownId) => tagged("own", ownId),
    resolve: async (id) => (await untagged("kirin", id)) ?? tagged("own", id),
    ownIdOf: async (externalId) => (await untagged("own", externalId)) ?? externalId,
  };
}
