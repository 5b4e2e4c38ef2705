/** Renders a request to the bytes of its clip. */
import type { ClipRequest } from "./clip-request.ts";
import { createPainter } from "./create-painter.ts";
import { renderClip } from "./encode/render-clip.ts";
import { synthesiseSound } from "./sound/synthesise-sound.ts";

/** Paints, synthesises and encodes a request. The same request gives the same bytes on the same machine. */
export function renderRequest(
  request: ClipRequest,
  onProgress?: (progress: number) => void,
): Promise<Uint8Array> {
  return renderClip({
    painter: createPainter(request),
    sound: request.sound ? synthesiseSound(request) : null,
    onProgress,
  });
}
