import { describe, expect, it } from "vitest";
import { hashPassword, isPassword, isPasswordHash } from "./password-hash.ts";
import { readTeamOptions } from "./team-env.ts";

const PASSWORD = "correct horse battery";
const hash = await hashPassword(PASSWORD);

describe("a password's hash", () => {
  it("fits its password only, in any Unicode form", async () => {
    expect(await isPassword(PASSWORD, hash)).toBe(true);
    for (const wrong of ["", "Correct horse battery", `${PASSWORD} `]) {
      expect(await isPassword(wrong, hash)).toBe(false);
    }
    const composed = await hashPassword("caf\u00e9 au lait chaud");
    expect(await isPassword("cafe\u0301 au lait chaud", composed)).toBe(true);
  });

  it("has a salt of its own, and nothing that a shell replaces", async () => {
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
    expect(hash).toMatch(/^scrypt:16:8:1:[\w-]{22}:[\w-]{43}$/);
  });

  it.each(["", PASSWORD, "scrypt:10:8:1:a:b", "$scrypt$ln=16$a$b"])("is not %j", (text) => {
    expect(isPasswordHash(text)).toBe(false);
  });
});

describe("the team's settings", () => {
  it("are none without a password", () => {
    expect(readTeamOptions({})).toBeNull();
    expect(readTeamOptions({ STUDIO_PASSWORD_HASH: " " })).toBeNull();
  });

  it("have defaults", async () => {
    const team = readTeamOptions({ STUDIO_PASSWORD_HASH: hash });
    expect(team).toMatchObject({ passwordHash: hash, secret: hash, createsPerMinute: 20 });
    expect(await team?.isPassword(PASSWORD)).toBe(true);
    expect(await team?.isPassword("wrong")).toBe(false);
  });

  it("can have a secret and a limit", () => {
    const secret = "x".repeat(32);
    const team = readTeamOptions({
      STUDIO_PASSWORD_HASH: hash,
      STUDIO_SESSION_SECRET: secret,
      STUDIO_CREATES_PER_MINUTE: "7",
    });
    expect(team).toMatchObject({ secret, createsPerMinute: 7 });
  });

  it.each([
    ["STUDIO_PASSWORD_HASH", "the password itself"],
    ["STUDIO_SESSION_SECRET", "too short"],
    ["STUDIO_CREATES_PER_MINUTE", "0"],
    ["STUDIO_CREATES_PER_MINUTE", "a few"],
  ])("with a wrong %s stop the start with one sentence (%s)", (name, value) => {
    expect(() => readTeamOptions({ [name]: value })).toThrow(new RegExp(`^${name} must [^.]*\\.$`));
  });

  it("never repeat a wrong value, which may be the password", () => {
    const password = "the password itself";
    for (const name of ["STUDIO_PASSWORD_HASH", "STUDIO_CREATES_PER_MINUTE"]) {
      expect(() => readTeamOptions({ [name]: password })).not.toThrow(password);
    }
  });
});
