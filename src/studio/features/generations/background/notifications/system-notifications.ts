/** The browser's own notifications. */
import type { EndNotification } from "./end-notifications.ts";

/** The current permission. `denied` where notifications aren't supported, as outside a secure context. */
export function notificationPermission(): NotificationPermission {
  return "Notification" in globalThis && isSecureContext ? Notification.permission : "denied";
}

/** Asks for permission. Only called from a click, since browsers require a user gesture. */
export function requestNotifications(): Promise<NotificationPermission> {
  return Notification.requestPermission();
}

/** Shows a notification if permitted. Clicking it calls `onOpen` with the id of the generation. */
export function showNotification(
  { id, title, body }: EndNotification,
  onOpen: (generationId: string) => void,
): void {
  if (notificationPermission() !== "granted") return;
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
