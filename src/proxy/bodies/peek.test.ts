import { describe, expect, it } from "vitest";
import { scripted } from "#proxy/testing/scripted-stream.ts";
import { peek } from "./peek.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const wholeOf = async (body: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(body as BodyInit).arrayBuffer());

describe("reading the start of a stream", () => {
  it.each([
    ["in single bytes", [bytes(1), bytes(2), bytes(3), bytes(4)], bytes(1, 2, 3)],
    ["in one longer chunk", [bytes(1, 2, 3, 4, 5)], bytes(1, 2, 3)],
    ["across two chunks", [bytes(1, 2), bytes(3, 4)], bytes(1, 2, 3)],
    ["that is shorter", [bytes(1, 2)], bytes(1, 2)],
    ["that is empty", [], bytes()],
  ])("leaves every byte in the stream: %s", async (_name, chunks, start) => {
    const seen = await peek(scripted(chunks).body, 3);
    expect(seen.start).toEqual(start);
    expect(await wholeOf(seen.body)).toEqual(bytes(...chunks.flatMap((chunk) => [...chunk])));
  });

  it("reads no further than it has to", async () => {
    const stream = scripted([bytes(1, 2, 3), bytes(4), bytes(5)]);
    const { body } = await peek(stream.body, 3);
    expect(stream.pulls).toBe(1);
    const reader = body.getReader();
    await reader.read();
    expect(stream.pulls).toBe(1);
    await reader.read();
    expect(stream.pulls).toBe(2);
  });

  it("cancels the source when the rest is not wanted", async () => {
    const stream = scripted([bytes(1, 2, 3), bytes(4)]);
    const { body } = await peek(stream.body, 1);
    await body.cancel();
    expect(stream.isCancelled).toBe(true);
  });
});
