/** Runs the background work for generations. The app mounts it once, so it outlives every screen. */
import { useEffect } from "react";
import { useEntries, useLibraryStatus } from "#studio/storage/use-library.ts";
import { startBackgroundWork } from "./studio-leadership.ts";
import { useEndNews } from "./use-end-news.ts";

/** Watches unfinished generations and announces when one ends. Renders nothing. */
export function GenerationsWatcher() {
  useEffect(startBackgroundWork, []);
  useEndNews(useEntries(), useLibraryStatus());
  return null;
}
