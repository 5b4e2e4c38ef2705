/** Removes the current time from an MP4, so that the same request gives the same bytes. */
import { boxesBetween } from "./mp4-boxes.ts";

const CONTAINERS = new Set(["moov", "trak", "mdia"]);
const HEADERS = new Set(["mvhd", "tkhd", "mdhd"]);
/** Offset of the creation and modification time, after a version byte and three flag bytes. */
const TIMES_OFFSET = 4;

/**
 * Sets the creation and modification times of the movie and its tracks to zero, in place. The muxer always
 * writes the current time; FFmpeg uses zero for "unknown".
 */
export function clearCreationTimes(file: Uint8Array): void {
  clearBetween(file, 0, file.length);
}

function clearBetween(file: Uint8Array, start: number, end: number): void {
  for (const box of boxesBetween(file, start, end)) {
    if (CONTAINERS.has(box.type)) clearBetween(file, box.start, box.end);
    if (!HEADERS.has(box.type)) continue;
    // Version 1 has 64-bit times (ISO/IEC 14496-12, 8.2.2).
    const timeBytes = file[box.start] === 1 ? 8 : 4;
    const times = box.start + TIMES_OFFSET;
    file.fill(0, times, times + 2 * timeBytes);
  }
}
