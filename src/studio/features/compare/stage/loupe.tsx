import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { clamp } from "#comparison/clamp.ts";
import type { PixelValue } from "#comparison/paint/pair-pixels.ts";
import { type PerSide, SIDES } from "#comparison/sides.ts";
import { hexOf, paintLoupe } from "#comparison/stage/paint-loupe.ts";
import type { StageModel } from "#comparison/stage/stage-model.ts";
import * as messages from "#messages/compare-stage.ts";
import { subscribeToBoth, useStage, useStageState } from "./use-stage.ts";

/** Size of one side's window in CSS pixels. */
const SIZE = 120;
const GAP = 2;
/** Distance from the point under inspection, so that neither the finger nor the loupe covers it. */
const POINTER_DISTANCE = 28;

type Values = PerSide<PixelValue | "beside" | null>;

/** The same point of both pictures, magnified, with its pixel values. */
export function Loupe() {
  const isOn = useStageState((state) => state.isLoupeOn);
  return isOn ? <OpenLoupe /> : null;
}

function OpenLoupe() {
  const { model, names } = useStage();
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [values, setValues] = useState<Values>({ left: null, right: null });

  useEffect(() => {
    let pending = 0;
    const look = () => {
      pending = 0;
      if (!canvas.current) return;
      const { comparison } = model.compared;
      const place = model.inspectedPoint();
      paintLoupe(canvas.current, model, { place, size: SIZE, gap: GAP });
      const shown = comparison.getShown();
      if (!shown) return;
      const [left, right] = SIDES.map((side) => model.pixels.read(shown, side, place));
      // Keep the previous values while the new ones are unknown.
      setValues((before) => ({ left: left ?? before.left, right: right ?? before.right }));
    };
    const schedule = () => {
      if (pending === 0) pending = requestAnimationFrame(look);
    };
    const leave = subscribeToBoth(model, schedule);
    const leaveShown = model.compared.comparison.onShown(schedule);
    schedule();
    return () => {
      cancelAnimationFrame(pending);
      leave();
      leaveShown();
    };
  }, [model]);

  // The position depends on the height, which depends on the values.
  useLayoutEffect(() => {
    if (frame.current) placeBeside(frame.current, model);
  });

  return (
    <figure
      ref={frame}
      aria-label={messages.loupe}
      className="pointer-events-none absolute top-0 left-0 overflow-hidden rounded-6 bg-stage ring-1 ring-on-stage/70"
    >
      <canvas ref={canvas} style={{ width: 2 * SIZE + GAP, height: SIZE }} />
      <dl className="grid grid-cols-2 gap-x-0.5 text-12 tabular-nums">
        {SIDES.map((side) => (
          <div key={side} className="min-w-0 px-2 py-1">
            <dt className="truncate font-medium" style={{ maxWidth: SIZE - 16 }}>
              {names[side]}
            </dt>
            <Value value={values[side]} />
          </div>
        ))}
      </dl>
    </figure>
  );
}

function Value({ value }: { value: Values["left"] }) {
  if (!value) return null;
  if (value === "beside") return <dd className="text-on-stage-muted">{messages.besidePicture}</dd>;
  const hex = hexOf(value);
  return (
    <>
      <dd className="flex items-center gap-1.5">
        <span
          aria-hidden="true"
          className="size-3 ring-1 ring-on-stage/40"
          style={{ background: hex }}
        />
        <span>{hex}</span>
      </dd>
      <dd>{`${value.red} ${value.green} ${value.blue}`}</dd>
      <dd className="text-on-stage-muted">{messages.pixelAt(value.x, value.y)}</dd>
    </>
  );
}

/** Places the loupe above the point, or below it, or in the other half of the picture if neither fits. */
function placeBeside(element: HTMLElement, model: StageModel): void {
  const { canvas, pixelRatio, pointer } = model.getState();
  const [width, height] = [canvas.width / pixelRatio, canvas.height / pixelRatio];
  const at = pointer
    ? { x: pointer.x / pixelRatio, y: pointer.y / pixelRatio }
    : { x: width / 2, y: height / 2 };
  const { offsetWidth, offsetHeight } = element;
  const lowest = Math.max(0, height - offsetHeight);
  const [above, below] = [at.y - offsetHeight - POINTER_DISTANCE, at.y + POINTER_DISTANCE];
  let y = at.y > height / 2 ? 0 : lowest;
  if (above >= 0) y = above;
  else if (below <= lowest) y = below;
  const x = clamp(at.x - offsetWidth / 2, 0, Math.max(0, width - offsetWidth));
  element.style.transform = `translate(${x}px, ${y}px)`;
}
