import { describe, expect, test, vi } from "vitest";
import { createReplay } from "./replay.ts";

const chunk = (value: number) => new Uint8Array(10).fill(value);

/** A source of numbered chunks, and how many of them were read. */
function numbered(count: number, failure?: Error) {
  let read = 0;
  const cancel = vi.fn();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (read < count) controller.enqueue(chunk(read));
        else if (failure) controller.error(failure);
        else controller.close();
        read += 1;
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return { source, cancel, readCount: () => read };
}

async function readAll(stream: ReadableStream<Uint8Array> | null): Promise<number[]> {
  if (stream === null) throw new Error("too late");
  return [...new Uint8Array(await new Response(stream).arrayBuffer())].filter(
    (_, index) => index % 10 === 0,
  );
}

const options = { onProgress: () => {} };

describe("a replayed stream", () => {
  test("gives each reader everything from the beginning, and reads its source once", async () => {
    const { source, readCount } = numbered(5);
    const onProgress = vi.fn();
    const replay = createReplay(source, { onProgress });
    const first = replay.open()?.getReader();
    await first?.read();
    await first?.read();
    const late = replay.open();
    first?.releaseLock();
    expect(await readAll(late)).toEqual([0, 1, 2, 3, 4]);
    expect(await readAll(replay.open())).toEqual([0, 1, 2, 3, 4]);
    expect(readCount()).toBe(6);
    expect(onProgress.mock.calls.flat()).toEqual([10, 20, 30, 40, 50]);
  });

  test("reads no further than its fastest reader", async () => {
    const { source, readCount } = numbered(5);
    const reader = createReplay(source, options).open()?.getReader();
    await reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(readCount()).toBe(1);
  });

  test("lets two readers wait for the same chunk", async () => {
    const { source } = numbered(3);
    const replay = createReplay(source, options);
    const [one, two] = [replay.open(), replay.open()];
    expect(await Promise.all([readAll(one), readAll(two)])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  test("fails for all readers when its source fails", async () => {
    const { source } = numbered(2, new TypeError("network error"));
    const replay = createReplay(source, options);
    const [one, two] = [replay.open(), replay.open()];
    await expect(readAll(one)).rejects.toThrow("network error");
    await expect(readAll(two)).rejects.toThrow("network error");
  });

  test("cancels its source when the last reader has left, and not before", async () => {
    const { source, cancel } = numbered(5);
    const replay = createReplay(source, options);
    const [one, two] = [replay.open(), replay.open()];
    await one?.cancel();
    expect(cancel).not.toHaveBeenCalled();
    await two?.cancel();
    expect(cancel).toHaveBeenCalledOnce();
    expect(replay.open()).toBeNull();
  });

  test("of more bytes than may be held lets nobody join later, and the readers read on", async () => {
    const { source } = numbered(5);
    const replay = createReplay(source, { ...options, maxBytes: 25 });
    const [fast, slow] = [replay.open(), replay.open()];
    const reader = fast?.getReader();
    for (let count = 0; count < 3; count += 1) await reader?.read();
    expect(replay.open()).toBeNull();
    expect(await readAll(slow)).toEqual([0, 1, 2, 3, 4]);
    const rest = [await reader?.read(), await reader?.read(), await reader?.read()];
    expect(rest.map((each) => each?.value?.[0])).toEqual([3, 4, undefined]);
  });
});
