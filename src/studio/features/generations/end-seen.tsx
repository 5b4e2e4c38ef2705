/** Notices that the creator sees how a generation came out. */
import { useEffect, useRef } from "react";
import { isNews } from "#studio/domain/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { markSeen } from "./submit.ts";

/** Stands where an end is shown, and draws nothing. Seen is what is in view of a page that is looked at. */
export function EndSeen({ entry }: { entry: LibraryEntry }) {
  const place = useRef<HTMLSpanElement>(null);
  const newId = isNews(entry) ? entry.id : null;

  useEffect(() => {
    if (newId === null || place.current === null) return;
    let isInView = false;
    const look = () => {
      if (isInView && document.visibilityState === "visible") void markSeen(newId);
    };
    const observer = new IntersectionObserver((sights) => {
      isInView = sights.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(place.current);
    document.addEventListener("visibilitychange", look);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [newId]);

  return newId === null ? null : (
    <span ref={place} aria-hidden="true" className="absolute size-px" />
  );
}
