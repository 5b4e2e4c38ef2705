/** Messages for what the browser doesn't let the studio do. */

/** What this browser window doesn't let the studio do. Each is shown alone or with the others. */
export const browserLimits = {
  tabs: "This browser doesn't let tabs communicate. Changes from another tab appear when you return to this one.",
  elections:
    "This window can't coordinate with other tabs. Each open tab checks your clips itself, and nothing is sent twice.",
  preferences:
    "This window can't save preferences. Your draft and theme are lost when you close or reload the page.",
  clips: "This window can't save clips on this device. Download each clip you want to keep.",
} as const;
