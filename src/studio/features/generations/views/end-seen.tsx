/** Detects that the creator has seen the outcome of a generation. */
import { useEffect, useRef } from "react";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { generations } from "../studio-generations.ts";

/**
 * Placed next to an outcome; renders only an empty marker. The outcome counts as seen when the marker is in view of a
 * visible page.
 */
export function EndSeen({ entry }: { entry: LibraryEntry }) {
  const place = useRef<HTMLSpanElement>(null);
  const newId = isUnseen(entry) ? entry.id : null;

  useEffect(() => {
    if (newId === null || place.current === null) return;
    let isInView = false;
    const check = () => {
      if (isInView && document.visibilityState === "visible") void generations.markSeen(newId);
    };
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      check();
    });
    observer.observe(place.current);
    document.addEventListener("visibilitychange", check);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", check);
    };
  }, [newId]);

  return newId === null ? null : (
    <span ref={place} aria-hidden="true" className="absolute size-px" />
  );
}
