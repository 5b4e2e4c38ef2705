import { Download } from "lucide-react";
import { clipDownloadPath } from "#contract/routes.ts";
import { clipFileName } from "#studio/domain/file-name.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { AnchorButton } from "#studio/ui/anchor-button.tsx";
import { download, downloadClip } from "#words/result.ts";

/** Links that save the clips of a generation, each under a name that a person can read. */
export function ClipDownloads({ entry }: { entry: LibraryEntry }) {
  const fileName = clipFileName(entry);
  return entry.generation?.clips.map(({ index, src }, position) => {
    const name = position === 0 ? fileName : fileName.replace(/\.mp4$/, `_${position + 1}.mp4`);
    return (
      <AnchorButton
        key={index}
        href={clipDownloadPath(src, name)}
        download={name}
        variant={position === 0 ? "primary" : "quiet"}
        icon={<Download size={16} />}
      >
        {position === 0 ? download : downloadClip(position + 1)}
      </AnchorButton>
    );
  });
}
