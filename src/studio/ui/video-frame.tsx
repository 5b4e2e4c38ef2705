import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { classes } from "./classes.ts";

interface VideoFrameProps {
  /** Null without a clip, or while the frame is far outside the viewport. */
  src: string | null;
  /** Called when the frame comes near the viewport and when it moves away. */
  onNear: (isNear: boolean) => void;
  className?: string;
}

// Loads a little before the frame is visible, so that it is ready when scrolled into view.
const NEAR_MARGIN = "240px";
// Not the first frame, because many clips fade in from black.
const FRAME_AT_SECONDS = 0.5;

/**
 * A decorative still frame of a clip for thumbnails. Pass a clip only while the frame is near the viewport, because a
 * browser limits its players and copies of clips take memory.
 */
export function VideoFrame({ src, onNear, className }: VideoFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const handleNear = useEffectEvent(onNear);

  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => handleNear(seen.at(-1)?.isIntersecting === true),
      { rootMargin: NEAR_MARGIN, scrollMargin: NEAR_MARGIN },
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
        // A removed video would keep downloading, and report an error if its URL is revoked meanwhile.
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
