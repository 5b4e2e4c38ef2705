import { Repeat } from "lucide-react";
import { type CSSProperties, useRef } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { PanelTabs } from "#studio/features/compare/panel/panel-tabs.tsx";
import { Scrubber } from "#studio/features/compare/transport/scrubber.tsx";
import { Filmstrip } from "#studio/features/generations/views/filmstrip.tsx";
import { ChoiceQuestion } from "#studio/features/judging/fields/choice-question.tsx";
import { ReasonsField } from "#studio/features/judging/fields/reasons-field.tsx";
import { aWatchedEntry } from "#studio/testing/fixtures.ts";
import {
  APPEARANCES,
  differingPixels,
  resetAppearance,
  setAppearance,
  takePicture,
} from "#studio/testing/pictures/control-pictures.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { RadioCard } from "#studio/ui/forms/radio-card.tsx";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { Slider } from "#studio/ui/forms/slider.tsx";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { TextArea } from "#studio/ui/forms/text-area.tsx";
import { Progress } from "#studio/ui/progress.tsx";
import { MainNavigation } from "./shell/main-navigation.tsx";
import "./tokens.css";

/** About the area of a line of 2 px along the side of the smallest control. */
const MIN_PIXELS = 40;
const ENTRIES = [aWatchedEntry({ id: "one" }), aWatchedEntry({ id: "two" })];
const never = () => {};

/** One control of each kind. `isOn` is the state of all of them. */
function Controls({ isOn }: { isOn: boolean }) {
  const filled: CSSProperties & Record<"--filled", string> = { "--filled": isOn ? "100%" : "0%" };
  const comparison = useRef([0, 119].map((frame) => createFakeComparison({ state: { frame } })))
    .current[isOn ? 1 : 0];
  return (
    <div className="grid max-w-200 grid-cols-2 gap-4 p-4">
      <Switch label="Switch" checked={isOn} onChange={never} />
      <RadioCard label="Card" name="card" checked={isOn} onChange={never} />
      <SegmentedControl
        legend="Segments"
        segments={[
          { value: "off", label: "First" },
          { value: "on", label: "Segment" },
        ]}
        value={isOn ? "on" : "off"}
        onChange={never}
      />
      <IconButton label="Icon" icon={<Repeat size={16} />} aria-pressed={isOn} />
      <Button aria-pressed={isOn}>Toggle</Button>
      <Slider label="Slider" value={isOn ? 100 : 0} style={filled} onChange={never} />
      <Progress label="Progress" value={isOn ? 1 : 0} />
      <ChoiceQuestion
        question="Which?"
        ids={{ left: "left", right: "right" }}
        names={{ left: "Other", right: "Answer" }}
        chosenId={isOn ? "right" : "left"}
        onChoose={never}
      />
      <ReasonsField
        verdict={{ reasons: isOn ? ["Reason"] : [], note: "" }}
        suggested={["Reason"]}
        onChange={never}
      />
      <PanelTabs
        id="panel"
        panel={{
          isDocked: true,
          isOpen: true,
          tab: isOn ? "judge" : "facts",
          open: never,
          close: never,
        }}
      />
      <Filmstrip entries={ENTRIES} selectedId={isOn ? "one" : "two"} />
      <div className="scheme-dark bg-stage text-on-stage">
        <IconButton label="On stage" icon={<Repeat size={16} />} aria-pressed={isOn} />
        {comparison && (
          <Scrubber comparison={comparison} key={String(isOn)}>
            <div className="h-11" />
          </Scrubber>
        )}
      </div>
    </div>
  );
}

/** The part of each control that shows its state. */
const CONTROLS: Readonly<Record<string, () => Element | null>> = {
  switch: () => page.getByRole("switch").element(),
  card: () => page.getByRole("radio", { name: "Card" }).element().parentElement,
  segment: () => page.getByRole("radio", { name: "Segment" }).element().parentElement,
  "icon button": () => page.getByRole("button", { name: "Icon" }).element(),
  button: () => page.getByRole("button", { name: "Toggle" }).element(),
  slider: () => page.getByRole("slider", { name: "Slider" }).element(),
  "progress bar": () => page.getByRole("progressbar").element(),
  answer: () => page.getByRole("radio", { name: "Answer" }).element().parentElement,
  "check box": () => page.getByRole("checkbox").element().parentElement,
  tab: () => page.getByRole("tab", { name: "Judge" }).element(),
  tile: () => document.querySelector("a[href='/generations/one']"),
  "button on the stage": () => page.getByRole("button", { name: "On stage" }).element(),
  "position in a comparison": () => page.getByRole("slider", { name: "Position" }).element(),
  "navigation link": () => page.getByRole("link", { name: "Library" }).element(),
};

// A larger window would be drawn at less than its size.
beforeEach(() => page.viewport(1000, 700));
afterEach(async () => {
  await resetAppearance();
  await page.viewport(1280, 800);
});

it.each(APPEARANCES)(
  "on and off differ by 3:1 on every kind of control in %s",
  async (appearance) => {
    await setAppearance(appearance);
    const off = memoryLocation({ path: "/" });
    const on = memoryLocation({ path: "/library" });
    const draw = (isOn: boolean) => (
      <Router hook={(isOn ? on : off).hook} key={String(isOn)}>
        <header className="header-with-tabs">
          <MainNavigation />
        </header>
        <Controls isOn={isOn} />
      </Router>
    );
    const { rerender } = await render(draw(false));
    const before = await takePicture();
    await rerender(draw(true));
    const after = await takePicture();
    const alike = Object.entries(CONTROLS).flatMap(([name, find]) => {
      const box = find()?.getBoundingClientRect();
      const pixels = box ? differingPixels(before, after, box) : 0;
      return pixels < MIN_PIXELS ? [`${name}: ${pixels} pixels differ`] : [];
    });
    expect(alike).toEqual([]);
  },
);

it.each(APPEARANCES)("text boxes have a visible border in %s", async (appearance) => {
  await setAppearance(appearance);
  const { rerender } = await render(<TextArea label="Note" />);
  const box = page.getByRole("textbox").element().getBoundingClientRect();
  const before = await takePicture();
  await rerender(<div />);
  const after = await takePicture();
  expect(differingPixels(before, after, box)).toBeGreaterThan(2 * box.width);
});
