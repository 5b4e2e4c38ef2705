/** Runs the background work for generations. The app mounts it once, so it outlives every screen. */
import { useEffect } from "react";
import { navigate } from "wouter/use-browser-location";
import { generationHref } from "#studio/domain/paths.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { startBackgroundWork } from "../background/start-background-work.ts";
import { useEndAnnouncements } from "./use-end-announcements.ts";

/** Watches unfinished generations and announces when one ends. Renders nothing. */
export function GenerationsWatcher() {
  useEffect(() => startBackgroundWork((id) => navigate(generationHref(id))), []);
  useEndAnnouncements(useEntries(), useLibraryStatus());
  return null;
}
