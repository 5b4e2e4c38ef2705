import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { type ClipMedia, canBeHeard } from "#comparison/media/clip-media.ts";
import { SIDES } from "#comparison/sides.ts";
import type { AudibleSide } from "#comparison/sound/audible-side.ts";
import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import type { Compared } from "../sides/compared.ts";
import type { SideClip } from "../sides/side-clip.ts";
import { useLevelMeters } from "./use-level-meters.ts";

/**
 * Selects the audible side, with a level meter for each, and says why a clip cannot be heard. A changed speed also
 * changes the pitch.
 */
export function SoundChoice({ compared: { comparison, sides } }: { compared: Compared }) {
  const audible = useStore(comparison, (state) => state.audible);
  const isPlaying = useStore(comparison, (state) => state.isPlaying);
  const speed = useStore(comparison, (state) => state.speed);
  const left = useRef<HTMLCanvasElement>(null);
  const right = useRef<HTMLCanvasElement>(null);
  const canvases = useMemo(() => ({ left, right }), []);
  useLevelMeters(comparison, canvases, isPlaying);

  const audibleSides = SIDES.filter((side) => canBeHeard(comparison.media[side]));
  const reasons = SIDES.flatMap((side) => silenceOf(sides[side], comparison.media[side]) ?? []);
  if (audibleSides.length === 0) {
    const needsNoReasons = SIDES.every(
      (side) => !comparison.media[side].sound && !paidFor(sides[side]),
    );
    return <Note>{needsNoReasons ? messages.bothSilent : common.paragraph(...reasons)}</Note>;
  }
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2">
      <SegmentedControl<AudibleSide>
        legend={common.sound}
        value={audible}
        onChange={(side) => comparison.setAudible(side)}
        segments={[
          ...audibleSides.map((side) => ({
            value: side,
            label: sides[side].name,
            icon: <MeteredName name={sides[side].name} canvasRef={canvases[side]} />,
          })),
          { value: "none", label: messages.soundNone },
        ]}
      />
      {reasons.length > 0 && <Note>{common.paragraph(...reasons)}</Note>}
      {audible !== "none" && speed !== 1 && <Note>{messages.pitchAt(speed)}</Note>}
    </div>
  );
}

/** Why a side cannot be heard; null if it can. */
function silenceOf(side: SideClip, { sound }: ClipMedia): string | null {
  if (sound?.isPlayable) return null;
  if (sound) return messages.cannotPlaySound(side.name);
  return paidFor(side) ? messages.soundMissing(side.name) : messages.hasNoSound(side.name);
}

/** Whether sound was requested, and so paid for. */
function paidFor({ entry }: SideClip): boolean {
  return entry !== null && resolveRequest(entry.request).sound;
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-12 text-on-stage-muted">{children}</p>;
}

interface MeteredNameProps {
  name: string;
  canvasRef: RefObject<HTMLCanvasElement | null>;
}

function MeteredName({ name, canvasRef }: MeteredNameProps) {
  return (
    <span className="grid justify-items-center gap-0.5">
      <span className="block max-w-24 truncate leading-4">{name}</span>
      <canvas
        ref={canvasRef}
        width={96}
        height={6}
        className="h-1.5 w-12 rounded-[1px] bg-on-stage/10 text-on-stage-muted accent-danger"
      />
    </span>
  );
}
