/**
 * Decides what a media element plays: the copy on this device, the clip while it arrives, or else the server's file.
 * Whatever fails on the way leads to the server's file.
 */

import { createStore, type ReadableStore } from "#store/create-store.ts";
import { type ClipUse, openClipUrl } from "#studio/storage/clips/clip-urls.ts";
import type { ClipDownload, ClipDownloads, DownloadState } from "./clip-downloads.ts";
import type { DownloadProgress } from "./download-channel.ts";
import { type StreamedClip, streamClip } from "./stream/streamed-clip.ts";
import { studioDownloads } from "./studio-downloads.ts";

/**
 * - `loading`: nothing can be played yet. Progress is null until known
 * - `copy`: the file on this device
 * - `stream`: the clip while it arrives
 * - `server`: the server's file
 */
export type PlayableSource =
  | { kind: "loading"; progress: DownloadProgress | null }
  | { kind: "copy" | "server"; url: string }
  /** `isReplaceable`: the download is over, so the whole file could be played instead. */
  | { kind: "stream"; url: string; isReplaceable: boolean };

export interface PlayableClip {
  source: ReadableStore<PlayableSource>;
  /** The element can't play the stream. The whole file is played instead, once the download is over. */
  leaveStream(): void;
  /** Lets the URLs go. Call once. The download goes on. */
  end(): void;
}

export interface PlayableOptions {
  /** Plays the server's file at once, because the copy can't be played. */
  isServerWanted?: boolean;
  downloads?: Pick<ClipDownloads, "join">;
  openCopy?: typeof openClipUrl;
  stream?: typeof streamClip;
}

/** What there is to play of a clip before anything was looked up. */
export function firstSource(src: string, isServerWanted: boolean): PlayableSource {
  // Other addresses, such as those of local files, can't be saved.
  return isServerWanted || !src.startsWith("/")
    ? { kind: "server", url: src }
    : { kind: "loading", progress: null };
}

/** Finds something to play, and starts a download if there is no copy. */
export function openPlayableClip(src: string, options: PlayableOptions = {}): PlayableClip {
  const { isServerWanted = false, downloads = studioDownloads } = options;
  const { openCopy = openClipUrl, stream = streamClip } = options;
  const source = createStore(firstSource(src, isServerWanted));
  let isEnded = false;
  let download: ClipDownload | null = null;
  let unfollow = () => {};

  const isLoading = () => !isEnded && source.getState().kind === "loading";
  const copy = createCopyLookup(src, { openCopy, isWanted: isLoading });
  const streaming = createStreaming({
    stream,
    isWanted: isLoading,
    onOpened: (url) => source.set({ kind: "stream", url, isReplaceable: false }),
    onLost: leaveStream,
  });

  async function showCopy(): Promise<boolean> {
    const url = await copy.find();
    if (url === null) return false;
    if (isLoading()) source.set({ kind: "copy", url });
    streaming.stop();
    return true;
  }

  function follow(state: DownloadState): void {
    if (!isLoading()) return;
    if (state.kind === "waiting" || state.kind === "arriving") {
      source.set({ kind: "loading", progress: state.progress });
    }
    if (state.kind === "arriving") streaming.start(state.openStream);
    if (state.kind === "checking") void showCopy();
  }

  function leaveStream(): void {
    if (isEnded || source.getState().kind !== "stream") return;
    streaming.stop();
    source.set({ kind: "loading", progress: null });
    if (download !== null) follow(download.state.getState());
    void finish();
  }

  /** Plays the whole file once the download is over, unless the stream plays. */
  async function finish(): Promise<void> {
    const problem = (await download?.result) ?? null;
    // A clip that could not be saved may still play to its end while it arrives.
    if (problem !== null) await streaming.opened();
    else if (isLoading()) await showCopy();
    const shown = source.getState();
    if (isEnded) return;
    if (shown.kind === "stream") source.set({ ...shown, isReplaceable: true });
    if (shown.kind === "loading") source.set({ kind: "server", url: src });
  }

  async function choose(): Promise<void> {
    if (!isLoading() || (await showCopy()) || !isLoading()) return;
    download = downloads.join(src);
    unfollow = download.state.subscribe(follow);
    follow(download.state.getState());
    await finish();
  }

  void choose();
  return {
    source,
    leaveStream,
    end() {
      isEnded = true;
      unfollow();
      copy.end();
      streaming.stop();
    },
  };
}

interface CopyLookupOptions {
  openCopy: typeof openClipUrl;
  /** Asked when a copy was found. One that isn't wanted any more is released. */
  isWanted: () => boolean;
}

/** Looks for the copy, as often as needed. Concurrent calls share one look-up. */
function createCopyLookup(src: string, { openCopy, isWanted }: CopyLookupOptions) {
  let use: ClipUse | null = null;
  let pending: Promise<string | null> | null = null;

  async function lookUp(): Promise<string | null> {
    const found = openCopy(src);
    const url = await found.url;
    if (url === null || !isWanted()) {
      found.end();
      return null;
    }
    use = found;
    return url;
  }

  return {
    find(): Promise<string | null> {
      pending ??= lookUp().finally(() => {
        pending = null;
      });
      return pending;
    },
    end: () => use?.end(),
  };
}

interface StreamingOptions {
  stream: typeof streamClip;
  /** Asked when the stream can be played. One that isn't wanted any more is closed. */
  isWanted: () => boolean;
  onOpened: (url: string) => void;
  onLost: () => void;
}

/** Opens the stream of a clip once. */
function createStreaming({ stream, isWanted, onOpened, onLost }: StreamingOptions) {
  const stopped = new AbortController();
  let opening: Promise<StreamedClip | null> | null = null;

  async function open(bytes: ReadableStream<Uint8Array>): Promise<StreamedClip | null> {
    const clip = await stream(bytes, stopped.signal);
    if (clip === null) return null;
    if (!isWanted()) {
      clip.close();
      return null;
    }
    onOpened(clip.url);
    void clip.lost.then(onLost);
    return clip;
  }

  return {
    start(openStream: () => ReadableStream<Uint8Array> | null): void {
      if (opening !== null || stopped.signal.aborted) return;
      const bytes = openStream();
      if (bytes !== null) opening = open(bytes);
    },
    /** Resolves once it is known whether the clip can be streamed. */
    async opened(): Promise<void> {
      await opening;
    },
    stop(): void {
      stopped.abort();
      void opening?.then((clip) => clip?.close());
    },
  };
}
