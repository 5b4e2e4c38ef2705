/** Showing, stepping, seeking and playing. */
import { Suspense, use } from "react";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { preferences } from "#studio/preferences/preferences.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClip, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "./player.tsx";
import {
  expectShown,
  playerProps,
  showPlayer,
  untilReady,
  WithQueries,
} from "./testing/show-player.tsx";
import "#studio/app/tokens.css";

beforeEach(() => preferences.set(INITIAL_SETTINGS));

let src: string;
beforeAll(async () => {
  src = await numberedClip();
});

function Late({ arrival }: { arrival: Promise<void> }) {
  use(arrival);
  return null;
}

/** A clip that starts two frames late, like a file with reordered frames and no edit list. */
const late = (frame: number) => (frame + 2) / 24;

describe("the player", () => {
  it("shows the first frame before playback, in the requested aspect ratio", async () => {
    const { screen, video } = await showPlayer([src]);
    const box = video.getBoundingClientRect();
    expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
    await untilReady(video);
    await expectShown(video, 0);
    await eventually(() => expect(getComputedStyle(video).opacity).toBe("1"));
    await expect.element(screen.getByText("Frame 1 of 24")).toBeVisible();
    expect(video.paused).toBe(true);
  });

  it("shows the first frame of a clip that was ready before the screen opened", async () => {
    let arrive: (() => void) | undefined;
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const screen = await render(
      <WithQueries>
        <Suspense fallback="on its way">
          <Player {...playerProps(src)} />
          <Late arrival={arrival} />
        </Suspense>
      </WithQueries>,
    );
    await expect.element(screen.getByText("on its way")).toBeVisible();
    arrive?.();
    const player = screen.getByRole("region", { name: "Player" });
    await expect.element(player).toBeVisible();
    await eventually(() => {
      const video = player.element().querySelector("video");
      expect(video && getComputedStyle(video).opacity).toBe("1");
    });
  });

  it("steps exactly one frame with . and ,", async () => {
    const { screen, video } = await showPlayer([src]);
    await untilReady(video);
    await userEvent.keyboard(".");
    await expectShown(video, 1);
    await userEvent.keyboard(".");
    await expectShown(video, 2);
    await userEvent.keyboard(",");
    await expectShown(video, 1);
    await expect.element(screen.getByText("Frame 2 of 24")).toBeVisible();
  });

  it("counts every key press, however fast", async () => {
    const { video } = await showPlayer([src]);
    await untilReady(video);
    await userEvent.keyboard("..........,,");
    await expectShown(video, 8);
  });

  it.each([
    ["60 frames a second", { frames: 60, frameRate: 60 }],
    ["12 frames a second", { frames: 12, frameRate: 12 }],
    ["uneven frames", { frames: 12, timeOf: (frame: number) => frame * 0.02 + frame ** 2 * 0.01 }],
    ["sound that outlasts the picture", { frames: 24, frameRate: 24, soundS: 1.2 }],
    [
      "fragments, the first frame later than zero",
      { frames: 24, isFragmented: true, timeOf: late },
    ],
  ])(
    "clip: its frame rate is not a constant 24 fps → every step shows the next frame and its number (%s)",
    async (_name, options) => {
      const { screen, video } = await showPlayer([await numberedClip(options)]);
      await untilReady(video);
      const named = (frame: number) =>
        expect.element(screen.getByText(`Frame ${frame + 1} of ${options.frames}`)).toBeVisible();
      const last = options.frames - 1;
      await named(0);
      for (const [key, frame] of [
        [".", 1],
        [".", 2],
        [".", 3],
        [",", 2],
        ["{End}", last],
        [".", last],
        [",", last - 1],
        ["{Home}", 0],
        [".", 1],
      ] as const) {
        await userEvent.keyboard(key);
        await expectShown(video, frame);
        await named(frame);
      }
    },
  );

  it("applies steps that were requested before the frames are known, and shows no number until then", async () => {
    const { screen, video } = await showPlayer([await numberedClip({ frames: 60, frameRate: 60 })]);
    await userEvent.keyboard("...");
    await expectShown(video, 3);
    await expect.element(screen.getByText("Frame 4 of 60")).toBeVisible();
  });

  it("clip: the sample table can't be read → no frame number is shown, and stepping isn't offered", async () => {
    const clip = await numberedClip();
    // The video element loads the clip itself. Only the sample table is read by `fetch`.
    vi.stubGlobal("fetch", async () => Response.error());
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const { screen, video } = await showPlayer([clip]);
    await untilReady(video);
    await expect.element(screen.getByRole("button", { name: "Next frame" })).toBeDisabled();
    expect(screen.getByText(/Frame \d/).query()).toBeNull();
    await expect
      .element(screen.getByRole("slider", { name: "Position" }))
      .toHaveAttribute("aria-valuetext", "0:00.00");
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
  });

  it("plays from the start when at the last frame", async () => {
    const { video } = await showPlayer([src]);
    await untilReady(video);
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
    const times: number[] = [];
    video.addEventListener("timeupdate", () => times.push(video.currentTime));
    await userEvent.keyboard("k");
    await eventually(() => expect(video.ended).toBe(true));
    expect(Math.min(...times)).toBeLessThan(0.5);
  });

  it("stops on the last frame and can step back from it", async () => {
    const { video } = await showPlayer([src]);
    await untilReady(video);
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
    const handleSeeking = vi.fn();
    video.addEventListener("seeking", handleSeeking);
    await userEvent.keyboard(".");
    await expectShown(video, 23);
    await userEvent.keyboard(",");
    await expectShown(video, 22);
    expect(handleSeeking).toHaveBeenCalledTimes(2);
  });

  it("jumps to both ends and never beyond", async () => {
    const { video } = await showPlayer([src]);
    await untilReady(video);
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
    await userEvent.keyboard(".");
    await expectShown(video, 23);
    await userEvent.keyboard("{Home}");
    await expectShown(video, 0);
    await userEvent.keyboard(",");
    await expectShown(video, 0);
  });

  it("scrubs with the slider, one frame per arrow key", async () => {
    const { screen, video } = await showPlayer([src]);
    await untilReady(video);
    const slider = screen.getByRole("slider", { name: "Position" });
    await expect.element(slider).toBeEnabled();
    await slider.fill("12");
    await expectShown(video, 12);
    await expect.element(slider).toHaveAttribute("aria-valuetext", "0:00.50, frame 13 of 24");
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await expectShown(video, 13);
  });

  it("plays, pauses with the right frame number, and plays to the end", async () => {
    const { screen, video } = await showPlayer([src]);
    await untilReady(video);
    await screen.getByRole("button", { name: "Play" }).click();
    await eventually(() => expect(video.currentTime).toBeGreaterThan(0.2));
    await userEvent.keyboard("k");
    await eventually(() => expect(video.paused).toBe(true));
    await eventually(async () => {
      await expect.element(screen.getByText(`Frame ${shownNumber(video) + 1} of 24`)).toBeVisible();
    });
    await userEvent.keyboard("k");
    await eventually(() => expect(video.ended).toBe(true));
    await expect.element(screen.getByText("Frame 24 of 24")).toBeVisible();
    await screen.getByRole("button", { name: "Play" }).click();
    await eventually(() => expect(video.ended).toBe(false));
  });

  it("keeps speed, loop, mute and volume for the next clip", async () => {
    const { screen } = await showPlayer([await numberedClip({ soundS: 1 })], {
      mode: "pro",
      sound: "on",
    });
    await screen.getByRole("combobox", { name: "Speed" }).selectOptions("0.5×");
    await screen.getByRole("button", { name: "Loop" }).click();
    await screen.getByRole("slider", { name: "Volume" }).fill("40");
    await screen.getByRole("button", { name: "Mute" }).click();
    await screen.unmount();
    const { video } = await showPlayer([src], { mode: "pro", sound: "on" });
    await untilReady(video);
    const { playbackRate, loop, muted, volume } = video;
    expect({ playbackRate, loop, muted, volume }).toEqual({
      playbackRate: 0.5,
      loop: true,
      muted: true,
      volume: 0.4,
    });
  });

  it("sets the speed and the loop", async () => {
    const { screen, video } = await showPlayer([src]);
    await untilReady(video);
    await screen.getByRole("combobox", { name: "Speed" }).selectOptions("0.25×");
    expect(video.playbackRate).toBe(0.25);
    const loop = screen.getByRole("button", { name: "Loop" });
    await loop.click();
    await expect.element(loop).toHaveAttribute("aria-pressed", "true");
    expect(video.loop).toBe(true);
  });

  it("offers mute only with sound", async () => {
    const { screen, video } = await showPlayer([await numberedClip({ soundS: 1 })], {
      mode: "pro",
      sound: "on",
    });
    await untilReady(video);
    await screen.getByRole("button", { name: "Mute" }).click();
    expect(video.muted).toBe(true);
    await expect.element(screen.getByRole("button", { name: "Unmute" })).toBeVisible();
    await screen.unmount();
    const silent = await showPlayer([src], { mode: "pro" });
    expect(silent.screen.getByRole("button", { name: "Mute" }).query()).toBeNull();
  });

  it("ignores shortcuts while typing, and Space on buttons", async () => {
    const { video } = await showPlayer([src]);
    const box = document.body.appendChild(document.createElement("textarea"));
    await untilReady(video);
    box.focus();
    await userEvent.keyboard(". k");
    expect(box.value).toBe(". k");
    box.remove();
    expect(video.paused).toBe(true);
    await expectShown(video, 0);
  });

  it("switches between several clips", async () => {
    const other = await numberedClip({ frames: 12 });
    const { screen, player } = await showPlayer([src, other]);
    await screen.getByRole("radio", { name: "Clip 2" }).click();
    await expect.element(screen.getByText("Frame 1 of 12")).toBeVisible();
    expect(player.element().querySelector("video")?.src).toContain(other);
  });
});
