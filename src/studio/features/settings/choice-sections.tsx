/** Settings that are plain choices. */
import { singleKeys, singleKeysHint } from "#messages/compare-transport.ts";
import * as messages from "#messages/settings.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { SettingsRow, SettingsSection } from "./settings-section.tsx";

const THEMES = (["system", "light", "dark"] as const).map((value) => ({
  value,
  label: messages.themes[value],
}));

/** Light, dark or the system's theme. */
export function AppearanceSection() {
  const theme = useStore(preferences, (state) => state.theme);
  return (
    <SettingsSection title={messages.appearance}>
      <SettingsRow label={messages.theme}>
        <SegmentedControl
          legend={messages.theme}
          segments={THEMES}
          value={theme}
          onChange={(chosen) => preferences.set({ theme: chosen })}
        />
      </SettingsRow>
    </SettingsSection>
  );
}

/** How a clip starts and ends. */
export function PlaybackSection() {
  const isAutoplaying = useStore(preferences, (state) => state.isAutoplaying);
  const isLooping = useStore(preferences, (state) => state.isLooping);
  return (
    <SettingsSection title={messages.playback}>
      <Switch
        label={messages.autoplay}
        hint={messages.autoplayHint}
        checked={isAutoplaying}
        onChange={({ currentTarget }) => preferences.set({ isAutoplaying: currentTarget.checked })}
      />
      <Switch
        label={messages.loop}
        checked={isLooping}
        onChange={({ currentTarget }) => preferences.set({ isLooping: currentTarget.checked })}
      />
    </SettingsSection>
  );
}

/** Whether single keys act, and the way to the sheet of all shortcuts. */
export function ShortcutsSection({ onShowAll }: { onShowAll: () => void }) {
  const areShortcutsOn = useStore(preferences, (state) => state.areShortcutsOn);
  return (
    <SettingsSection title={messages.shortcuts}>
      <Switch
        label={singleKeys}
        hint={singleKeysHint}
        checked={areShortcutsOn}
        onChange={({ currentTarget }) => preferences.set({ areShortcutsOn: currentTarget.checked })}
      />
      <Button className="justify-self-start" onClick={onShowAll}>
        {messages.showShortcuts}
      </Button>
    </SettingsSection>
  );
}
