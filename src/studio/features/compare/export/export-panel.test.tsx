import { eventually } from "#studio/testing/eventually.ts";
import "#studio/app/tokens.css";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { openTestClip } from "#comparison/export/testing/a-job.ts";
import { numbersIn, pixelsOf, readVideo } from "#comparison/export/testing/read-video.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import type { PerSide } from "#comparison/sides.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { drawFrameNumber } from "#comparison/testing/frame-number.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { toastStore } from "#studio/ui/overlays/toast-store.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { ExportPanel } from "./export-panel.tsx";

/** Files that the page offered for download. */
const saved: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((object) => {
    const url = create(object);
    if (object instanceof Blob) blobs.set(url, object);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    if (blob) saved.push({ name: this.download, blob });
  });
});

async function show(media: Partial<PerSide<ClipMedia>>, region: [number, number] | null = null) {
  const comparison = createFakeComparison({
    media,
    state: {
      frame: 7,
      audible: "right",
      region: region && { startFrame: region[0], endFrame: region[1] },
    },
    draw: (context, _side, frame) => drawFrameNumber(context, frame),
  });
  const compared = aCompared({ comparison });
  const screen = await render(<ExportPanel compared={compared} />);
  return { compared, screen };
}

describe("the Export panel", () => {
  it("saves a still of the current frame, and saves it again on request", async () => {
    const { screen } = await show({});
    await screen.getByRole("button", { name: "Export still" }).click();
    await expect.element(screen.getByText(/standard-and-pro_frame-8.png is ready/)).toBeVisible();
    await screen.getByRole("button", { name: "Save again" }).click();
    expect(saved.map(({ name }) => name)).toEqual([
      "standard-and-pro_frame-8.png",
      "standard-and-pro_frame-8.png",
    ]);
    const image = pixelsOf(await createImageBitmap(saved[0]?.blob ?? new Blob()));
    expect(numbersIn(image, [{ x: 328, y: 0, width: 320, height: 180 }])).toEqual([7]);
  });

  it("exports the marked region as a video with the chosen sound", async () => {
    const left = await openTestClip({ frames: 24 });
    const right = await openTestClip({ frames: 24, sound: {} });
    const { screen, compared } = await show({ left, right }, [6, 11]);
    compared.comparison.play();
    await screen.getByRole("radio", { name: "Wipe" }).click();
    await expect.element(screen.getByText("320 × 208 · 24 fps · 0.25 s")).toBeVisible();
    const sound = screen.getByRole("radiogroup", { name: "Sound" });
    expect(sound.getByRole("radio").elements()).toHaveLength(2);
    await screen.getByRole("button", { name: "Export video" }).click();
    expect(compared.comparison.getState().isPlaying).toBe(false);
    await expect
      .element(screen.getByText(/standard-and-pro_comparison.mp4 is ready/))
      .toBeVisible();
    const video = await readVideo(saved[0]?.blob ?? new Blob());
    expect(video.pictures).toHaveLength(6);
    expect(video.sound?.codec).toBe("opus");
  });

  it("runs one export at a time and cancels it on request", async () => {
    const media = await openTestClip();
    const { screen } = await show({ left: media, right: media }, [0, 11]);
    // The first job never reaches the worker.
    vi.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(() => {});
    const announced = await recordAnnouncements();
    await screen.getByRole("button", { name: "Export video" }).click();
    await announced("Exporting the video");
    await expect
      .element(screen.getByRole("progressbar", { name: "Exporting the video" }))
      .toBeVisible();
    const sheet = screen.getByRole("button", { name: "Export contact sheet" });
    await expect.element(sheet).toHaveAttribute("aria-disabled", "true");
    await expectAccessible(screen.container);
    await screen.getByRole("button", { name: "Cancel" }).click();
    await expect.element(screen.getByText("Cancelled. Nothing was saved.")).toBeVisible();
    await expect.element(screen.getByRole("button", { name: "Export video" })).toHaveFocus();
    await sheet.click();
    await expect.element(screen.getByText(/contact-sheet.png is ready/)).toBeVisible();
    expect(saved.map(({ name }) => name)).toEqual(["standard-and-pro_contact-sheet.png"]);
  });

  it("cancels the export when the comparison closes, and reports it", async () => {
    const { screen } = await show({});
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    vi.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(() => {});
    await screen.getByRole("button", { name: "Export contact sheet" }).click();
    await expect.element(screen.getByRole("progressbar")).toBeVisible();
    await screen.unmount();
    await eventually(() => expect(terminate).toHaveBeenCalledOnce());
    expect(toastStore.getState()).toMatchObject([
      { text: expect.stringMatching(/^Export cancelled/) },
    ]);
  });

  it("reports a failed export and retries it", async () => {
    const { screen } = await show({
      left: { ...(await openTestClip()), blob: new Blob(["gone"]) },
    });
    await screen.getByRole("button", { name: "Export contact sheet" }).click();
    await expect.element(screen.getByText(/The export stopped unexpectedly/)).toBeVisible();
    const again = screen.getByRole("button", { name: "Try again" });
    await again.click();
    await expect.element(screen.getByText(/The export stopped unexpectedly/)).toBeVisible();
    expect(saved).toEqual([]);
  });

  it("is accessible in either theme", async () => {
    const { screen } = await show({}, [6, 11]);
    await screen.getByRole("button", { name: "Export still" }).click();
    await expect.element(screen.getByText(/is ready/)).toBeVisible();
    await expectAccessible(screen.container);
  });
});
