import { FolderOpen } from "lucide-react";
import { useRef } from "react";
import * as messages from "#messages/compare.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { CLIP_FILES } from "./file-kind.ts";

/** Opens the file picker for a video file. */
export function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <FolderOpen size={16} />
        {messages.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        accept={CLIP_FILES}
        hidden
        aria-label={messages.chooseFile}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Clear the value, so that choosing the same file again fires a change event.
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
