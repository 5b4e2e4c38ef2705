/** Reads the box structure of an MP4 file (ISO/IEC 14496-12, 4.2). */

export interface Mp4Box {
  type: string;
  /** Start of the box's content, after its header. */
  start: number;
  /** End of the box. */
  end: number;
}

const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;

/** The sibling boxes between two positions of a file. */
export function boxesBetween(file: Uint8Array, start: number, end: number): Mp4Box[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const boxes: Mp4Box[] = [];
  for (let at = start; at + HEADER_BYTES <= end; ) {
    const short = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + HEADER_BYTES));
    // Size 1 means that a 64-bit size follows the type; size 0 means "to the end of the file".
    const isLarge = short === 1;
    const size = isLarge ? Number(view.getBigUint64(at + HEADER_BYTES)) : short || end - at;
    const header = isLarge ? LARGE_HEADER_BYTES : HEADER_BYTES;
    if (size < header || at + size > end) throw new Error(`The MP4 box ${type} has a wrong size.`);
    boxes.push({ type, start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}
