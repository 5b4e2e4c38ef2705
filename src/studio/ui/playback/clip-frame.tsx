import { type ReactNode, useCallback, useState } from "react";
import { classes } from "../classes.ts";
import { Spinner } from "../spinner.tsx";
import { FittedFrame } from "./fitted-frame.tsx";

interface ClipFrameProps {
  /** URL of the clip, or null while unknown. */
  src: string | null;
  /** Whether `src` is that of a MediaSource, which takes no fragment. */
  isStream?: boolean;
  /** Aspect ratio, such as "16:9". The frame has this shape before the clip loads. */
  ratio: string;
  /** A CSS background shown until the first frame is there. */
  background?: string;
  /** Accessible name of the clip. */
  label: string;
  videoRef: (video: HTMLVideoElement | null) => void;
  isBuffering: boolean;
  onPress: () => void;
  /** Shown until there is something to play. */
  note?: ReactNode;
  /** Shown instead of the picture when the clip can't be played. */
  failure?: ReactNode;
}

/**
 * The picture in a frame of the clip's ratio, which reserves its space from the start. The first frame fades in, so
 * that nothing flashes black.
 */
export function ClipFrame(props: ClipFrameProps) {
  const { src, isStream = false, ratio, background, label, videoRef, isBuffering, onPress } = props;
  const { note, failure } = props;
  const [shownSrc, setShownSrc] = useState<string | null>(null);
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      videoRef(video);
      // In a suspended tree the element can load before it is mounted, so its events are missed.
      if (video && video.readyState >= video.HAVE_CURRENT_DATA) setShownSrc(src);
    },
    [videoRef, src],
  );
  const isShown = src !== null && shownSrc === src && !failure;
  return (
    <FittedFrame ratio={ratio}>
      {!isShown && !failure && (
        <div
          aria-hidden="true"
          className="slow-pulse absolute inset-0 bg-on-stage/10"
          style={background === undefined ? undefined : { background }}
        />
      )}
      {src !== null && (
        // biome-ignore lint/a11y/useMediaCaption: Kirin makes no captions
        <video
          // The fragment makes phones show the first frame when they load nothing before a touch.
          key={src}
          ref={attach}
          src={isStream ? src : `${src}#t=0.001`}
          aria-label={label}
          preload="auto"
          playsInline
          disableRemotePlayback
          onLoadedData={() => setShownSrc(src)}
          onEmptied={() => setShownSrc(null)}
          onClick={onPress}
          className={classes(
            "absolute inset-0 size-full object-contain transition-opacity duration-150",
            !isShown && "opacity-0",
          )}
        />
      )}
      {isBuffering && !failure && (
        <div className="pointer-events-none absolute inset-0 grid place-items-center text-on-stage">
          <Spinner className="size-8 opacity-80 transition-opacity delay-300 starting:opacity-0" />
        </div>
      )}
      {src === null && note && !failure && (
        <div className="absolute inset-0 grid place-items-center">{note}</div>
      )}
      {failure && <div className="absolute inset-0 grid place-items-center">{failure}</div>}
    </FittedFrame>
  );
}
