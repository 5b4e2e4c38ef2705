/** A clip without a copy on this device: requested once, played while it arrives, and saved. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { type ArrivingBytes, arrivingBytes } from "#studio/downloads/testing/arriving-bytes.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { INITIAL_SETTINGS } from "#studio/ui/playback/settings/playback-settings.ts";
import { numberedClipFile, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "./player.tsx";

const server = mockServer();
let address = "";
let count = 0;
beforeEach(() => {
  count += 1;
  address = `/api/generations/new-${count}/clips/0`;
  preferences.set({ ...INITIAL_SETTINGS, isMuted: true });
  return () => studioClips.remove(address);
});
afterEach(() => preferences.set(INITIAL_SETTINGS));

/** A server that answers the first request slowly, and ranges at once. */
async function serveSlowly(file: Blob): Promise<ArrivingBytes & { requests: string[] }> {
  const bytes = await arrivingBytes(file);
  const requests: string[] = [];
  server.use(
    http.get(address, ({ request }) => {
      requests.push(request.headers.get("Range") ?? "whole");
      const headers = { "Content-Type": "video/mp4", "Content-Length": String(file.size) };
      if (requests.length === 1) return new HttpResponse(bytes.stream, { headers });
      return rangeOf(file, request);
    }),
  );
  return { ...bytes, requests };
}

function rangeOf(file: Blob, request: Request): Response {
  const start = Number(/bytes=(\d+)-/.exec(request.headers.get("Range") ?? "")?.[1] ?? 0);
  const headers = {
    "Content-Type": "video/mp4",
    "Content-Range": `bytes ${start}-${file.size - 1}/${file.size}`,
  };
  return new HttpResponse(file.slice(start), { status: 206, headers });
}

async function show() {
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <Player
        fileName="a.mp4"
        clips={[{ index: 0, durationSeconds: 4, src: address }]}
        request={{ prompt: "A lighthouse" }}
        onRetry={vi.fn()}
      />
    </QueryClientProvider>,
  );
  const video = () =>
    eventually(() => {
      const element = screen
        .getByRole("region", { name: "Player" })
        .element()
        .querySelector("video");
      if (element === null) throw new Error("the player has no video");
      expect(element.readyState).toBeGreaterThanOrEqual(2);
      return element;
    });
  return { screen, video };
}

