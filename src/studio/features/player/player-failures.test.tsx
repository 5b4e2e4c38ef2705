/** Why a clip does not play, and how it is retried. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { preferences } from "#studio/preferences/preferences.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { expectFocusMoved, mountFocusKeeper } from "#studio/testing/focus.tsx";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClip } from "#studio/ui/playback/testing/numbered-clip.ts";
import { showPlayer } from "./testing/show-player.tsx";
import "#studio/app/tokens.css";

beforeEach(() => preferences.set(INITIAL_SETTINGS));

let src: string;
beforeAll(async () => {
  src = await numberedClip();
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
    const { screen } = await showPlayer([broken], {}, again);
    await expect.element(screen.getByText("The clip has expired")).toBeVisible();
    await expect.element(screen.getByRole("button", { name: /Generate again/ })).toBeVisible();
    expect(screen.getByRole("button", { name: "Try again" }).query()).toBeNull();
  });

  it("clip: it fails while a control has the focus → the focus stays in the player", async () => {
    await mountFocusKeeper();
    const { screen, video } = await showPlayer([src]);
    const region = screen.getByRole("region", { name: "Player" });
    await expectFocusMoved(region.getByRole("button", { name: "Play", exact: true }), () => {
      video.src = URL.createObjectURL(new Blob(["{}"]));
    });
    await expect.element(region).toHaveFocus();
  });

  it("shows the reason, and retries after the task was read again", async () => {
    vi.stubGlobal("fetch", async () => Response.json(problem, { status: 410 }));
    const broken = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }));
    const { screen, player, video, onRetry } = await showPlayer([broken]);
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
    const { screen, onRetry } = await showPlayer([broken]);
    await expect.element(screen.getByRole("alert")).toBeVisible();
    window.dispatchEvent(new Event("online"));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
