import { createPosters } from "./posters.ts";

/** The posters of this browser. */
export const studioPosters = createPosters({
  openDatabase: async (onLost) => {
    const { openPosterRows } = await import("./poster-rows.ts");
    return openPosterRows({ onLost });
  },
});
