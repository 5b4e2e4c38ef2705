import { describe, expect, it } from "vitest";
import { splitCamera } from "./split-camera.ts";

describe("a camera term", () => {
  it.each([
    "Camera slowly moving",
    "locked-off",
    "locked off frame",
    "static shot",
    "static frame",
    "static view",
    "slow pan",
    "slowly panning",
    "quick pan",
    "whip-pan",
    "gentle pan",
    "smooth pans",
    "pan left",
    "pans right",
    "panning up",
    "pan down",
    "pan across",
    "pan over",
    "pan slowly",
    "tilt up",
    "tilts down",
    "tilting up",
    "dolly",
    "dolly-in",
    "dolly out",
    "dolly zoom",
    "dolly shot",
    "push-in",
    "pushes in",
    "pull-back",
    "pulls back",
    "tracking",
    "tracking shot",
    "tracks",
    "orbit around",
    "orbits around",
    "orbiting shot",
    "arc shot",
    "arcs around",
    "crane shot",
    "crane up",
    "crane down",
    "handheld",
    "hand-held",
    "POV",
    "first-person",
    "first person",
    "zoom in",
    "zooms out",
    "zooming in",
    "close-up",
    "close up",
    "closeup",
    "extreme close-up",
    "medium close-up",
    "wide shot",
    "medium view",
    "long lens",
    "full shot",
    "aerial view",
    "drone shot",
    "macro lens",
    "establishing shot",
    "overhead angle",
    "wide-angle",
    "over-the-shoulder",
    "over the shoulder",
    "over shoulder",
    "low angle",
    "high-angle",
    "dutch angle",
    "bird's eye",
    "bird’s-eye",
    "birds eye",
    "top-down",
    "rack focus",
    "shallow depth of field",
    "bokeh",
  ])("is found: %s", (clause) => {
    expect(splitCamera(clause)).toEqual({ camera: clause, other: "" });
  });

  it.each([
    "a kitchen pan on the stove",
    "a pan",
    "a crane in the harbour",
    "she walks towards the camera",
    "he looks toward the camera",
    "they wave at the camera",
    "a man stands by the camera",
    "a face facing camera",
    "a bird flies into the camera",
    "a leaf near the camera",
    "cars drive past the camera",
    "a dog runs to the camera",
    "povs",
    "a bokehless night",
    "a static picture",
    "an orbit",
  ])("is not mistaken for one: %s", (clause) => {
    expect(splitCamera(clause)).toEqual({ camera: null, other: clause });
  });
});

describe("a shot of something", () => {
  it.each([
    ["close-up of a cat", "close-up", "a cat"],
    ["Wide shot  of  two ships of the line", "Wide shot", "two ships of the line"],
    ["low angle on an old tower", "low angle", "an old tower"],
  ])("is split: %s", (clause, camera, other) => {
    expect(splitCamera(clause)).toEqual({ camera, other });
  });

  it.each([
    "dolly-in that settles on the cat",
    "dolly-in settling on the cat",
    "pan left which stops on the cat",
    "zoom in ending on the cat",
    "handheld holding on the cat",
    "push-in, stopping on the cat",
    "rack focus on the cat",
    "close-up of a wide shot",
    "the end of a tracking shot",
  ])("is not, if everything is about the camera: %s", (clause) => {
    expect(splitCamera(clause)).toEqual({ camera: clause, other: "" });
  });
});
