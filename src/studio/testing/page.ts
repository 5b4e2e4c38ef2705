/**
 * A page of the studio without a browser: library, dispatcher, actions, and a proxy whose responses the test provides.
 */
import { vi } from "vitest";
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import { createDispatcher } from "#studio/features/generations/background/sending/dispatcher.ts";
import { createSendingIds } from "#studio/features/generations/background/sending/sending-ids.ts";
import { createGenerations } from "#studio/features/generations/create-generations.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import type { ApiResult } from "../api/http.ts";
import { aGeneration, LIVE_CONFIG } from "./fixtures.ts";
import { MemoryDisk } from "./memory-library.ts";

/** A create that this page has sent. */
export interface SentCreate {
  body: KirinRequest;
  /** Its row on the disk when it was sent. */
  row: LibraryEntry | undefined;
  /** Kirin accepts it and creates a task. */
  accept: (change?: Partial<Generation>) => Promise<void>;
  fail: (problem: Problem) => Promise<void>;
}

/** Opens a page with a disk. Pages with the same disk and clock are tabs of one browser. */
export function openPage(disk = new MemoryDisk(), time = new VirtualClock(), tab = "id") {
  const library = disk.open();
  const creates: SentCreate[] = [];
  let idCount = 0;

  const createGeneration = vi.fn<GenerationDeps["createGeneration"]>(
    (body) =>
      new Promise((resolve) => {
        const answer = (result: ApiResult<Generation>) => {
          resolve(result);
          return time.advance(0);
        };
        const externalTaskId = body.external_task_id ?? null;
        creates.push({
          body,
          row: [...disk.rows.values()].find((entry) => entry.externalTaskId === externalTaskId),
          accept: (change) =>
            answer({
              ok: true,
              value: aGeneration({ id: `kirin-${externalTaskId}`, externalTaskId, ...change }),
            }),
          fail: (problem) => answer({ ok: false, problem }),
        });
      }),
  );
  const readGeneration = vi.fn<GenerationDeps["readGeneration"]>();
  const readConfig = vi.fn<GenerationDeps["readConfig"]>(async () => ({
    ok: true,
    value: LIVE_CONFIG,
  }));
  const requestPersistentStorage = vi.fn();
  const isOnline = vi.fn(() => true);
  const deps: GenerationDeps = {
    library,
    createGeneration,
    readGeneration,
    readConfig,
    saveClip: vi.fn<GenerationDeps["saveClip"]>(),
    requestPersistentStorage,
    newId: () => {
      idCount += 1;
      return `${tab}-${idCount}`;
    },
    now: time.date,
    monotonicMs: () => time.nowMs,
    setTimer: time.setTimer,
    isHidden: () => false,
    isOnline,
    sending: createSendingIds(null),
    senderGone: null,
  };
  const dispatcher = createDispatcher(deps);
  return {
    disk,
    time,
    library,
    deps,
    dispatcher,
    generations: createGenerations(deps, dispatcher),
    /** All creates that were sent, in order. */
    creates,
    row: (id: string) => disk.rows.get(id),
    /** Adds existing entries, on the disk and in this page. */
    keep: (...entries: readonly LibraryEntry[]) => {
      disk.put(...entries);
      return library.load();
    },
    /** Their task ids. */
    sentIds: () => creates.map(({ body }) => body.external_task_id),
    readGeneration,
    readConfig,
    requestPersistentStorage,
    isOnline,
  };
}
