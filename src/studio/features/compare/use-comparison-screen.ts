import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { createViewStore } from "#comparison/geometry/view-state.ts";
import type { LinkState } from "#comparison/link/compare-link.ts";
import {
  carryOverLinkState,
  comparisonSearch,
  readLinkState,
  restoreLinkState,
  swapLinkState,
  withoutDefaults,
} from "#comparison/link/link-state.ts";
import { mapSides, otherSide, type PerSide, SIDES, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/compare.ts";
import { COMPARE_PATH, FILE_SIDE } from "#studio/domain/paths.ts";
import { comparisonSettings } from "#studio/preferences/preferences.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/overlays/toast-store.ts";
import { useLinkState } from "./link/use-link-state.ts";
import { applySettings, followSettings } from "./play-settings.ts";
import { isSmallScreen } from "./shared/small-screen.ts";
import { useAddress } from "./sides/address-context.tsx";
import type { Compared } from "./sides/compared.ts";
import { mayBeClip } from "./sides/file-kind.ts";
import { useCompared } from "./sides/use-compared.ts";
import { type SideState, useSides } from "./sides/use-sides.ts";

/** The two clips of the screen and what can be done with them. */
export interface ComparisonScreen {
  sides: PerSide<SideState>;
  /** Null until both clips can be decoded. */
  compared: Compared | null;
  /** Retries the sides that failed to open. */
  tryAgain: () => void;
  /** Swaps the sides. The state that belongs to a clip moves with it. */
  swap: () => void;
  /** Selects a generation for a side. */
  choose: (side: Side, id: string) => void;
  /** Places one file on the given side, or two files on both. */
  placeFiles: (files: readonly File[], side: Side) => void;
  /** Returns the full URL of the current state. */
  makeLink: () => string;
}

/** Opens the two clips of the address. */
export function useComparisonScreen(): ComparisonScreen {
  const { link, isSpecified, choices, entries, setFiles } = useAddress();
  const [, navigate] = useLocation();
  const shouldResume = useRef(false);
  const { sides, tryAgain } = useSides(choices, entries);
  const keys = mapSides(sides, ({ key }) => key);
  const compared = useCompared(sides.left.ready, sides.right.ready, (comparison) => {
    restoreLinkState(comparison, link);
    applySettings(comparison, isSpecified, comparisonSettings);
    if (shouldResume.current) comparison.play();
    shouldResume.current = false;
    return createViewStore(link.view);
  });
  useLinkState(compared);
  const comparison = compared?.comparison;
  useEffect(() => comparison && followSettings(comparison, comparisonSettings), [comparison]);

  function readLink(): LinkState {
    if (!compared) return link;
    return readLinkState(compared, compared.comparison.getState().frame);
  }

  function hrefOf(ids: PerSide<string>, state: LinkState): string {
    return `${COMPARE_PATH}?${comparisonSearch(ids, state, isSmallScreen())}`;
  }

  function swap() {
    const swapped = swapLinkState(readLink());
    const media = compared?.comparison.media;
    const changed = media
      ? withoutDefaults(swapped, { media: { left: media.right, right: media.left } })
      : swapped;
    shouldResume.current = compared?.comparison.getState().isPlaying ?? false;
    setFiles(({ left, right }) => ({ left: right, right: left }));
    navigate(hrefOf({ left: keys.right, right: keys.left }, changed), { replace: true });
    announce(messages.swapped(sides.right.name, sides.left.name));
  }

  return {
    sides,
    compared,
    tryAgain,
    swap,
    choose(side, id) {
      if (id === keys[side]) return;
      if (id === keys[otherSide(side)]) swap();
      else navigate(hrefOf({ ...keys, [side]: id }, carryOverLinkState(readLink())));
    },
    placeFiles(given, side) {
      const videos = given.filter(mayBeClip);
      for (const other of given)
        if (!videos.includes(other)) showToast(messages.notAVideo(other.name));
      const [first, second] = videos;
      if (!first) return;
      const placed = second ? { left: first, right: second } : { [side]: first };
      setFiles((before) => ({ ...before, ...placed }));
      // If the URL already expects these files, it stays as it is.
      if (SIDES.every((each) => !(each in placed) || lacksFile(sides[each]))) return;
      const changed = mapSides(keys, (key, each) => (each in placed ? FILE_SIDE : key));
      navigate(hrefOf(changed, carryOverLinkState(readLink())));
    },
    makeLink() {
      const state = compared ? withoutDefaults(readLink(), compared.comparison) : link;
      return new URL(hrefOf(keys, state), window.location.href).href;
    },
  };
}

/** Whether the URL names a file for this side and no file is placed yet. */
function lacksFile({ choice }: SideState): boolean {
  return choice.kind === "file" && choice.file === null;
}
