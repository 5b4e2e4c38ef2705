/** Saves the picture that a video shows as a PNG file. Does nothing while there is no picture. */
export async function saveFrame(video: HTMLVideoElement, fileName: string): Promise<void> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Some browsers read the data only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a frame's file beside the clip's: "fox_std_16x9.mp4" becomes "fox_std_16x9_frame-12.png". */
export function frameFileName(clipName: string, frame: number | null): string {
  const base = clipName.replace(/\.mp4$/, "");
  return frame === null ? `${base}.png` : `${base}_frame-${frame + 1}.png`;
}
