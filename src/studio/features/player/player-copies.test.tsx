/** Whether the player uses the copy on this device or the server. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import { preferences } from "#studio/preferences/preferences.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClip } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "./player.tsx";
import { playerProps, WithQueries } from "./testing/show-player.tsx";
import "#studio/app/tokens.css";

beforeEach(() => preferences.set(INITIAL_SETTINGS));

let src: string;
beforeAll(async () => {
  src = await numberedClip();
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
        <Player {...playerProps(address)} />
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
        <Player {...playerProps(src)} />
      </WithQueries>,
    );
    const player = screen.getByRole("region", { name: "Player" });
    await eventually(() => expect(videoIn(player)?.readyState).toBeGreaterThanOrEqual(2));
    const before = videoIn(player);
    const emptied = vi.fn();
    before?.addEventListener("emptied", emptied);
    await screen.rerender(
      <WithQueries>
        <Player {...playerProps(src)} />
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
        <Player {...playerProps(address)} />
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
        <Player {...playerProps(address)} />
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
