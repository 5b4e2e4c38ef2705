/** Three prompts worth trying: one for each shape, one of them with sound. */
import type { ComponentType } from "react";
import type { KirinRequest } from "#kirin/request.ts";
import * as words from "#words/compose.ts";
import { FoxScene } from "./fox-scene.tsx";
import { LighthouseScene } from "./lighthouse-scene.tsx";
import { MarketScene } from "./market-scene.tsx";

interface Starter {
  name: string;
  Scene: ComponentType;
  request: KirinRequest;
}

const { lighthouse, market, fox } = words.starters;

export const STARTERS: readonly Starter[] = [
  {
    name: lighthouse.name,
    Scene: LighthouseScene,
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
    Scene: MarketScene,
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
    Scene: FoxScene,
    request: {
      prompt: fox.prompt,
      negative_prompt: fox.negativePrompt,
      mode: "std",
      aspect_ratio: "1:1",
      duration: "5",
    },
  },
];
