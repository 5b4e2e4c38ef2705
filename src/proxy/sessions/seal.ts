/**
 * Seals values into texts that only this studio can read or make: AES-256-GCM by WebCrypto, so that every host and every
 * instance with the same secret opens them.
 */

/** Longer texts are refused unread. Browsers drop cookies over 4096 bytes. */
const MAX_LENGTH = 2048;
const IV_BYTES = 12;

export interface Sealer {
  seal(value: unknown): Promise<string>;
  /** The value, or null for a text that was tampered with, or made for another purpose or by another secret. */
  open(text: string): Promise<unknown>;
}

/** Creates the sealer for one purpose. A text of another purpose cannot be opened, even under the same secret. */
export function createSealer(secret: string, purpose: string): Sealer {
  const additionalData = utf8(`kirin-studio ${purpose}`);
  const key = deriveKey(secret);
  return {
    async seal(value) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = utf8(JSON.stringify(value));
      const algorithm = { name: "AES-GCM", iv, additionalData };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await key, plain));
      return toBase64Url(new Uint8Array([...iv, ...sealed]));
    },
    async open(text) {
      const bytes = text.length > MAX_LENGTH ? null : fromBase64Url(text);
      if (bytes === null || bytes.byteLength <= IV_BYTES) return null;
      const algorithm = { name: "AES-GCM", iv: bytes.slice(0, IV_BYTES), additionalData };
      try {
        const plain = await crypto.subtle.decrypt(algorithm, await key, bytes.slice(IV_BYTES));
        return JSON.parse(new TextDecoder().decode(plain));
      } catch {
        return null;
      }
    },
  };
}

/** Derives the key by HKDF (RFC 5869). The secret has enough entropy, so no slow hash is needed. */
async function deriveKey(secret: string) {
  const material = await crypto.subtle.importKey("raw", utf8(secret), "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8("kirin-studio seal") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** The bytes of a text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Base64 for URLs and cookies, without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
