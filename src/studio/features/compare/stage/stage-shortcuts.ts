/** The stage's shortcuts, in one table for key handling, button tooltips and the shortcut sheet. */

import type { Point } from "#comparison/geometry/shapes.ts";
import { VIEWS, type View } from "#comparison/geometry/view-state.ts";
import type { StageModel } from "#comparison/stage/stage-model.ts";
import * as messages from "#messages/compare-stage.ts";
import { announce } from "#studio/ui/announcer.tsx";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";

/** How far one key press moves the picture, as a fraction of the pane. */
const PAN_PART = 0.1;

type StageShortcut = Shortcut<StageModel>;

/** Announces the current zoom. */
export function announceZoom(model: StageModel): void {
  const isFit = model.view.getState().zoom === null;
  announce(isFit ? messages.fitted(model.scale()) : messages.zoomedTo(model.scale()), "zoom");
}

/** Switches the view and announces it, because a key press gives no other feedback. */
function viewKey(view: View): StageShortcut {
  return {
    keys: [String(VIEWS.indexOf(view) + 1)],
    does: messages.shortcuts[view],
    press(model) {
      model.showView(view);
      announce(messages.views[view]);
    },
  };
}

function zoomKey(keys: string[], does: string, zoom: (model: StageModel) => void): StageShortcut {
  return {
    keys,
    does,
    repeats: true,
    press(model) {
      zoom(model);
      announceZoom(model);
    },
  };
}

function moveKey(key: string, does: string, by: Point): StageShortcut {
  return { keys: [key], does, repeats: true, press: (model) => model.moveLoupeOrPan(by) };
}

export const STAGE_SHORTCUTS = {
  side: viewKey("side"),
  wipe: viewKey("wipe"),
  overlay: viewKey("overlay"),
  blink: viewKey("blink"),
  difference: viewKey("difference"),
  zoomIn: zoomKey(["+", "="], messages.shortcuts.zoomIn, (model) => model.stepZoom("in")),
  zoomOut: zoomKey(["-"], messages.shortcuts.zoomOut, (model) => model.stepZoom("out")),
  fit: zoomKey(["0"], messages.shortcuts.fit, (model) => model.zoomTo(null)),
  oneToOne: zoomKey(["z"], messages.shortcuts.oneToOne, (model) => model.zoomTo(1)),
  up: moveKey("w", messages.shortcuts.up, { x: 0, y: -PAN_PART }),
  left: moveKey("a", messages.shortcuts.left, { x: -PAN_PART, y: 0 }),
  down: moveKey("s", messages.shortcuts.down, { x: 0, y: PAN_PART }),
  right: moveKey("d", messages.shortcuts.right, { x: PAN_PART, y: 0 }),
  hold: {
    keys: ["b"],
    does: messages.shortcuts.hold,
    press: (model) => model.set({ isHeld: true }),
    release: (model) => model.set({ isHeld: false }),
  },
  turnDivider: {
    keys: ["h"],
    does: messages.shortcuts.turnDivider,
    press({ view }) {
      if (view.getState().view !== "wipe") return;
      view.set({ isHorizontal: !view.getState().isHorizontal });
      announce(view.getState().isHorizontal ? messages.horizontal : messages.vertical);
    },
  },
  loupe: {
    keys: ["g"],
    does: messages.shortcuts.loupe,
    press(model) {
      const isLoupeOn = !model.getState().isLoupeOn;
      model.set({ isLoupeOn });
      announce(isLoupeOn ? messages.loupeOn : messages.loupeOff);
    },
  },
} satisfies Record<string, StageShortcut>;
