/** Compares by pixels how controls look in two states, in light, dark and forced colours. */
import { cdp, page } from "vitest/browser";

export const APPEARANCES = ["light", "dark", "forced colours"] as const;

/** Contrast that tells two states apart without relying on colour (WCAG 2.2, 1.4.11). */
const MIN_CONTRAST = 3;

/** Draws the page in an appearance until {@link resetAppearance}. */
export async function setAppearance(appearance: (typeof APPEARANCES)[number]): Promise<void> {
  const isForced = appearance === "forced colours";
  document.documentElement.dataset.theme = appearance === "dark" ? "dark" : "light";
  const features = [{ name: "forced-colors", value: isForced ? "active" : "none" }];
  await cdp().send("Emulation.setEmulatedMedia", { features });
}

export async function resetAppearance(): Promise<void> {
  await setAppearance("light");
  delete document.documentElement.dataset.theme;
}

/** The pixels of the window as it is shown. It must not be larger than what the test runner shows at full size. */
export async function takePicture(): Promise<ImageData> {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
  const bytes = Uint8Array.from(
    atob(await page.screenshot({ save: false, element: document.documentElement })),
    (character) => character.charCodeAt(0),
  );
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Number of pixels within `box` (in CSS pixels) whose contrast between both pictures is at least 3:1. */
export function differingPixels(one: ImageData, other: ImageData, box: DOMRect): number {
  let count = 0;
  for (let y = Math.floor(box.top); y < Math.ceil(box.bottom); y += 1) {
    for (let x = Math.floor(box.left); x < Math.ceil(box.right); x += 1) {
      const at = 4 * (y * one.width + x);
      const [low = 0, high = 0] = [luminance(one, at), luminance(other, at)].toSorted(
        (a, b) => a - b,
      );
      if ((high + 0.05) / (low + 0.05) >= MIN_CONTRAST) count += 1;
    }
  }
  return count;
}

/** Relative luminance of a pixel, 0 to 1 (WCAG 2.2). */
function luminance({ data }: ImageData, at: number): number {
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((offset) => {
    const part = (data[at + offset] ?? 0) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
