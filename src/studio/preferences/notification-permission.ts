/** The browser's permission for notifications. */

/** The current permission. `denied` where notifications aren't supported, as outside a secure context. */
export function notificationPermission(): NotificationPermission {
  return "Notification" in globalThis && isSecureContext ? Notification.permission : "denied";
}

/** Asks for permission. Only called from a click, since browsers require a user gesture. */
export function requestNotifications(): Promise<NotificationPermission> {
  return Notification.requestPermission();
}
