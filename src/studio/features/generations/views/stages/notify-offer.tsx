/** Offers system notifications. The browser's permission prompt opens only after a click. */
import { Bell } from "lucide-react";
import { useState } from "react";
import * as messages from "#messages/notifications.ts";
import {
  notificationPermission,
  requestNotifications,
} from "#studio/preferences/notification-permission.ts";
import { Button } from "#studio/ui/buttons/button.tsx";

/** A button until permission was asked for, then one sentence with the result. */
export function NotifyOffer() {
  const [before] = useState(notificationPermission);
  const [permission, setPermission] = useState(before);
  if (before !== "default") return null;
  if (permission === "default") {
    return (
      <Button onClick={() => void requestNotifications().then(setPermission)}>
        <Bell size={14} aria-hidden="true" />
        {messages.notifyMe}
      </Button>
    );
  }
  return (
    <p role="status" className="text-12 text-muted">
      {permission === "granted" ? messages.willNotify : messages.notificationsBlocked}
    </p>
  );
}
