import { ASPECT_RATIOS, canHaveSound, DURATIONS, MODES } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import { seconds } from "#messages/compose.ts";
import * as messages from "#messages/settings.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import type { Preferences } from "#studio/preferences/preferences-schema.ts";
import { useStore } from "#studio/store/use-store.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { SettingsRow, SettingsSection } from "./settings-section.tsx";

const MODE_SEGMENTS = MODES.map((value) => ({ value, label: common.modes[value] }));
const RATIO_SEGMENTS = ASPECT_RATIOS.map((value) => ({ value, label: value }));
const DURATION_SEGMENTS = DURATIONS.map((value) => ({ value, label: seconds[value] }));

function change(part: Partial<Preferences["formDefaults"]>): void {
  preferences.set({ formDefaults: { ...preferences.getState().formDefaults, ...part } });
}

/** What an empty form starts with. */
export function FormDefaultsSection() {
  const defaults = useStore(preferences, (state) => state.formDefaults);
  const canSound = canHaveSound(defaults.mode);
  return (
    <SettingsSection title={messages.formDefaults}>
      <p className="-mt-2 text-12 text-muted">{messages.formDefaultsHint}</p>
      <SettingsRow label={common.mode}>
        <SegmentedControl
          legend={common.mode}
          segments={MODE_SEGMENTS}
          value={defaults.mode}
          onChange={(mode) => change({ mode })}
        />
      </SettingsRow>
      <SettingsRow label={common.aspectRatio}>
        <SegmentedControl
          legend={common.aspectRatio}
          segments={RATIO_SEGMENTS}
          value={defaults.aspect_ratio}
          onChange={(ratio) => change({ aspect_ratio: ratio })}
        />
      </SettingsRow>
      <SettingsRow label={common.duration}>
        <SegmentedControl
          legend={common.duration}
          segments={DURATION_SEGMENTS}
          value={defaults.duration}
          onChange={(duration) => change({ duration })}
        />
      </SettingsRow>
      <Switch
        label={common.sound}
        hint={messages.soundHint}
        disabled={!canSound}
        checked={canSound && defaults.sound}
        onChange={({ currentTarget }) => change({ sound: currentTarget.checked })}
      />
      <Switch
        label={common.watermark}
        checked={defaults.watermark}
        onChange={({ currentTarget }) => change({ watermark: currentTarget.checked })}
      />
    </SettingsSection>
  );
}
