/**
 * Encodes a frame's number as a bar code along its top: two marker blocks, which distinguish a code from a plain
 * picture, and ten bits.
 */

const BITS = 10;
/** A white block, a black block, then the bits, highest first. */
const BLOCKS = BITS + 2;
/** The height of the code relative to the picture. */
export const CODE_HEIGHT = 0.25;

/** The position of a picture in an image, in image pixels. */
export interface PictureRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Context = OffscreenCanvasRenderingContext2D;

/** Draws the code of a number (0 to 1023) over the top of a canvas. */
export function drawFrameNumber(context: Context, number: number): void {
  const { width, height } = context.canvas;
  const block = width / BLOCKS;
  for (let place = 0; place < BLOCKS; place += 1) {
    context.fillStyle = isWhite(number, place) ? "white" : "black";
    context.fillRect(place * block, 0, block + 1, height * CODE_HEIGHT);
  }
}

/**
 * Reads the number in a picture at any position and scale. Null if there is no readable code: a marker is missing, or a
 * block is neither black nor white.
 */
export function readFrameNumber(
  image: ImageData,
  rect: PictureRect = { x: 0, y: 0, width: image.width, height: image.height },
): number | null {
  const y = Math.floor(rect.y + (rect.height * CODE_HEIGHT) / 2);
  let number = 0;
  for (let place = 0; place < BLOCKS; place += 1) {
    const x = Math.floor(rect.x + ((place + 0.5) * rect.width) / BLOCKS);
    const at = (y * image.width + x) * 4;
    const [red = 128, green = 128, blue = 128] = image.data.subarray(at, at + 3);
    const light = (red + green + blue) / 3;
    if (light > 85 && light < 170) return null;
    const isLight = light >= 170;
    if (place < 2 && isLight !== (place === 0)) return null;
    if (place >= 2) number = number * 2 + (isLight ? 1 : 0);
  }
  return number;
}

function isWhite(number: number, place: number): boolean {
  if (place < 2) return place === 0;
  return ((number >> (BLOCKS - 1 - place)) & 1) === 1;
}
