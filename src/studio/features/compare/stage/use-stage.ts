/** Ways for components to follow a stage: each renders again only when the part it asked for has changed. */
import { createContext, use, useSyncExternalStore } from "react";
import type { PerSide } from "../side.ts";
import type { SideLook } from "./side-looks.ts";
import type { StageModel, StageState } from "./stage-model.ts";
import type { ViewState } from "./view-state.ts";

/** What everything on the stage needs. */
export interface StageAround {
  model: StageModel;
  looks: PerSide<SideLook>;
  names: PerSide<string>;
  /** Nothing may tell which side is which. */
  isBlind: boolean;
}

export const StageContext = createContext<StageAround | null>(null);

/** The stage around a component. */
export function useStage(): StageAround {
  const stage = use(StageContext);
  if (!stage) throw new Error("not on a stage");
  return stage;
}

/** A part of the view; `pick` gives something that can be compared by `Object.is`. */
export function useView<Part>(pick: (view: ViewState) => Part): Part {
  const { view } = useStage().model;
  return useSyncExternalStore(view.subscribe, () => pick(view.getState()));
}

/** A part of the stage's state; `pick` gives something that can be compared by `Object.is`. */
export function useStageState<Part>(pick: (state: StageState) => Part): Part {
  const { model } = useStage();
  return useSyncExternalStore(model.subscribe, () => pick(model.getState()));
}

/** Something worked out from view and stage together, such as the scale. */
export function useGeometry<Part>(pick: (model: StageModel) => Part): Part {
  const { model } = useStage();
  return useSyncExternalStore(
    (onChange) => subscribeToBoth(model, onChange),
    () => pick(model),
  );
}

/** Calls `onChange` when the view or the stage changes. */
export function subscribeToBoth(model: StageModel, onChange: () => void): () => void {
  const leaveView = model.view.subscribe(onChange);
  const leaveStage = model.subscribe(onChange);
  return () => {
    leaveView();
    leaveStage();
  };
}
