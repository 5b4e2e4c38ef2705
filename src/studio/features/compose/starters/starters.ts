/** Three example prompts: one for each aspect ratio, one of them with sound. */
import type { AspectRatio } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import * as messages from "#messages/compose.ts";
import foxPicture from "./fox.svg?no-inline";
import lighthousePicture from "./lighthouse.svg?no-inline";
import marketPicture from "./market.svg?no-inline";

export interface Starter {
  name: string;
  /** URL of the drawing, which has the clip's aspect ratio. */
  picture: string;
  shape: { aspect: string; grow: string };
  request: KirinRequest;
}

/** Class names by aspect ratio. A frame grows with its ratio, so that all frames have the same height. */
const SHAPES = {
  "16:9": { aspect: "aspect-[16/9]", grow: "grow-[16]" },
  "9:16": { aspect: "aspect-[9/16]", grow: "grow-[5.0625]" },
  "1:1": { aspect: "aspect-square", grow: "grow-[9]" },
} as const satisfies Record<AspectRatio, Starter["shape"]>;

const { lighthouse, market, fox } = messages.starters;

export const STARTERS: readonly Starter[] = [
  {
    name: lighthouse.name,
    picture: lighthousePicture,
    shape: SHAPES["16:9"],
    request: {
      prompt: lighthouse.prompt,
      negative_prompt: lighthouse.negativePrompt,
      mode: "std",
      aspect_ratio: "16:9",
      duration: "5",
    },
  },
  {
    name: market.name,
    picture: marketPicture,
    shape: SHAPES["9:16"],
    request: {
      prompt: market.prompt,
      negative_prompt: market.negativePrompt,
      mode: "pro",
      sound: "on",
      aspect_ratio: "9:16",
      duration: "10",
    },
  },
  {
    name: fox.name,
    picture: foxPicture,
    shape: SHAPES["1:1"],
    request: {
      prompt: fox.prompt,
      negative_prompt: fox.negativePrompt,
      mode: "std",
      aspect_ratio: "1:1",
      duration: "5",
    },
  },
];
