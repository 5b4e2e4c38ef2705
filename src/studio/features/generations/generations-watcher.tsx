/** The one place that looks after generations. Mounted once by the app, it outlives every screen. */
import { useEffect } from "react";
import { useEntries, useLibraryStatus } from "#studio/storage/use-library.ts";
import { startBackgroundWork } from "./studio-leadership.ts";
import { useEndNews } from "./use-end-news.ts";

/** Watches every entry that has something to tell, and says so when one ends. Draws nothing. */
export function GenerationsWatcher() {
  useEffect(startBackgroundWork, []);
  useEndNews(useEntries(), useLibraryStatus());
  return null;
}
