import { useEffect, useEffectEvent, useState } from "react";
import type { Side } from "#comparison/sides.ts";

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}

/** The half of the window under the pointer. */
function sideOf({ clientX }: DragEvent): Side {
  return clientX < window.innerWidth / 2 ? "left" : "right";
}

/**
 * Accepts files dropped anywhere on the page, on its left or right half. Returns the half a file is dragged over, or
 * null.
 */
export function useFileDrop(onDrop: (files: readonly File[], side: Side) => void): Side | null {
  const [over, setOver] = useState<Side | null>(null);

  const handleOver = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Without this the browser would navigate to the file.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    setOver(sideOf(event));
  });
  const handleLeave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(null);
  });
  const handleDrop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(null);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onDrop(files, sideOf(event));
  });

  useEffect(() => {
    const over = (event: DragEvent) => handleOver(event);
    const leave = (event: DragEvent) => handleLeave(event);
    const drop = (event: DragEvent) => handleDrop(event);
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);

  return over;
}
