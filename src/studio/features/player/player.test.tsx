import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, use, useState } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Locator, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { KirinRequest } from "#kirin/request.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { expectFocusMoved, mountFocusKeeper } from "#studio/testing/focus.tsx";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClip, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "./player.tsx";
import "#studio/app/tokens.css";

beforeEach(() => preferences.set(INITIAL_SETTINGS));

let src: string;
beforeAll(async () => {
  src = await numberedClip();
});

/** Fails a read immediately. */
const newClient = () => new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });

function WithQueries({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function Late({ arrival }: { arrival: Promise<void> }) {
  use(arrival);
  return null;
}

function props(address: string, onRetry = vi.fn()) {
  const clips = [{ index: 0, durationSeconds: 1, src: address }];
  return { clips, request: { prompt: "A lighthouse" }, onRetry };
}

async function show(
  request: Partial<KirinRequest> = {},
  clips = [src],
  againAction: ReactNode = null,
) {
  const onRetry = vi.fn();
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <Player
        clips={clips.map((each, index) => ({ index, durationSeconds: 1, src: each }))}
        request={{ prompt: "A lighthouse", ...request }}
        mayHaveCopies={false}
        onRetry={onRetry}
        againAction={againAction}
      />
    </QueryClientProvider>,
  );
  const player = screen.getByRole("region", { name: "Player" });
  const video = player.element().querySelector("video");
  if (!video) throw new Error("the player has no video");
  return { screen, player, video, onRetry };
}

async function ready(video: HTMLVideoElement) {
  await eventually(() => expect(video.readyState).toBeGreaterThanOrEqual(2));
}

/** The frame number decoded from the pixels, once the seek is finished. */
async function expectShown(video: HTMLVideoElement, frame: number) {
  await eventually(() => {
    expect(video.seeking).toBe(false);
    expect(shownNumber(video)).toBe(frame);
  });
}

/** A clip that starts two frames late, like a file with reordered frames and no edit list. */
const late = (frame: number) => (frame + 2) / 24;

describe("the player", () => {
  it("shows the first frame before playback, in the requested aspect ratio", async () => {
    const { screen, video } = await show();
    const box = video.getBoundingClientRect();
    expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
    await ready(video);
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
          <Player {...props(src)} mayHaveCopies={false} />
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
    const { screen, video } = await show();
    await ready(video);
    await userEvent.keyboard(".");
    await expectShown(video, 1);
    await userEvent.keyboard(".");
    await expectShown(video, 2);
    await userEvent.keyboard(",");
    await expectShown(video, 1);
    await expect.element(screen.getByText("Frame 2 of 24")).toBeVisible();
  });

  it("counts every key press, however fast", async () => {
    const { video } = await show();
    await ready(video);
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
      const { screen, video } = await show({}, [await numberedClip(options)]);
      await ready(video);
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
    const { screen, video } = await show({}, [await numberedClip({ frames: 60, frameRate: 60 })]);
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
    const { screen, video } = await show({}, [clip]);
    await ready(video);
    await expect.element(screen.getByRole("button", { name: "Next frame" })).toBeDisabled();
    expect(screen.getByText(/Frame \d/).query()).toBeNull();
    await expect
      .element(screen.getByRole("slider", { name: "Position" }))
      .toHaveAttribute("aria-valuetext", "0:00.00");
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
  });

  it("plays from the start when at the last frame", async () => {
    const { video } = await show();
    await ready(video);
    await userEvent.keyboard("{End}");
    await expectShown(video, 23);
    const times: number[] = [];
    video.addEventListener("timeupdate", () => times.push(video.currentTime));
    await userEvent.keyboard("k");
    await eventually(() => expect(video.ended).toBe(true));
    expect(Math.min(...times)).toBeLessThan(0.5);
  });

  it("stops on the last frame and can step back from it", async () => {
    const { video } = await show();
    await ready(video);
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
    const { video } = await show();
    await ready(video);
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
    const { screen, video } = await show();
    await ready(video);
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
    const { screen, video } = await show();
    await ready(video);
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
    const { screen } = await show({ mode: "pro", sound: "on" }, [
      await numberedClip({ soundS: 1 }),
    ]);
    await screen.getByRole("combobox", { name: "Speed" }).selectOptions("0.5×");
    await screen.getByRole("button", { name: "Loop" }).click();
    await screen.getByRole("slider", { name: "Volume" }).fill("40");
    await screen.getByRole("button", { name: "Mute" }).click();
    await screen.unmount();
    const { video } = await show({ mode: "pro", sound: "on" });
    await ready(video);
    const { playbackRate, loop, muted, volume } = video;
    expect({ playbackRate, loop, muted, volume }).toEqual({
      playbackRate: 0.5,
      loop: true,
      muted: true,
      volume: 0.4,
    });
  });

  it("sets the speed and the loop", async () => {
    const { screen, video } = await show();
    await ready(video);
    await screen.getByRole("combobox", { name: "Speed" }).selectOptions("0.25×");
    expect(video.playbackRate).toBe(0.25);
    const loop = screen.getByRole("button", { name: "Loop" });
    await loop.click();
    await expect.element(loop).toHaveAttribute("aria-pressed", "true");
    expect(video.loop).toBe(true);
  });

  it("offers mute only with sound", async () => {
    const { screen, video } = await show({ mode: "pro", sound: "on" }, [
      await numberedClip({ soundS: 1 }),
    ]);
    await ready(video);
    await screen.getByRole("button", { name: "Mute" }).click();
    expect(video.muted).toBe(true);
    await expect.element(screen.getByRole("button", { name: "Unmute" })).toBeVisible();
    await screen.unmount();
    const silent = await show({ mode: "pro" });
    expect(silent.screen.getByRole("button", { name: "Mute" }).query()).toBeNull();
  });

  it("ignores shortcuts while typing, and Space on buttons", async () => {
    const { video } = await show();
    const box = document.body.appendChild(document.createElement("textarea"));
    await ready(video);
    box.focus();
    await userEvent.keyboard(". k");
    expect(box.value).toBe(". k");
    box.remove();
    expect(video.paused).toBe(true);
    await expectShown(video, 0);
  });

  it("switches between several clips", async () => {
    const other = await numberedClip({ frames: 12 });
    const { screen, player } = await show({}, [src, other]);
    await screen.getByRole("radio", { name: "Clip 2" }).click();
    await expect.element(screen.getByText("Frame 1 of 12")).toBeVisible();
    expect(player.element().querySelector("video")?.src).toContain(other);
  });
});

describe("a clip that does not play", () => {
  afterEach(() => vi.unstubAllGlobals());

  const problem = {
    type: "about:blank",
    title: "gone",
    status: 410,
    code: "clip-expired",
    detail: "The clip has expired.",
    retryable: false,
    requestId: "r1",
  };

  it("clip: it has expired and there is no copy → only generating again is offered", async () => {
    vi.stubGlobal("fetch", async () => Response.json(problem, { status: 410 }));
    const broken = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }));
    const again = <button type="button">Generate again · $0.84</button>;
    const { screen } = await show({}, [broken], again);
    await expect.element(screen.getByText("The clip has expired")).toBeVisible();
    await expect.element(screen.getByRole("button", { name: /Generate again/ })).toBeVisible();
    expect(screen.getByRole("button", { name: "Try again" }).query()).toBeNull();
  });

  it("clip: it fails while a control has the focus → the focus stays in the player", async () => {
    await mountFocusKeeper();
    const { screen, video } = await show();
    const region = screen.getByRole("region", { name: "Player" });
    await expectFocusMoved(region.getByRole("button", { name: "Play", exact: true }), () => {
      video.src = URL.createObjectURL(new Blob(["{}"]));
    });
    await expect.element(region).toHaveFocus();
  });

  it("shows the reason, and retries after the task was read again", async () => {
    vi.stubGlobal("fetch", async () => Response.json(problem, { status: 410 }));
    const broken = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }));
    const { screen, player, video, onRetry } = await show({}, [broken]);
    await expect.element(screen.getByText("The clip can't be loaded right now")).toBeVisible();
    await screen.getByRole("button", { name: "Try again" }).click();
    expect(onRetry).toHaveBeenCalledOnce();
    // A new element loads the clip again.
    await eventually(() => {
      const loaded = player.element().querySelector("video");
      expect(loaded).not.toBeNull();
      expect(loaded).not.toBe(video);
    });
  });

  it("clip: the network fails before a clip can play → it is retried automatically once online", async () => {
    vi.stubGlobal("fetch", async () => Response.error());
    const broken = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }));
    const { screen, onRetry } = await show({}, [broken]);
    await expect.element(screen.getByRole("alert")).toBeVisible();
    window.dispatchEvent(new Event("online"));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe("a copy on this device", () => {
  const address = "/api/generations/task-1/clips/0";
  const videoIn = (player: Locator) => player.element().querySelector("video");

  async function keepCopy(content: BlobPart, type = "video/mp4") {
    const copy = new Blob([content], { type });
    const file = { type, length: copy.size, body: copy.stream() };
    expect(await studioClips.put(address, file)).toBeNull();
  }
  beforeEach(() => async () => {
    await (await caches.open("kirin-studio-clips")).delete(address);
  });

  it("clip: a clip has expired at Kirin but is saved on this device → the copy plays", async () => {
    await keepCopy(await (await fetch(src)).arrayBuffer());
    const screen = await render(
      <WithQueries>
        <Player {...props(address)} mayHaveCopies={true} />
      </WithQueries>,
    );
    const player = screen.getByRole("region", { name: "Player" });
    await eventually(() => expect(videoIn(player)?.readyState).toBeGreaterThanOrEqual(2));
    expect(videoIn(player)?.src).toMatch(/^blob:/);
    await expect.element(screen.getByText("Frame 1 of 24")).toBeVisible();
  });

  it("does not interrupt a clip that is playing from the server", async () => {
    const screen = await render(
      <WithQueries>
        <Player {...props(src)} mayHaveCopies={false} />
      </WithQueries>,
    );
    const player = screen.getByRole("region", { name: "Player" });
    await eventually(() => expect(videoIn(player)?.readyState).toBeGreaterThanOrEqual(2));
    const before = videoIn(player);
    const emptied = vi.fn();
    before?.addEventListener("emptied", emptied);
    await screen.rerender(
      <WithQueries>
        <Player {...props(src)} mayHaveCopies={true} />
      </WithQueries>,
    );
    expect(videoIn(player)).toBe(before);
    expect(before?.src).toContain(src);
    expect(emptied).not.toHaveBeenCalled();
  });

  it("clip: the copy on this device can't be played → a retry uses the server", async () => {
    vi.stubGlobal("fetch", async () => new Response("{}"));
    await keepCopy("not a clip");
    const screen = await render(
      <WithQueries>
        <Player {...props(address)} mayHaveCopies={true} />
      </WithQueries>,
    );
    const player = screen.getByRole("region", { name: "Player" });
    await screen.getByRole("button", { name: "Try again" }).click();
    await eventually(() => expect(videoIn(player)?.src).toContain(address));
    vi.unstubAllGlobals();
  });

  it("is found by a retry if it was saved after the clip had failed", async () => {
    vi.stubGlobal("fetch", async () => Response.error());
    const screen = await render(
      <WithQueries>
        <Player {...props(address)} mayHaveCopies={false} />
      </WithQueries>,
    );
    const player = screen.getByRole("region", { name: "Player" });
    await expect.element(screen.getByRole("alert")).toBeVisible();
    vi.unstubAllGlobals();
    await keepCopy(await (await fetch(src)).arrayBuffer());
    await screen.getByRole("button", { name: "Try again" }).click();
    await eventually(() => expect(videoIn(player)?.src).toMatch(/^blob:/));
  });
});
