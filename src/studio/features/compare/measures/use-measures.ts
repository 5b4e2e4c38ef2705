import { useEffect, useRef, useState } from "react";
import { cachedReport, measureClip } from "#comparison/measures/measure-clip.ts";
import { commonArea } from "#comparison/measures/picture/common-size.ts";
import type { ClipReport } from "#comparison/measures/report.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import { mapSides, type PerSide, SIDES, type Side } from "#comparison/sides.ts";

/** Progress and result of measuring. */
export type MeasuresState =
  | { kind: "idle" | "cancelled" }
  /** 0 to 1, over both clips. */
  | { kind: "working"; part: number }
  /** The side whose clip could not be decoded completely. */
  | { kind: "failed"; side: Side }
  | { kind: "done"; reports: PerSide<ClipReport> };

export interface Measures {
  state: MeasuresState;
  begin: () => void;
  cancel: () => void;
}

/** Measures both clips in turn when asked. Aborts when the component unmounts or the clips change. */
export function useMeasures(media: PerSide<ClipMedia>): Measures {
  const [held, setHeld] = useState<{ media: PerSide<ClipMedia>; state: MeasuresState }>();
  const running = useRef(new WeakMap<PerSide<ClipMedia>, AbortController>());

  useEffect(() => {
    const { current } = running;
    return () => current.get(media)?.abort();
  }, [media]);

  async function work(signal: AbortSignal): Promise<void> {
    const set = (state: MeasuresState) => {
      if (!signal.aborted) setHeld({ media, state });
    };
    const area = commonArea(SIDES.map((side) => media[side]));
    const found: Partial<Record<Side, ClipReport>> = {};
    const frames = media.left.frameCount + media.right.frameCount;
    let begun = 0;
    set({ kind: "working", part: 0 });
    for (const side of SIDES) {
      const share = media[side].frameCount / frames;
      const before = begun;
      const onProgress = (part: number) => set({ kind: "working", part: before + part * share });
      try {
        const report = await measureClip(media[side], area, { signal, onProgress });
        if (!report) return;
        found[side] = report;
      } catch {
        return set({ kind: "failed", side });
      }
      begun += share;
    }
    const { left, right } = found;
    if (left && right) set({ kind: "done", reports: { left, right } });
  }

  return {
    state: held?.media === media ? held.state : cachedState(media),
    begin() {
      const own = new AbortController();
      running.current.get(media)?.abort();
      running.current.set(media, own);
      void work(own.signal);
    },
    cancel() {
      running.current.get(media)?.abort();
      setHeld({ media, state: { kind: "cancelled" } });
    },
  };
}

/** Uses cached reports when both clips were measured before. */
function cachedState(media: PerSide<ClipMedia>): MeasuresState {
  const area = commonArea(SIDES.map((side) => media[side]));
  const { left, right } = mapSides(media, (each) => cachedReport(each, area));
  return left && right ? { kind: "done", reports: { left, right } } : { kind: "idle" };
}
