import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { classes } from "./classes.ts";

interface VideoFrameProps {
  /** Null while there is nothing to show, or nobody near to see it. */
  src: string | null;
  /** Told when the frame comes near to what is seen, and when it has gone far from it. */
  onNear: (isNear: boolean) => void;
  className?: string;
}

// A little before it is seen, so that scrolling finds it there.
const NEAR = "240px";
// Not the very first frame: many clips fade in from black.
const FRAME_AT_SECONDS = 0.5;

/**
 * A still frame of a clip, for thumbnails: decoration. Give it a clip only while it is near: a browser plays only so many
 * at a time, and copies of clips take memory.
 */
export function VideoFrame({ src, onNear, className }: VideoFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const handleNear = useEffectEvent(onNear);

  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => handleNear(seen.at(-1)?.isIntersecting === true),
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={box} aria-hidden="true" className={classes("size-full", className)}>
      {src !== null && <Still src={src} />}
    </div>
  );
}

function Still({ src }: { src: string }) {
  const show = useCallback(
    (video: HTMLVideoElement) => {
      video.src = `${src}#t=${FRAME_AT_SECONDS}`;
      return () => {
        // A film that has left the page is fetched on, and complains when its address is let go meanwhile.
        video.removeAttribute("src");
        video.load();
      };
    },
    [src],
  );
  return (
    <video
      ref={show}
      preload="metadata"
      muted
      playsInline
      disablePictureInPicture
      tabIndex={-1}
      className="pointer-events-none size-full object-cover"
    />
  );
}
