/** Renders the player, and waits for what it shows. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { expect, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { KirinRequest } from "#kirin/request.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { Player } from "../player.tsx";

/** Retries a read without a delay. */
const newClient = () => new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });

/** Provides a query client that does not delay retries. */
export function WithQueries({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** The props of a player of one clip. */
export function playerProps(address: string, onRetry = vi.fn()) {
  const clips = [{ index: 0, durationSeconds: 1, src: address }];
  return { clips, request: { prompt: "A lighthouse" }, fileName: "a.mp4", onRetry };
}

/** Renders a player of these clips without copies on this device. */
export async function showPlayer(
  clips: readonly string[],
  request: Partial<KirinRequest> = {},
  againAction: ReactNode = null,
) {
  const onRetry = vi.fn();
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <Player
        clips={clips.map((each, index) => ({ index, durationSeconds: 1, src: each }))}
        request={{ prompt: "A lighthouse", ...request }}
        fileName="a.mp4"
        onRetry={onRetry}
        againAction={againAction}
      />
    </QueryClientProvider>,
  );
  const player = screen.getByRole("region", { name: "Player" });
  const video = player.element().querySelector("video");
  if (!video) throw new Error("the player has no video");
  return { screen, player, video, fileName: "a.mp4", onRetry };
}

/** Waits until the video can show its first frame. */
export async function untilReady(video: HTMLVideoElement) {
  await eventually(() => expect(video.readyState).toBeGreaterThanOrEqual(2));
}

/** The frame number decoded from the pixels, once the seek is finished. */
export async function expectShown(video: HTMLVideoElement, frame: number) {
  await eventually(() => {
    expect(video.seeking).toBe(false);
    expect(shownNumber(video)).toBe(frame);
  });
}
