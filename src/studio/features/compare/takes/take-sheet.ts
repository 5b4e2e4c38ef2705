/** An open sheet: reads takes, decodes them in a worker, and plays them in step. Independent of React. */

import type { SheetReply, SheetRequest } from "#comparison/takes/sheet-messages.ts";
import { createSheetPlayer, type SheetPlayer } from "#comparison/takes/sheet-player.ts";
import { startSheetWorker } from "#comparison/takes/start-sheet-worker.ts";
import { SHEET_BYTES, thumbnailSize } from "#comparison/takes/thumbnail-track.ts";
import { type OpenedSide, openSide } from "../sides/open-side.ts";

/** Why a take cannot be shown. */
export type TakeTrouble = Exclude<OpenedSide["kind"], "open">;

export interface TakeSheet {
  readonly player: SheetPlayer;
  /** Reads and decodes a take. Does nothing if it is already open or being opened. */
  open(id: string, src: string): void;
  close(): void;
}

interface TakeSheetOptions {
  /** The number of takes that share the memory budget. */
  count: number;
  onTrouble: (id: string, trouble: TakeTrouble) => void;
}

/** Opens an empty sheet. Close it when done. */
export function createTakeSheet({ count, onTrouble }: TakeSheetOptions): TakeSheet {
  const player = createSheetPlayer();
  const leaving = new AbortController();
  const opened = new Set<string>();
  const worker = startSheetWorker();
  worker.addEventListener("message", ({ data }: MessageEvent<SheetReply>) => {
    if (data.type === "frame") player.addFrame(data.id, data.index, data.image);
    else player.finish(data.id);
    if (data.type === "failed") onTrouble(data.id, "unreadable");
  });

  async function read(id: string, src: string): Promise<void> {
    const side = await openSide({ id, src, file: null }, leaving.signal);
    if (leaving.signal.aborted) return;
    if (side.kind !== "open") {
      opened.delete(id);
      onTrouble(id, side.kind);
      return;
    }
    const { media } = side;
    player.open(id, media);
    const request: SheetRequest = { id, media, ...thumbnailSize(media, SHEET_BYTES / count) };
    worker.postMessage(request);
  }

  return {
    player,
    open(id, src) {
      if (opened.has(id)) return;
      opened.add(id);
      void read(id, src);
    },
    close() {
      leaving.abort();
      worker.terminate();
      player.close();
    },
  };
}
