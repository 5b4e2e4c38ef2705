/** The browser's own notifications. */
import { navigate } from "wouter/use-browser-location";
import { generationHref } from "#studio/domain/paths.ts";
import type { EndMessage } from "./end-messages.ts";

/** Whether the creator may be asked, has agreed, or nothing can be done (refused, or not there at all). */
export type MessagePermission = "default" | "granted" | "denied";

/** How things stand. Without a secure context browsers have no notifications. */
export function messagePermission(): MessagePermission {
  return "Notification" in globalThis && isSecureContext ? Notification.permission : "denied";
}

/** Asks the creator. Only ever called by a press of theirs. */
export function askForMessages(): Promise<MessagePermission> {
  return Notification.requestPermission();
}

/** Shows a message, if the creator has agreed; pressing it opens the generation. */
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
    // Browsers of phones have the class, and throw: there the tab's title has to do.
  }
}