describe("a new clip", () => {
  it("plays while it arrives, is saved, and is requested once", async () => {
    const { arrive, end, requests } = await serveSlowly(await numberedClipFile({ frames: 96 }));
    const { screen, video } = await show();
    arrive(0.5);
    const element = await video();
    await expect.element(screen.getByText("Frame 1 of 96")).toBeVisible();
    await screen.getByRole("button", { name: "Play" }).click();
    await eventually(() => expect(element.currentTime).toBeGreaterThan(0.5));
    expect(await studioClips.has(address)).toBe(false);
    const handleEmptied = vi.fn();
    element.addEventListener("emptied", handleEmptied);
    arrive(1);
    end();
    await eventually(async () => expect(await studioClips.has(address)).toBe(true));
    await eventually(() => expect(element.ended).toBe(true));
    await expect.element(screen.getByText("Frame 96 of 96")).toBeInTheDocument();
    await eventually(() => expect(shownNumber(element)).toBe(95));
    expect(await video()).toBe(element);
    expect(handleEmptied).not.toHaveBeenCalled();
    expect(requests).toEqual(["whole"]);
  });

  it("is still saved if its screen is left during the download", async () => {
    const { arrive, end, requests } = await serveSlowly(await numberedClipFile({ frames: 96 }));
    const { screen, video } = await show();
    arrive(0.5);
    await video();
    await screen.unmount();
    arrive(1);
    end();
    await eventually(async () => expect(await studioClips.has(address)).toBe(true));
    expect(requests).toEqual(["whole"]);
  });

  it("clip: the index of a new clip comes last → shows progress, and plays when the whole file is there", async () => {
    const file = await numberedClipFile({ frames: 96, isIndexLast: true });
    const { arrive, end, requests } = await serveSlowly(file);
    const { screen, video } = await show();
    arrive(0.5);
    await expect.element(screen.getByText(/^Loading the clip: (49|50) %$/)).toBeVisible();
    expect(screen.getByRole("progressbar", { name: "Loading the clip" }).query()).not.toBeNull();
    arrive(1);
    end();
    await expect.element(screen.getByText("Frame 1 of 96")).toBeVisible();
    expect(shownNumber(await video())).toBe(0);
    expect(screen.getByText(/Loading the clip/).query()).toBeNull();
    expect(requests).toEqual(["whole"]);
  });

  it("clip: the download of a playing clip is interrupted → the server's file continues at the same time", async () => {
    const { arrive, end, requests } = await serveSlowly(await numberedClipFile({ frames: 96 }));
    const { screen, video } = await show();
    arrive(0.5);
    const stream = await video();
    await screen.getByRole("button", { name: "Play" }).click();
    await eventually(() => expect(stream.currentTime).toBeGreaterThan(0.5));
    const leftS = stream.currentTime;
    end(new TypeError("network error"));
    await eventually(async () => expect((await video()).src).toContain(address));
    const whole = await video();
    await eventually(() => expect(whole.currentTime).toBeGreaterThanOrEqual(leftS));
    await eventually(() => expect(whole.ended).toBe(true));
    expect(screen.getByRole("alert").query()).toBeNull();
    expect(requests.length).toBeGreaterThan(1);
    expect(await studioClips.has(address)).toBe(false);
  });

  it("clip: the browser refuses a source buffer → plays when the whole file is there, with one request", async () => {
    vi.spyOn(MediaSource.prototype, "addSourceBuffer").mockImplementation(() => {
      throw new DOMException("no", "NotSupportedError");
    });
    const { arrive, end, requests } = await serveSlowly(await numberedClipFile({ frames: 48 }));
    const { screen, video } = await show();
    arrive(0.5);
    await expect.element(screen.getByText(/^Loading the clip: (49|50) %$/)).toBeVisible();
    arrive(1);
    end();
    await expect.element(screen.getByText("Frame 1 of 48")).toBeVisible();
    expect(shownNumber(await video())).toBe(0);
    expect(requests).toEqual(["whole"]);
  });

  it("clip: the browser stalls in a stream without an error → the copy continues at the same time", async () => {
    const { arrive, end, requests } = await serveSlowly(await numberedClipFile({ frames: 96 }));
    const { screen, video } = await show();
    arrive(0.4);
    const stream = await video();
    let playedTo = 0;
    stream.addEventListener("timeupdate", () => {
      playedTo = stream.currentTime;
    });
    // A second in the middle of the stream is lost.
    let lostCount = 0;
    const append = SourceBuffer.prototype.appendBuffer;
    vi.spyOn(SourceBuffer.prototype, "appendBuffer").mockImplementation(function (
      this: SourceBuffer,
      segment,
    ) {
      lostCount += 1;
      if (lostCount > 4) append.call(this, segment);
      else queueMicrotask(() => this.dispatchEvent(new Event("updateend")));
    });
    await screen.getByRole("button", { name: "Play" }).click();
    arrive(1);
    end();
    await eventually(async () => expect(await video()).not.toBe(stream));
    const whole = await video();
    expect(whole.src).toMatch(/^blob:.*#t=0\.001$/);
    expect(playedTo).toBeGreaterThan(0.1);
    expect(whole.currentTime).toBeGreaterThanOrEqual(playedTo);
    await eventually(() => expect(whole.ended).toBe(true));
    await eventually(() => expect(shownNumber(whole)).toBe(95));
    expect(requests).toEqual(["whole"]);
  });

  it("clip: the server sends no length → plays while it arrives, and is saved", async () => {
    const file = await numberedClipFile({ frames: 48 });
    const { stream, arrive, end } = await arrivingBytes(file);
    server.use(
      http.get(
        address,
        () => new HttpResponse(stream, { headers: { "Content-Type": "video/mp4" } }),
      ),
    );
    const { video } = await show();
    arrive(0.6);
    await video();
    arrive(1);
    end();
    await eventually(async () => expect(await studioClips.has(address)).toBe(true));
  });
});
