import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { clipDownloadPath } from "#contract/routes.ts";
import { download, downloadClip } from "#messages/result.ts";
import { isAtKirin, mayBeOnDevice } from "#studio/domain/clip-keeping.ts";
import { clipFileName } from "#studio/domain/file-name.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { useClipSource } from "#studio/storage/use-clip-source.ts";
import { AnchorButton } from "#studio/ui/anchor-button.tsx";

/** Links that save the clips of a generation, each under a name that a person can read. */
export function ClipDownloads({ entry }: { entry: LibraryEntry }) {
  const fileName = clipFileName(entry);
  return entry.generation?.clips.map(({ index, src }, position) => {
    const name = position === 0 ? fileName : fileName.replace(/\.mp4$/, `_${position + 1}.mp4`);
    const hasCopy = entry.clipsKeptAt !== null;
    return (
      <ClipDownload
        // What comes onto this device is offered from there.
        key={`${index} ${hasCopy}`}
        entry={entry}
        src={src}
        name={name}
        isFirst={position === 0}
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
  isFirst: boolean;
  children: ReactNode;
}

/** The copy on this device, or Kirin's; nothing where neither is to be had. */
function ClipDownload({ entry, src, name, isFirst, children }: ClipDownloadProps) {
  const { url, isCopy } = useClipSource(src, mayBeOnDevice(entry));
  if (!isCopy && !isAtKirin(entry)) return null;
  return (
    <AnchorButton
      href={isCopy && url !== null ? url : clipDownloadPath(src, name)}
      download={name}
      variant={isFirst ? "primary" : "quiet"}
      icon={<Download size={16} />}
    >
      {children}
    </AnchorButton>
  );
}
