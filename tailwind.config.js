/**
 * The scales of the design: colours and type as tokens (src/studio/app/tokens.css gives them their values in both
 * themes), a 4 px grid (Tailwind's own), two corner radii. Nothing outside these scales is used.
 */
/** @type {import("tailwindcss").Config} */
export default {
  content: ["./index.html", "./src/studio/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: "var(--paper)",
      surface: "var(--surface)",
      raised: "var(--raised)",
      ink: "var(--ink)",
      muted: "var(--muted)",
      line: "var(--line)",
      hover: "var(--hover)",
      pressed: "var(--pressed)",
      "line-strong": "var(--line-strong)",
      accent: "var(--accent)",
      "accent-hover": "var(--accent-hover)",
      "on-accent": "var(--on-accent)",
      std: "var(--std)",
      "std-soft": "var(--std-soft)",
      pro: "var(--pro)",
      "pro-soft": "var(--pro-soft)",
      warning: "var(--warning)",
      danger: "var(--danger)",
      "danger-soft": "var(--danger-soft)",
      focus: "var(--focus)",
      stage: "var(--stage)",
      "on-stage": "var(--on-stage)",
      "on-stage-muted": "var(--on-stage-muted)",
      scrim: "var(--scrim)",
    },
    fontFamily: {
      sans: "var(--font-sans)",
      mono: "var(--font-mono)",
    },
    fontSize: {
      12: ["0.75rem", "1rem"],
      13: ["0.8125rem", "1.25rem"],
      14: ["0.875rem", "1.25rem"],
      16: ["1rem", "1.5rem"],
      20: ["1.25rem", "1.75rem"],
      28: ["1.75rem", "2.25rem"],
    },
    fontWeight: { normal: "420", medium: "540", semibold: "640" },
    borderRadius: { 0: "0", 6: "6px", 10: "10px", full: "9999px" },
  },
};
