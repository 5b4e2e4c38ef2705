/** The transport's shortcuts. */

import type { Comparison, Playing } from "#comparison/engine/comparison.ts";
import { framesInSecond } from "#comparison/transport/frames-in-second.ts";
import { type Mark, setMark } from "#comparison/transport/marks.ts";
import * as messages from "#messages/compare-transport.ts";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";
import { nextSpeed } from "./speeds.ts";

/** What the shortcuts act on. */
export interface TransportTarget {
  comparison: Comparison;
  toggleSound: () => void;
  toggleFullScreen: () => void;
  openSheet: () => void;
}

function secondOf(comparison: Playing): number {
  return framesInSecond(comparison.getState().frameRate);
}

/** Sets a mark at the current frame and turns looping on, because a mark has no effect without it. */
export function markHere(comparison: Playing, mark: Mark): void {
  const { isReady, region, frame, frameCount } = comparison.getState();
  if (!isReady) return;
  comparison.setRegion(setMark(region, { mark, frame, frameCount }));
  comparison.setLooping(true);
}

function changeSpeed(comparison: Playing, direction: 1 | -1) {
  comparison.setSpeed(nextSpeed(comparison.getState().speed, direction));
}

function changeOffset(comparison: Comparison, frames: number) {
  comparison.setOffset(comparison.getState().offsetFrames + frames);
}

/** Shortcuts for playing, seeking and looping, shared with the player of several takes. */
export const PLAYING_SHORTCUTS = {
  toggle: {
    keys: [" "],
    does: messages.does.toggle,
    press: ({ comparison }) => comparison.toggle(),
  },
  back: {
    keys: ["j"],
    does: messages.does.back,
    repeats: true,
    press({ comparison }) {
      comparison.goToFrame(Math.max(0, comparison.getState().frame - secondOf(comparison)));
    },
  },
  stop: { keys: ["k"], does: messages.does.stop, press: ({ comparison }) => comparison.pause() },
  faster: {
    keys: ["l"],
    does: messages.does.faster,
    press({ comparison }) {
      if (comparison.getState().isPlaying) changeSpeed(comparison, 1);
      else comparison.play();
    },
  },
  previousFrame: {
    keys: ["ArrowLeft", ","],
    does: messages.does.previousFrame,
    repeats: true,
    press: ({ comparison }) => comparison.step(-1),
  },
  nextFrame: {
    keys: ["ArrowRight", "."],
    does: messages.does.nextFrame,
    repeats: true,
    press: ({ comparison }) => comparison.step(1),
  },
  previousSecond: {
    keys: ["Shift+ArrowLeft"],
    does: messages.does.previousSecond,
    repeats: true,
    press: ({ comparison }) => comparison.step(-secondOf(comparison)),
  },
  nextSecond: {
    keys: ["Shift+ArrowRight"],
    does: messages.does.nextSecond,
    repeats: true,
    press: ({ comparison }) => comparison.step(secondOf(comparison)),
  },
  firstFrame: {
    keys: ["Home"],
    does: messages.does.firstFrame,
    press: ({ comparison }) => comparison.goToFrame(0),
  },
  lastFrame: {
    keys: ["End"],
    does: messages.does.lastFrame,
    press: ({ comparison }) => comparison.goToFrame(comparison.getState().frameCount - 1),
  },
  markStart: {
    keys: ["i"],
    does: messages.does.markStart,
    press: ({ comparison }) => markHere(comparison, "start"),
  },
  markEnd: {
    keys: ["o"],
    does: messages.does.markEnd,
    press: ({ comparison }) => markHere(comparison, "end"),
  },
  clearMarks: {
    keys: ["x"],
    does: messages.does.clearMarks,
    press: ({ comparison }) => comparison.setRegion(null),
  },
  loop: {
    keys: ["r"],
    does: messages.does.loop,
    press: ({ comparison }) => comparison.setLooping(!comparison.getState().isLooping),
  },
  decreaseSpeed: {
    keys: ["[", "<"],
    does: messages.does.decreaseSpeed,
    press: ({ comparison }) => changeSpeed(comparison, -1),
  },
  increaseSpeed: {
    keys: ["]", ">"],
    does: messages.does.increaseSpeed,
    press: ({ comparison }) => changeSpeed(comparison, 1),
  },
} satisfies Record<string, Shortcut<{ comparison: Playing }>>;

/** All shortcuts of the transport. Buttons take their tooltips from here. */
export const TRANSPORT_SHORTCUTS = {
  ...PLAYING_SHORTCUTS,
  offsetLess: {
    keys: ["{"],
    does: messages.does.offsetLess,
    repeats: true,
    press: ({ comparison }) => changeOffset(comparison, -1),
  },
  offsetMore: {
    keys: ["}"],
    does: messages.does.offsetMore,
    repeats: true,
    press: ({ comparison }) => changeOffset(comparison, 1),
  },
  sound: { keys: ["m"], does: messages.does.sound, press: ({ toggleSound }) => toggleSound() },
  fullScreen: {
    keys: ["f"],
    does: messages.does.fullScreen,
    press: ({ toggleFullScreen }) => toggleFullScreen(),
  },
  sheet: { keys: ["?"], does: messages.does.sheet, press: ({ openSheet }) => openSheet() },
} satisfies Record<string, Shortcut<TransportTarget>>;
