/** Hashes the team's password with scrypt, so that the environment does not contain it. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 64 MiB and about a quarter of a second per guess. */
const COST = { logN: 16, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MEMORY_MAX_BYTES = 256 * 1024 * 1024;
/** `scrypt:logN:r:p:salt:hash`. Without `$`, which shells and compose files would replace. */
const FORMAT = /^scrypt:(1[4-8]):(8):([1-4]):([\w-]{22,}):([\w-]{43})$/;

/** The hash of a password, with a new salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { logN, r, p } = COST;
  const hash = await derive(password, salt, { N: 2 ** logN, r, p });
  return ["scrypt", logN, r, p, salt.toString("base64url"), hash.toString("base64url")].join(":");
}

/** Whether a text is a hash of {@link hashPassword}. */
export function isPasswordHash(text: string): boolean {
  return FORMAT.test(text);
}

/** Whether a password has this hash. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, logN, r, p, salt = "", expected = ""] = FORMAT.exec(hash) ?? [];
  const cost = { N: 2 ** Number(logN), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(found, Buffer.from(expected, "base64url"));
}

/** Normalised, because the same word can be typed in several Unicode forms. */
function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: MEMORY_MAX_BYTES };
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
