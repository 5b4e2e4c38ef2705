/** The fill of Pro's bars: hatched, so that they differ from Standard's without colour. */
export const PRO_BAR =
  "bg-[repeating-linear-gradient(135deg,var(--pro)_0_3px,color-mix(in_oklch,var(--pro)_45%,var(--paper))_3px_5px)]";
