import { useEffect, useRef, useState } from "react";
import * as words from "#messages/take-away.ts";
import { showToast } from "#studio/ui/toast-store.ts";
import type { Made, Result } from "./job.ts";
import { saveFile } from "./save-file.ts";

/** One of the things that can be taken away. */
export type Action = "still" | "sheet" | "film";

/** What is being made, or became of what was made last. */
export type WorkState =
  | { kind: "idle" }
  | { kind: "working"; action: Action; part: number }
  | { kind: "made"; action: Action; made: Made; fileName: string }
  | { kind: "cancelled"; action: Action }
  | { kind: "failed"; action: Action; reason: "no-encoder" | "failed" };

export interface WorkOptions {
  action: Action;
  fileName: string;
  /** Null when it was given up. */
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

/** One work at a time, saved when it is done. Given up with the component. */
export function useWork(): Work {
  const [state, setState] = useState<WorkState>({ kind: "idle" });
  const giveUp = useRef<AbortController | null>(null);

  // Whoever leaves the comparison gives up what is being made of it, and is told.
  useEffect(
    () => () => {
      if (giveUp.current === null) return;
      giveUp.current.abort();
      showToast(words.givenUp);
    },
    [],
  );

  return {
    state,
    begin({ action, fileName, make }) {
      const own = new AbortController();
      giveUp.current = own;
      setState({ kind: "working", action, part: 0 });
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
