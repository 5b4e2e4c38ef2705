import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { clipDownloadPath } from "#contract/routes.ts";
import { download, downloadClip } from "#messages/result.ts";
import { mayBeAtKirin, mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { clipFileName } from "#studio/format/file-name.ts";
import { useClipSource } from "#studio/storage/clips/use-clip-source.ts";
import { AnchorButton } from "#studio/ui/buttons/anchor-button.tsx";

interface ClipDownloadsProps {
  entry: LibraryEntry;
  /** Shows only the icon. The text remains the accessible name. */
  isIcon?: boolean;
}

/** Links that save the clips of a generation under readable file names. */
export function ClipDownloads({ entry, isIcon = false }: ClipDownloadsProps) {
  const fileName = clipFileName(entry);
  return entry.generation?.clips.map(({ index, src }, position) => {
    const name = position === 0 ? fileName : fileName.replace(/\.mp4$/, `_${position + 1}.mp4`);
    const hasCopy = entry.clipsKeptAt !== null;
    return (
      <ClipDownload
        // Remounted when a copy is saved, so that the link then uses the copy.
        key={`${index} ${hasCopy}`}
        entry={entry}
        src={src}
        name={name}
        isIcon={isIcon}
      >
        {position === 0 ? download : downloadClip(position + 1)}
      </ClipDownload>
    );
  });
}

interface ClipDownloadProps {
  entry: LibraryEntry;
  src: string;
  name: string;
  isIcon: boolean;
  children: ReactNode;
}

/** Links to the copy on this device or to Kirin's. Empty if neither is available. */
function ClipDownload({ entry, src, name, isIcon, children }: ClipDownloadProps) {
  const { url, isCopy } = useClipSource(src, mayBeOnDevice(entry));
  if (!isCopy && !mayBeAtKirin(entry)) return null;
  return (
    <AnchorButton
      href={isCopy && url !== null ? url : clipDownloadPath(src, name)}
      download={name}
      icon={<Download size={isIcon ? 18 : 16} />}
      className={isIcon ? "relative size-11 px-0! inset-ring-0!" : undefined}
    >
      <span className={isIcon ? "sr-only" : undefined}>{children}</span>
    </AnchorButton>
  );
}
