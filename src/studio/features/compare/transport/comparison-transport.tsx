/** The transport of both clips. */
import { Ellipsis, Keyboard, Maximize, Minimize } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { canBeHeard } from "#comparison/media/clip-media.ts";
import { SIDES } from "#comparison/sides.ts";
import * as messages from "#messages/compare-transport.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import {
  listShortcuts,
  openShortcutSheet,
  type ShortcutGroup,
} from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { shortcutGroups } from "../shortcuts/shortcut-groups.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "../shortcuts/transport-shortcuts.ts";
import { useComparisonKeys } from "../shortcuts/use-comparison-keys.ts";
import type { Compared } from "../sides/compared.ts";
import { DamageMarks } from "./damage-marks.tsx";
import { LoopButton, MarkTools } from "./loop-tools.tsx";
import { OffsetChoice } from "./offset-choice.tsx";
import { PlayButtons } from "./play-buttons.tsx";
import { Scrubber } from "./scrubber.tsx";
import { SoundChoice } from "./sound-choice.tsx";
import { SpeedChoice } from "./speed-choice.tsx";
import { ThumbnailStrip } from "./thumbnail-strip.tsx";
import { TimeReadout } from "./time-readout.tsx";
import { TroubleNote } from "./trouble-note.tsx";
import { useTransportAnnouncements } from "./use-transport-announcements.ts";

interface ComparisonTransportProps {
  compared: Compared;
  /** Disables sound, which would reveal which side is which. */
  isBlind?: boolean;
  /** Shortcuts of neighbouring controls, listed on the shortcut sheet. */
  moreShortcuts?: readonly ShortcutGroup[] | undefined;
  /** Full screen of the stage together with this bar. */
  fullScreen?: { isFull: boolean; toggle: (() => void) | undefined };
}

const NO_SHORTCUTS: readonly ShortcutGroup[] = [];

/** Scrubber, play buttons, loop marks, speed, offset and sound, with their shortcuts. */
export function ComparisonTransport(props: ComparisonTransportProps) {
  const { compared, isBlind = false, moreShortcuts = NO_SHORTCUTS, fullScreen } = props;
  const { comparison, sides } = compared;
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const names = useMemo(
    () => ({ left: sides.left.name, right: sides.right.name }),
    [sides.left.name, sides.right.name],
  );
  const hasSound = !isBlind && SIDES.some((side) => canBeHeard(comparison.media[side]));
  useEffect(
    () => listShortcuts([...moreShortcuts, ...shortcutGroups(!hasSound)]),
    [moreShortcuts, hasSound],
  );
  useTransportAnnouncements(comparison, names);
  useComparisonKeys(region, comparison, {
    hasSound,
    toggleFullScreen: fullScreen?.toggle,
    openSheet: openShortcutSheet,
  });
  const fullLabel = fullScreen?.isFull ? messages.leaveFullScreen : messages.enterFullScreen;

  return (
    <section
      ref={setRegion}
      aria-label={messages.region}
      // Narrow screens have just enough width for seven buttons of 44 px.
      className="@container shrink-0 px-1.5 pt-2 pb-2 text-on-stage sm:px-4"
    >
      <Scrubber comparison={comparison} isBlind={isBlind}>
        {/* No thumbnails when blind: those of the smaller clip would appear first. */}
        {isBlind ? (
          <div className="h-11 rounded-6 bg-on-stage/10" />
        ) : (
          <>
            <ThumbnailStrip comparison={comparison} />
            <DamageMarks comparison={comparison} />
          </>
        )}
      </Scrubber>
      <div className="mt-1 flex flex-wrap items-center gap-y-1 @3xl:gap-x-3">
        <PlayButtons comparison={comparison} />
        <div className="flex flex-wrap gap-x-3 text-12 tabular-nums text-on-stage-muted @max-3xl:order-first @max-3xl:basis-full @max-3xl:px-1 @3xl:block">
          <TimeReadout comparison={comparison} />
          <TroubleNote comparison={comparison} />
        </div>
        <LoopButton comparison={comparison} />
        <IconButton
          label={messages.more}
          aria-expanded={isMoreOpen}
          icon={<Ellipsis size={16} />}
          onClick={() => setIsMoreOpen(!isMoreOpen)}
          className="ml-auto @3xl:hidden"
        />
        <div
          className={classes(
            "flex basis-full flex-wrap items-center gap-x-3 gap-y-1 @3xl:-ml-3 @3xl:grow @3xl:basis-0",
            !isMoreOpen && "@max-3xl:hidden",
          )}
        >
          <MarkTools comparison={comparison} isBlind={isBlind} />
          <SpeedChoice comparison={comparison} />
          <OffsetChoice comparison={comparison} right={names.right} />
          {!isBlind && <SoundChoice compared={compared} />}
          <div className="ml-auto flex items-center">
            <IconButton
              label={messages.shortcuts}
              title={titleWithKey(messages.shortcuts, KEYS.sheet)}
              aria-keyshortcuts={ariaKeys(KEYS.sheet)}
              icon={<Keyboard size={16} />}
              onClick={openShortcutSheet}
            />
            {fullScreen?.toggle && (
              <IconButton
                label={fullLabel}
                title={titleWithKey(fullLabel, KEYS.fullScreen)}
                aria-keyshortcuts={ariaKeys(KEYS.fullScreen)}
                icon={fullScreen.isFull ? <Minimize size={16} /> : <Maximize size={16} />}
                onClick={fullScreen.toggle}
              />
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
