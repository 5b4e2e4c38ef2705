import { type CSSProperties, type ReactNode, useCallback, useState } from "react";
import { classes } from "../classes.ts";
import { Spinner } from "../spinner.tsx";

interface ClipFrameProps {
  /** Path of the clip, or null while it is not known. */
  src: string | null;
  /** Width to height, such as "16:9": the frame has its shape before the clip is there. */
  ratio: string;
  /** A CSS background that holds the place of the picture until its first frame is there. */
  background?: string;
  /** Name of the clip for screen readers. */
  label: string;
  videoRef: (video: HTMLVideoElement | null) => void;
  isBuffering: boolean;
  onPress: () => void;
  /** Drawn over the picture in place of it: why it cannot be shown. */
  failure?: ReactNode;
  className?: string;
}

/**
 * The picture: a frame of the clip's shape that holds its place from the start. The first frame fades in when
 * it is there, so that nothing flashes black.
 */
export function ClipFrame(props: ClipFrameProps) {
  const { src, ratio, background, label, videoRef, isBuffering, onPress, failure, className } =
    props;
  const [shownSrc, setShownSrc] = useState<string | null>(null);
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      videoRef(video);
      // Inside a suspended tree the element loads before it is mounted, and nobody hears its events.
      if (video && video.readyState >= video.HAVE_CURRENT_DATA) setShownSrc(src);
    },
    [videoRef, src],
  );
  const isShown = src !== null && shownSrc === src && !failure;
  const [width = "16", height = "9"] = ratio.split(":");
  const style: CSSProperties & Record<"--ratio", string> = { "--ratio": `${width} / ${height}` };
  return (
    <div
      style={style}
      className={classes(
        "relative mx-auto aspect-(--ratio) w-full max-w-[calc(var(--stage-max-height,68dvh)*(var(--ratio)))] overflow-hidden",
        className,
      )}
    >
      {!isShown && !failure && (
        <div
          aria-hidden="true"
          className="breathe absolute inset-0 bg-on-stage/10"
          style={background === undefined ? undefined : { background }}
        />
      )}
      {src !== null && (
        // biome-ignore lint/a11y/useMediaCaption: Kirin makes no captions
        <video
          // The fragment makes phones that load nothing before a touch show the first frame.
          key={src}
          ref={attach}
          src={`${src}#t=0.001`}
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
      {failure && <div className="absolute inset-0 grid place-items-center">{failure}</div>}
    </div>
  );
}
