/**
 * Checks whether an MP4 is complete when its length is unknown, since a dropped connection looks like the end of the
 * file.
 */

/** Size and type, optionally followed by a 64-bit size (ISO 14496-12, 4.2). */
const HEADER_BYTES = 16;
const BOXES_MAX = 10_000;

/** Whether the boxes end exactly at the end of the file and include those required for playback. */
export async function isWholeMp4(file: Blob): Promise<boolean> {
  const types = new Set<string>();
  let position = 0;
  for (let count = 0; position < file.size && count < BOXES_MAX; count += 1) {
    const header = new DataView(await file.slice(position, position + HEADER_BYTES).arrayBuffer());
    if (header.byteLength < 8) return false;
    types.add(String.fromCharCode(...[4, 5, 6, 7].map((at) => header.getUint8(at))));
    const size = boxSize(header, file.size - position);
    if (size < 8) return false;
    position += size;
  }
  return position === file.size && types.has("moov") && (types.has("mdat") || types.has("moof"));
}

/** Size 0 means "to the end of the file", and size 1 means that a 64-bit size follows. */
function boxSize(header: DataView, rest: number): number {
  const size = header.getUint32(0);
  if (size === 0) return rest;
  if (size !== 1) return size;
  return header.byteLength < HEADER_BYTES ? 0 : Number(header.getBigUint64(8));
}
