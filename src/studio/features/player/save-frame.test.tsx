import { expect, it, onTestFinished, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { numberedClip, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import { frameFileName, saveFrame } from "./save-frame.ts";

it("saves exactly the picture that is shown, under the name it was given", async () => {
  const video = document.createElement("video");
  video.src = await numberedClip();
  video.muted = true;
  await eventually(() => expect(video.readyState).toBeGreaterThanOrEqual(2));
  video.currentTime = 7.5 / 24;
  await eventually(() => expect(video.seeking).toBe(false));
  const saved: { href: string; name: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ href: this.href, name: this.download });
  });
  onTestFinished(() => click.mockRestore());

  await saveFrame(video, frameFileName("fox_std.mp4", 7));

  expect(saved.map(({ name }) => name)).toEqual(["fox_std_frame-8.png"]);
  const picture = await createImageBitmap(await (await fetch(saved[0]?.href ?? "")).blob());
  expect([picture.width, picture.height]).toEqual([video.videoWidth, video.videoHeight]);
  expect(shownNumber(picture)).toBe(shownNumber(video));
});

it("names a frame whose number is unknown after the clip", () => {
  expect(frameFileName("fox_std.mp4", null)).toBe("fox_std.png");
});
