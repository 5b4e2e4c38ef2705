/** Playing without being asked, and controls that hide meanwhile. */
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { preferences } from "#studio/preferences/preferences.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClip } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "./player.tsx";
import { playerProps, showPlayer, untilReady, WithQueries } from "./testing/show-player.tsx";
import "#studio/app/tokens.css";

beforeEach(() => preferences.set(INITIAL_SETTINGS));

describe("the player", () => {
  it("plays by itself if asked to, without sound until the creator turns it on", async () => {
    const clip = await numberedClip({ soundS: 1 });
    const screen = await render(
      <WithQueries>
        <Player
          {...playerProps(clip)}
          request={{ prompt: "Surf", mode: "pro", sound: "on" }}
          isAutoPlaying
        />
      </WithQueries>,
    );
    const video = screen.container.querySelector("video");
    await eventually(() => expect(video?.currentTime).toBeGreaterThan(0.1));
    expect(video?.muted).toBe(true);
    expect(preferences.getState().isMuted).toBe(false);
    await screen.getByRole("button", { name: "Unmute" }).click();
    expect(video?.muted).toBe(false);
  });

  it("hides its controls while a clip plays and nothing happens, but not under the keyboard's focus", async () => {
    preferences.set({ isLooping: true });
    const { player, video } = await showPlayer([await numberedClip()]);
    await untilReady(video);
    const region = player.element();
    const controls = region.querySelector("[data-controls]") ?? region;
    const opacity = () => getComputedStyle(controls).opacity;
    video.click();
    await eventually(() => expect(opacity()).toBe("0"));
    region.dispatchEvent(new PointerEvent("pointermove"));
    await eventually(() => expect(opacity()).toBe("1"));
    await userEvent.tab();
    await eventually(() => expect(region.contains(document.activeElement)).toBe(true));
    // Nothing has happened for a while, so only the focus keeps them.
    await eventually(() => expect(region).toHaveClass("cursor-none"));
    expect(opacity()).toBe("1");
  });
});
