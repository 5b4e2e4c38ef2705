import { useState } from "react";
import * as messages from "#messages/settings.ts";
import {
  notificationPermission,
  requestNotifications,
} from "#studio/preferences/notification-permission.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** Notifications: a button that asks for the permission, then a switch. */
export function NotificationsSection() {
  const [permission, setPermission] = useState(notificationPermission);
  const areOn = useStore(preferences, (state) => state.areNotificationsOn);

  async function handleAllow() {
    const answer = await requestNotifications();
    setPermission(answer);
    if (answer === "granted") preferences.set({ areNotificationsOn: true });
  }

  return (
    <SettingsSection title={messages.notifications}>
      {permission === "default" && (
        <>
          <p className="text-13">{messages.notifyUnasked}</p>
          <Button className="justify-self-start" onClick={() => void handleAllow()}>
            {messages.notifyAllow}
          </Button>
        </>
      )}
      {permission === "granted" && (
        <Switch
          label={messages.notify}
          hint={messages.notifyHint}
          checked={areOn}
          onChange={({ currentTarget }) =>
            preferences.set({ areNotificationsOn: currentTarget.checked })
          }
        />
      )}
      {permission === "denied" && <p className="text-13 text-muted">{messages.notifyDenied}</p>}
    </SettingsSection>
  );
}
