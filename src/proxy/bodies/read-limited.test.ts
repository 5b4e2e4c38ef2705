import { describe, expect, it } from "vitest";
import { scripted } from "#proxy/testing/scripted-stream.ts";
import { readLimited } from "./read-limited.ts";

const bytes = (...values: number[]) => new Uint8Array(values);

describe("reading a body with a limit", () => {
  it("returns all bytes in order, up to exactly the limit", async () => {
    const { body } = scripted([bytes(1, 2), bytes(), bytes(3, 4, 5)]);
    expect(await readLimited(body, 5)).toEqual(bytes(1, 2, 3, 4, 5));
    expect(await readLimited(null, 5)).toEqual(bytes());
  });

  it("cancels the rest of a body over the limit", async () => {
    const stream = scripted([bytes(1, 2), bytes(3, 4), bytes(5)]);
    expect(await readLimited(stream.body, 3)).toBeNull();
    expect(stream).toMatchObject({ isCancelled: true, pulls: 2 });
  });

  it("cancels a body that is not read in time, and rejects with the reason", async () => {
    const stream = scripted([bytes(1)]);
    const within = () => Promise.reject(new Error("too late"));
    await expect(readLimited(stream.body, 9, within)).rejects.toThrow("too late");
    expect(stream.isCancelled).toBe(true);
  });

  it("rejects with the error of a body that breaks off", async () => {
    const { body } = scripted([bytes(1), new Error("reset")]);
    await expect(readLimited(body, 9)).rejects.toThrow("reset");
  });
});
