/** Messages for generations that ended while the creator was elsewhere. */

export const isNew = "New";
/** Accessible name of a link to something new. */
export const markedNew = (name: string) => `${name}, new`;

/** Titles of system notifications; the prompt is the notification's text. */
export const messageTitles = {
  completed: "Your clip is ready",
  failed: "A generation failed",
  refused: "A request was refused",
  "never-arrived": "Kirin didn't receive a request",
  lost: "Kirin can no longer find a task",
} as const;

export const notifyMe = "Notify me when it's ready";
export const willNotify = "You'll get a notification, even when you're in another window.";
export const notificationsBlocked =
  "Notifications are blocked in this browser. The tab title shows the number of finished clips instead.";
