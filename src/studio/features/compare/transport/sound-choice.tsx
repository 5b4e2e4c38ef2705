import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { SegmentedControl } from "#studio/ui/segmented-control.tsx";
import * as words from "#words/compare-transport.ts";
import type { Compared } from "../compared.ts";
import type { Heard } from "../engine/comparison.ts";
import { SIDES } from "../side.ts";
import { useLevelMeters } from "./use-level-meters.ts";
import { useSelected } from "./use-selected.ts";

/**
 * Which side is heard, with a level meter for each; a clip without sound is said to have none. At another speed the pitch is
 * another one, as on a tape.
 */
export function SoundChoice({ compared: { comparison, sides } }: { compared: Compared }) {
  const heard = useSelected(comparison, (state) => state.heard);
  const isPlaying = useSelected(comparison, (state) => state.isPlaying);
  const speed = useSelected(comparison, (state) => state.speed);
  const left = useRef<HTMLCanvasElement>(null);
  const right = useRef<HTMLCanvasElement>(null);
  const canvases = useMemo(() => ({ left, right }), []);
  useLevelMeters(comparison, canvases, isPlaying);

  const sounding = SIDES.filter((side) => comparison.media[side].sound);
  const silent = SIDES.filter((side) => !comparison.media[side].sound);
  if (sounding.length === 0) return <Note>{words.bothSilent}</Note>;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2">
      <SegmentedControl<Heard>
        legend={words.sound}
        value={heard}
        onChange={(side) => comparison.setHeard(side)}
        segments={[
          ...sounding.map((side) => ({
            value: side,
            label: sides[side].name,
            icon: <MeteredName name={sides[side].name} canvasRef={canvases[side]} />,
          })),
          { value: "none", label: words.soundNone },
        ]}
      />
      {silent.map((side) => (
        <Note key={side}>{words.hasNoSound(sides[side].name)}</Note>
      ))}
      {heard !== "none" && speed !== 1 && <Note>{words.pitchAt(speed)}</Note>}
    </div>
  );
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
