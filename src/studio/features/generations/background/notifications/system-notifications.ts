/** The browser's own notifications. */
import type { EndMessage } from "./end-notifications.ts";

/** `default`: not asked yet · `granted` · `denied`: refused, or not supported. */
export type MessagePermission = "default" | "granted" | "denied";

/** The current permission. Browsers have no notifications outside a secure context. */
export function messagePermission(): MessagePermission {
  return "Notification" in globalThis && isSecureContext ? Notification.permission : "denied";
}

/** Asks for permission. Only called from a click, since browsers require a user gesture. */
export function askForMessages(): Promise<MessagePermission> {
  return Notification.requestPermission();
}

/** Shows a notification if permitted. Clicking it calls `onOpen` with the id of the generation. */
export function showMessage(
  { id, title, body }: EndMessage,
  onOpen: (generationId: string) => void,
): void {
  if (messagePermission() !== "granted") return;
  try {
    const message = new Notification(title, { body, tag: id, icon: "/icon-192.png" });
    message.onclick = () => {
      message.close();
      window.focus();
      onOpen(id);
    };
  } catch {
    // Mobile browsers have the class but throw. The tab title shows the news there.
  }
}
