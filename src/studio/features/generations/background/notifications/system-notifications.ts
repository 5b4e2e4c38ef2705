/** The browser's own notifications. */
import { notificationPermission } from "#studio/preferences/notification-permission.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import type { EndNotification } from "./end-notifications.ts";

/**
 * Shows a notification if the browser permits it and the creator hasn't switched them off. Clicking it calls `onOpen`
 * with the id of the generation.
 */
export function showNotification(
  { id, title, body }: EndNotification,
  onOpen: (generationId: string) => void,
): void {
  if (notificationPermission() !== "granted" || !preferences.getState().areNotificationsOn) return;
  try {
    const notification = new Notification(title, { body, tag: id, icon: "/icon-192.png" });
    notification.onclick = () => {
      notification.close();
      window.focus();
      onOpen(id);
    };
  } catch {
    // Mobile browsers have the class but throw. The tab title counts unseen outcomes there.
  }
}
