/** Takes the wall clock out of an MP4, so that the same request gives the same bytes. */
import { boxesBetween } from "./mp4-boxes.ts";

const CONTAINERS = new Set(["moov", "trak", "mdia"]);
const HEADERS = new Set(["mvhd", "tkhd", "mdhd"]);
/** After a version byte and three flag bytes come creation and modification time. */
const TIMES_OFFSET = 4;

/**
 * Sets creation and modification time of the movie and of every track to zero, in place. The muxer writes
 * the current time there and has no option for it; zero is what FFmpeg writes for "unknown".
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
