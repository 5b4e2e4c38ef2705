import { useEffect, useRef, useState } from "react";
import type { Made, Result } from "#comparison/export/job.ts";
import * as messages from "#messages/export.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/overlays/toast-store.ts";
import { saveFile } from "./save-file.ts";

/** A kind of export. */
export type Action = "still" | "sheet" | "video";

/** The running export, or the result of the last one. */
export type WorkState =
  | { kind: "idle" }
  | { kind: "working"; action: Action; part: number }
  | { kind: "made"; action: Action; made: Made; fileName: string }
  | { kind: "cancelled"; action: Action }
  | { kind: "failed"; action: Action; reason: "no-encoder" | "failed" };

export interface WorkOptions {
  action: Action;
  fileName: string;
  /** Resolves to null when cancelled. */
  make: (options: {
    signal: AbortSignal;
    onProgress: (part: number) => void;
  }) => Promise<Result | null>;
}

export interface Work {
  state: WorkState;
  begin: (options: WorkOptions) => void;
  cancel: () => void;
}

/** Runs one export at a time and saves its file. Unmounting cancels it. */
export function useWork(): Work {
  const [state, setState] = useState<WorkState>({ kind: "idle" });
  const giveUp = useRef<AbortController | null>(null);

  // Leaving the comparison cancels the export; a toast reports it.
  useEffect(
    () => () => {
      if (giveUp.current === null) return;
      giveUp.current.abort();
      showToast(messages.cancelledByLeaving);
    },
    [],
  );

  return {
    state,
    begin({ action, fileName, make }) {
      const own = new AbortController();
      giveUp.current = own;
      setState({ kind: "working", action, part: 0 });
      announce(messages.working[action]);
      const onProgress = (part: number) => {
        if (!own.signal.aborted) setState({ kind: "working", action, part });
      };
      const failed: Result = { ok: false, reason: "failed" };
      void make({ signal: own.signal, onProgress })
        .catch(() => failed)
        .then((result) => {
          if (own.signal.aborted || result === null) return;
          giveUp.current = null;
          if (!result.ok) return setState({ kind: "failed", action, reason: result.reason });
          setState({ kind: "made", action, made: result.made, fileName });
          saveFile(result.made.blob, fileName);
        });
    },
    cancel() {
      if (state.kind !== "working") return;
      giveUp.current?.abort();
      giveUp.current = null;
      setState({ kind: "cancelled", action: state.action });
    },
  };
}
