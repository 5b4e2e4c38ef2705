import { Palette, SeparatorHorizontal, SeparatorVertical, SunMedium } from "lucide-react";
import type { CSSProperties } from "react";
import { BLINK_PERIODS_MS, GAINS } from "#comparison/geometry/view-state.ts";
import * as messages from "#messages/compare-stage.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { Slider } from "#studio/ui/forms/slider.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { STAGE_SHORTCUTS } from "./stage-shortcuts.ts";
import { useBlinkPeriod } from "./use-blink.ts";
import { useStage, useView } from "./use-stage.ts";

/** The settings of the current view. */
export function ViewControls() {
  const view = useView((state) => state.view);
  switch (view) {
    case "wipe":
      return <WipeControls />;
    case "overlay":
      return <OverlayControls />;
    case "blink":
      return <BlinkControls />;
    case "difference":
      return <DifferenceControls />;
    default:
      return null;
  }
}

function WipeControls() {
  const { model } = useStage();
  const isHorizontal = useView((view) => view.isHorizontal);
  return (
    <SegmentedControl
      legend={messages.dividerDirection}
      segments={[
        { value: "vertical", label: messages.vertical, icon: <SeparatorVertical size={16} /> },
        {
          value: "horizontal",
          label: messages.horizontal,
          icon: <SeparatorHorizontal size={16} />,
        },
      ]}
      value={isHorizontal ? "horizontal" : "vertical"}
      onChange={(direction) => model.view.set({ isHorizontal: direction === "horizontal" })}
    />
  );
}

function OverlayControls() {
  const { model, names } = useStage();
  const part = useView(({ opacity }) => Math.round(opacity * 100));
  const style: CSSProperties & Record<"--filled", string> = { "--filled": `${part}%` };
  return (
    <div className="flex min-w-0 items-center gap-2 text-12">
      <span className="max-w-32 shrink-0 truncate">{names.left}</span>
      <Slider
        label={messages.opacity}
        valueText={messages.opacityOf(names.right, part / 100)}
        min={0}
        max={100}
        value={part}
        onChange={(event) => model.view.set({ opacity: event.currentTarget.valueAsNumber / 100 })}
        style={style}
        className="max-w-40 min-w-20 pointer-coarse:h-11"
      />
      <span className="max-w-32 shrink-0 truncate">{names.right}</span>
    </div>
  );
}

const HELD = "held";

function BlinkControls() {
  const { model, names } = useStage();
  const periodMs = useBlinkPeriod();
  const hold = (isHeld: boolean) => () => model.set({ isHeld });
  return (
    <>
      <SegmentedControl
        legend={messages.blinkPeriod}
        segments={[
          ...BLINK_PERIODS_MS.map((ms) => ({
            value: String(ms),
            label: messages.everyMs(ms),
            icon: <span className="whitespace-nowrap">{messages.everySeconds(ms / 1000)}</span>,
          })),
          { value: HELD, label: messages.onlyHeld, icon: messages.held },
        ]}
        value={periodMs === null ? HELD : String(periodMs)}
        onChange={(value) => {
          const blinkMs = BLINK_PERIODS_MS.find((ms) => String(ms) === value) ?? null;
          model.set({ hasAskedToBlink: true });
          model.view.set({ blinkMs });
        }}
      />
      <Button
        aria-keyshortcuts={ariaKeys(STAGE_SHORTCUTS.hold)}
        onPointerDown={hold(true)}
        onPointerUp={hold(false)}
        onPointerLeave={hold(false)}
        onPointerCancel={hold(false)}
        onKeyDown={outsideComposition((event) => {
          if (event.key === " " || event.key === "Enter") model.set({ isHeld: true });
        })}
        onKeyUp={hold(false)}
        onBlur={hold(false)}
        onContextMenu={(event) => event.preventDefault()}
        title={titleWithKey(messages.holdToSee(names.right), STAGE_SHORTCUTS.hold)}
        className="max-w-full touch-none"
      >
        <span className="truncate">{messages.holdToSee(names.right)}</span>
      </Button>
    </>
  );
}

const COLOURS = "colours";
const BRIGHTNESS = "brightness";

function DifferenceControls() {
  const { model } = useStage();
  const gain = useView((view) => view.gain);
  const isLumaOnly = useView((view) => view.isLumaOnly);
  return (
    <>
      <SegmentedControl
        legend={messages.gain}
        segments={GAINS.map((times) => ({ value: String(times), label: messages.times(times) }))}
        value={String(gain)}
        onChange={(value) => {
          const chosen = GAINS.find((times) => String(times) === value);
          if (chosen) model.view.set({ gain: chosen });
        }}
      />
      <SegmentedControl
        legend={messages.differenceOf}
        segments={[
          { value: COLOURS, label: messages.colours, icon: <Palette size={16} /> },
          { value: BRIGHTNESS, label: messages.brightness, icon: <SunMedium size={16} /> },
        ]}
        value={isLumaOnly ? BRIGHTNESS : COLOURS}
        onChange={(value) => model.view.set({ isLumaOnly: value === BRIGHTNESS })}
      />
    </>
  );
}
