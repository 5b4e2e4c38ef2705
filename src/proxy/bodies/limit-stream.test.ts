import { describe, expect, it } from "vitest";
import { scripted } from "#proxy/testing/scripted-stream.ts";
import { limitStream, StreamTooLong } from "./limit-stream.ts";

const chunk = (length: number) => new Uint8Array(length).fill(7);
const read = async (body: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(body).arrayBuffer());

describe("a limited stream", () => {
  it("passes on up to the limit unchanged", async () => {
    const { body } = scripted([chunk(3), chunk(2)]);
    expect(await read(limitStream(body, 5))).toEqual(chunk(5));
  });

  it("fails at the first byte over the limit, and cancels the source", async () => {
    const source = scripted([chunk(3), chunk(3), chunk(3)]);
    await expect(read(limitStream(source.body, 5))).rejects.toThrow(StreamTooLong);
    expect([source.pulls, source.isCancelled]).toEqual([2, true]);
  });

  it("reads nothing ahead, and cancels the source when its reader leaves", async () => {
    const source = scripted([chunk(1), chunk(1)]);
    const reader = limitStream(source.body, 5).getReader();
    expect(source.pulls).toBe(0);
    await reader.read();
    expect(source.pulls).toBe(1);
    await reader.cancel();
    expect(source.isCancelled).toBe(true);
  });

  it("fails when its source fails", async () => {
    const source = scripted([chunk(1), new Error("broken")]);
    await expect(read(limitStream(source.body, 5))).rejects.toThrow("broken");
  });
});
