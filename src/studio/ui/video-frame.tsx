import { useEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";

interface VideoFrameProps {
  src: string;
  className?: string;
}

// A little before it is seen, so that scrolling finds it there.
const LOAD_MARGIN = "240px";
// Not the very first frame: many clips fade in from black.
const FRAME_AT_SECONDS = 0.5;

/** A still frame of a clip, for thumbnails: decoration, loaded only when it comes near the viewport. */
export function VideoFrame({ src, className }: VideoFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);

  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        setIsNear(true);
        observer.disconnect();
      },
      { rootMargin: LOAD_MARGIN },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={box} aria-hidden="true" className={classes("size-full", className)}>
      {isNear && (
        <video
          src={`${src}#t=${FRAME_AT_SECONDS}`}
          preload="metadata"
          muted
          playsInline
          disablePictureInPicture
          tabIndex={-1}
          className="pointer-events-none size-full object-cover"
        />
      )}
    </div>
  );
}
