import { useEffect, useRef, useState } from "react";
import type { ExportedFile, Result } from "#comparison/export/job.ts";
import * as messages from "#messages/export.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/overlays/toast-store.ts";
import { saveFile } from "#studio/ui/save-file.ts";

/** A kind of export. */
export type Action = "still" | "sheet" | "video";

/** The running export, or the result of the last one. */
export type ExportState =
  | { kind: "idle" }
  | { kind: "working"; action: Action; part: number }
  | { kind: "made"; action: Action; made: ExportedFile; fileName: string }
  | { kind: "cancelled"; action: Action }
  | { kind: "failed"; action: Action; reason: "no-encoder" | "failed" };

export interface ExportOptions {
  action: Action;
  fileName: string;
  /** Resolves to null when cancelled. */
  make: (options: {
    signal: AbortSignal;
    onProgress: (part: number) => void;
  }) => Promise<Result | null>;
}

export interface ExportJob {
  state: ExportState;
  begin: (options: ExportOptions) => void;
  cancel: () => void;
}

/** Runs one export at a time and saves its file. Unmounting cancels it. */
export function useExport(): ExportJob {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const abortController = useRef<AbortController | null>(null);

  // Leaving the comparison cancels the export; a toast reports it.
  useEffect(
    () => () => {
      if (abortController.current === null) return;
      abortController.current.abort();
      showToast(messages.cancelledByLeaving);
    },
    [],
  );

  return {
    state,
    begin({ action, fileName, make }) {
      const own = new AbortController();
      abortController.current = own;
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
          abortController.current = null;
          if (!result.ok) return setState({ kind: "failed", action, reason: result.reason });
          setState({ kind: "made", action, made: result.file, fileName });
          saveFile(result.file.blob, fileName);
        });
    },
    cancel() {
      if (state.kind !== "working") return;
      abortController.current?.abort();
      abortController.current = null;
      setState({ kind: "cancelled", action: state.action });
    },
  };
}
