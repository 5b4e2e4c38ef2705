import { useEffect, useEffectEvent, useState } from "react";
import type { Side } from "../side.ts";

/** The half of a region that a point is on. */
function sideAt(region: Element, clientX: number): Side {
  const { left, width } = region.getBoundingClientRect();
  return clientX < left + width / 2 ? "left" : "right";
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

/**
 * Takes files that are dropped on one half of a region; two at once go to both sides. Gives the half that a file is held
 * over. A file dropped elsewhere does not make the browser leave the page.
 */
export function useFileDrop(
  region: HTMLElement | null,
  onDrop: (files: readonly File[], side: Side) => void,
): Side | null {
  const [over, setOver] = useState<Side | null>(null);

  const handleOver = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event) || !region) return;
    event.preventDefault();
    const isInside = event.target instanceof Node && region.contains(event.target);
    if (event.dataTransfer) event.dataTransfer.dropEffect = isInside ? "copy" : "none";
    setOver(isInside ? sideAt(region, event.clientX) : null);
  });
  const handleLeave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(null);
  });
  const handleDrop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event) || !region) return;
    event.preventDefault();
    setOver(null);
    const isInside = event.target instanceof Node && region.contains(event.target);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (isInside && files.length > 0) onDrop(files, sideAt(region, event.clientX));
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
