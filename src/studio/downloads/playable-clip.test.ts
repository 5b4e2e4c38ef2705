/** What is played, with downloads, copies and streams that a test controls. */
import { expect, test, vi } from "vitest";
import type { Problem } from "#contract/problem.ts";
import { createStore } from "#store/create-store.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { eventually } from "#studio/testing/eventually.ts";
import type { DownloadState } from "./clip-downloads.ts";
import { openPlayableClip, type PlayableOptions } from "./playable-clip.ts";
import type { StreamedClip } from "./stream/streamed-clip.ts";

const SRC = "/api/generations/task-1/clips/0";
const COPY = { kind: "copy", url: "blob:copy" };
const STREAM = { kind: "stream", url: "blob:stream", isReplaceable: false };
const SERVER = { kind: "server", url: SRC };
const BROKEN = studioProblem("clip-broken", { detail: "", retryable: true });

function open(options: PlayableOptions = {}) {
  const state = createStore<DownloadState>({ kind: "waiting", progress: null });
  let settle: (problem: Problem | null) => void = () => {};
  const result = new Promise<Problem | null>((resolve) => {
    settle = resolve;
  });
  const join = vi.fn(() => ({ state, result }));
  const copy: { url: string | null } = { url: null };
  const endCopy = vi.fn();
  let opened: (clip: StreamedClip | null) => void = () => {};
  let lose = () => {};
  const close = vi.fn();
  const stream = vi.fn(
    (_bytes: ReadableStream<Uint8Array>, _signal: AbortSignal) =>
      new Promise<StreamedClip | null>((resolve) => {
        opened = resolve;
      }),
  );
  const clip = openPlayableClip(SRC, {
    downloads: { join },
    openCopy: () => ({ url: Promise.resolve(copy.url), end: endCopy }),
    stream,
    ...options,
  });
  return {
    ...clip,
    join,
    copy,
    endCopy,
    stream,
    close,
    source: () => clip.source.getState(),
    arrive(bytes = 0) {
      const progress = { bytes, totalBytes: 100 };
      state.set({ kind: "arriving", progress, openStream: () => new ReadableStream() });
    },
    check() {
      copy.url = COPY.url;
      state.set({ kind: "checking" });
    },
    settle,
    /** The beginning of the stream can be played, or never can. */
    open: (url: string | null) => {
      const lost = new Promise<void>((resolve) => {
        lose = resolve;
      });
      opened(url === null ? null : { url, lost, close });
    },
    lose: () => lose(),
  };
}

async function openArriving() {
  const clip = open();
  await eventually(() => expect(clip.join).toHaveBeenCalledOnce());
  clip.arrive(10);
  return clip;
}

async function openStreaming() {
  const clip = await openArriving();
  clip.open("blob:stream");
  await eventually(() => expect(clip.source()).toEqual(STREAM));
  return clip;
}

test("plays the copy if there is one, and starts no download", async () => {
  const openCopy = () => ({ url: Promise.resolve("blob:copy"), end: () => {} });
  const clip = open({ openCopy });
  await eventually(() => expect(clip.source()).toEqual(COPY));
  expect(clip.join).not.toHaveBeenCalled();
});

test.each([
  ["of a local file", "blob:file", {}],
  ["where the copy can't be played", SRC, { isServerWanted: true }],
])("plays the address itself at once %s", (_name, src, options) => {
  const clip = openPlayableClip(src, options);
  expect(clip.source.getState()).toEqual({ kind: "server", url: src });
});

test("plays the clip while it arrives, and stays with that once it is saved", async () => {
  const clip = await openStreaming();
  clip.check();
  expect(clip.source()).toEqual(STREAM);
  clip.settle(null);
  await eventually(() => expect(clip.source()).toEqual({ ...STREAM, isReplaceable: true }));
  expect(clip.close).not.toHaveBeenCalled();
});

test("shows how much has arrived while nothing can be played", async () => {
  const clip = await openArriving();
  expect(clip.source()).toEqual({ kind: "loading", progress: { bytes: 10, totalBytes: 100 } });
  clip.open(null);
  clip.arrive(60);
  expect(clip.source()).toEqual({ kind: "loading", progress: { bytes: 60, totalBytes: 100 } });
  expect(clip.stream).toHaveBeenCalledOnce();
});

test("plays the copy as soon as all of it is there, and streams no more", async () => {
  const clip = await openArriving();
  clip.check();
  await eventually(() => expect(clip.source()).toEqual(COPY));
  expect(clip.stream.mock.calls[0]?.[1].aborted).toBe(true);
  clip.open("blob:late");
  clip.settle(null);
  await eventually(() => expect(clip.close).toHaveBeenCalledOnce());
  expect(clip.source()).toEqual(COPY);
});

test("plays the copy that another tab has saved", async () => {
  const clip = open();
  await eventually(() => expect(clip.join).toHaveBeenCalledOnce());
  clip.copy.url = COPY.url;
  clip.settle(null);
  await eventually(() => expect(clip.source()).toEqual(COPY));
});

test("clip: a download fails before anything can be played → the server's file is played", async () => {
  const clip = await openArriving();
  clip.settle(BROKEN);
  clip.open(null);
  await eventually(() => expect(clip.source()).toEqual(SERVER));
});

test("clip: a copy disappears right after it was saved → the server's file is played", async () => {
  const clip = await openArriving();
  clip.open(null);
  clip.settle(null);
  await eventually(() => expect(clip.source()).toEqual(SERVER));
});

test("clip: a clip can't be saved, but it arrives → it plays while it arrives", async () => {
  const clip = await openArriving();
  clip.settle(BROKEN);
  clip.open("blob:stream");
  await eventually(() => expect(clip.source()).toMatchObject({ isReplaceable: true }));
});

test("clip: a clip stops arriving while it plays → the server's file is played", async () => {
  const clip = await openStreaming();
  clip.settle(BROKEN);
  clip.lose();
  await eventually(() => expect(clip.source()).toEqual(SERVER));
  expect(clip.close).toHaveBeenCalledOnce();
});

test("clip: the media element rejects a stream → the whole file is awaited and played", async () => {
  const clip = await openStreaming();
  clip.leaveStream();
  expect(clip.source()).toEqual({ kind: "loading", progress: { bytes: 10, totalBytes: 100 } });
  clip.arrive(50);
  expect(clip.stream).toHaveBeenCalledOnce();
  clip.check();
  clip.settle(null);
  await eventually(() => expect(clip.source()).toEqual(COPY));
});

test("clip: the browser drops buffered data of a saved clip → the copy is played", async () => {
  const clip = await openStreaming();
  clip.check();
  clip.settle(null);
  clip.lose();
  await eventually(() => expect(clip.source()).toEqual(COPY));
});

test("releases everything when it ends, and ignores the download from then on", async () => {
  const clip = await openStreaming();
  clip.end();
  await eventually(() => expect(clip.close).toHaveBeenCalledOnce());
  clip.lose();
  clip.arrive(50);
  clip.settle(BROKEN);
  expect(clip.source().kind).toBe("stream");
});

test("releases a copy that is found after it ended", async () => {
  const openCopy = () => ({ url: Promise.resolve("blob:copy"), end: endCopy });
  const endCopy = vi.fn();
  const clip = open({ openCopy });
  clip.end();
  await eventually(() => expect(endCopy).toHaveBeenCalledOnce());
  expect(clip.join).not.toHaveBeenCalled();
});
