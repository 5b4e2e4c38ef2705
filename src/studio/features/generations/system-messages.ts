/** The browser's own notifications. */
import { navigate } from "wouter/use-browser-location";
import { generationHref } from "#studio/domain/paths.ts";
import type { EndMessage } from "./end-messages.ts";

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

/** Shows a notification if permitted. Clicking it opens the generation. */
export function showMessage({ id, title, body }: EndMessage): void {
  if (messagePermission() !== "granted") return;
  try {
    const message = new Notification(title, { body, tag: id, icon: "/icon-192.png" });
    message.onclick = () => {
      message.close();
      window.focus();
      navigate(generationHref(id));
    };
  } catch {
    // Mobile browsers have the class but throw. The tab title shows the news there.
  }
}
