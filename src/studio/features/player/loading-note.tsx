import { loading } from "#messages/player.ts";
import type { DownloadProgress } from "#studio/downloads/download-channel.ts";
import { Progress } from "#studio/ui/progress.tsx";

interface LoadingNoteProps {
  progress: DownloadProgress | null;
}

/** How much of a clip has arrived that can be played only as a whole. Nothing where that is not known. */
export function LoadingNote({ progress }: LoadingNoteProps) {
  if (progress === null || progress.totalBytes === null) return null;
  const value = progress.bytes / progress.totalBytes;
  return (
    // Most clips play at once, so the note waits a moment.
    <div className="grid w-48 gap-2 text-center text-13 text-on-stage-muted transition-opacity delay-500 starting:opacity-0">
      <p>{loading.progress(value)}</p>
      <Progress label={loading.label} value={value} />
    </div>
  );
}
