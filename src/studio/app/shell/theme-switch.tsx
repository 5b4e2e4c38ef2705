import { Monitor, Moon, Sun } from "lucide-react";
import * as messages from "#messages/shell.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";

const SEGMENTS = [
  { value: "system", label: messages.themeSystem, icon: <Monitor size={14} /> },
  { value: "light", label: messages.themeLight, icon: <Sun size={14} /> },
  { value: "dark", label: messages.themeDark, icon: <Moon size={14} /> },
] as const;

/** Selects light, dark or the system's theme. */
export function ThemeSwitch() {
  const theme = useStore(preferences, (current) => current.theme);
  return (
    <SegmentedControl
      legend={messages.theme}
      segments={SEGMENTS}
      value={theme}
      onChange={(chosen) => preferences.set({ theme: chosen })}
    />
  );
}
