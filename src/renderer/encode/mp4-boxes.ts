/** The box structure of an MP4 file (ISO/IEC 14496-12, 4.2). */

export interface Mp4Box {
  type: string;
  /** Where the box's content starts, after its header. */
  start: number;
  /** Where the box ends. */
  end: number;
}

const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;

/** The boxes that lie side by side between two positions of a file. */
export function boxesBetween(file: Uint8Array, start: number, end: number): Mp4Box[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const boxes: Mp4Box[] = [];
  for (let at = start; at + HEADER_BYTES <= end; ) {
    const short = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + HEADER_BYTES));
    // 1 stands for a 64-bit size after the type, 0 for "to the end".
    const isLarge = short === 1;
    const size = isLarge ? Number(view.getBigUint64(at + HEADER_BYTES)) : short || end - at;
    const header = isLarge ? LARGE_HEADER_BYTES : HEADER_BYTES;
    if (size < header || at + size > end) throw new Error(`The MP4 box ${type} has a wrong size.`);
    boxes.push({ type, start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}
