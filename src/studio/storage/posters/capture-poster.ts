/** Makes the poster of a clip: one decoded frame as a small picture. */

/** The longer side. Enough for a sharp tile on a screen with two pixels per CSS pixel. */
const POSTER_PIXELS = 480;
/** Not the first frame, because many clips fade in from black. */
const FRAME_AT_SECONDS = 0.5;
const QUALITY = 0.8;
/** A video that reports neither a frame nor an error must not hold up the others forever. */
const TIMEOUT_MS = 15_000;

/** Draws a frame of the video at a URL. Resolves to null if it can't be decoded. */
export async function capturePoster(url: string): Promise<Blob | null> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  try {
    video.src = `${url}#t=${FRAME_AT_SECONDS}`;
    return (await whenFrameIsDecoded(video)) ? await drawPoster(video) : null;
  } finally {
    // Ends the download.
    video.removeAttribute("src");
    video.load();
  }
}

function whenFrameIsDecoded(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), TIMEOUT_MS);
    const settle = (hasFrame: boolean) => {
      clearTimeout(timer);
      resolve(hasFrame);
    };
    // The fragment in the URL has already moved it to the frame.
    video.addEventListener("loadeddata", () => settle(true), { once: true });
    video.addEventListener("error", () => settle(false), { once: true });
  });
}

async function drawPoster(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, POSTER_PIXELS / Math.max(videoWidth, videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const webp = await encode(canvas, "image/webp");
  // Safari encodes no WebP, and would return a PNG of many times the size.
  return webp?.type === "image/webp" ? webp : encode(canvas, "image/jpeg");
}

function encode(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
}
