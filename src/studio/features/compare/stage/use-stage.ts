/** Hooks to read a stage. A component renders again only when the part it selects changes. */
import { createContext, use, useSyncExternalStore } from "react";
import type { ViewState } from "#comparison/geometry/view-state.ts";
import type { PerSide } from "#comparison/sides.ts";
import type { StageModel } from "#comparison/stage/stage-model.ts";
import type { StageState } from "#comparison/stage/stage-state.ts";
import { useStore } from "#studio/store/use-store.ts";
import type { SideLook } from "./side-looks.ts";

/** The context value of all components on the stage. */
export interface StageContextValue {
  model: StageModel;
  looks: PerSide<SideLook>;
  names: PerSide<string>;
  /** Hides which side is which. */
  isBlind: boolean;
}

export const StageContext = createContext<StageContextValue | null>(null);

/** The enclosing stage. */
export function useStage(): StageContextValue {
  const stage = use(StageContext);
  if (!stage) throw new Error("useStage needs a StageContext.");
  return stage;
}

/** Selects a part of the view; `pick` must return a value comparable with `Object.is`. */
export function useView<Part>(pick: (view: ViewState) => Part): Part {
  return useStore(useStage().model.view, pick);
}

/** Selects a part of the stage's state; `pick` must return a value comparable with `Object.is`. */
export function useStageState<Part>(pick: (state: StageState) => Part): Part {
  return useStore(useStage().model, pick);
}

/** Selects a value derived from both view and stage, such as the scale. */
export function useGeometry<Part>(pick: (model: StageModel) => Part): Part {
  const { model } = useStage();
  return useSyncExternalStore(
    (onChange) => subscribeToBoth(model, onChange),
    () => pick(model),
  );
}

/** Calls `onChange` when the view or the stage changes. Returns a disposer. */
export function subscribeToBoth(model: StageModel, onChange: () => void): () => void {
  const leaveView = model.view.subscribe(onChange);
  const leaveStage = model.subscribe(onChange);
  return () => {
    leaveView();
    leaveStage();
  };
}
