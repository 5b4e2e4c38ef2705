import "#studio/app/tokens.css";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { expectAccessible } from "#studio/testing/axe.ts";
import { currentToasts } from "#studio/ui/toast-store.ts";
import type { ClipMedia } from "../engine/clip-media.ts";
import type { PerSide } from "../side.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { createFakeComparison } from "../testing/fake-comparison.ts";
import { drawFrameNumber } from "../testing/frame-number.ts";
import { TakeAwayPanel } from "./take-away-panel.tsx";
import { openTestClip } from "./testing/a-job.ts";
import { numbersIn, pixelsOf, readFilm } from "./testing/read-film.ts";

/** What the browser was asked to save. */
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

afterEach(() => document.documentElement.removeAttribute("data-theme"));

async function show(media: Partial<PerSide<ClipMedia>>, region: [number, number] | null = null) {
  const comparison = createFakeComparison({
    media,
    state: {
      frame: 7,
      heard: "right",
      region: region && { startFrame: region[0], endFrame: region[1] },
    },
    draw: (context, _side, frame) => drawFrameNumber(context, frame),
  });
  const compared = aCompared({ comparison });
  const screen = await render(<TakeAwayPanel compared={compared} />);
  return { compared, screen };
}

describe("what can be taken away", () => {
  it("saves the still of this moment, once more if asked", async () => {
    const { screen } = await show({});
    await screen.getByRole("button", { name: "Save still" }).click();
    await expect.element(screen.getByText(/standard-and-pro_frame-8.png is ready/)).toBeVisible();
    await screen.getByRole("button", { name: "Save again" }).click();
    expect(saved.map(({ name }) => name)).toEqual([
      "standard-and-pro_frame-8.png",
      "standard-and-pro_frame-8.png",
    ]);
    const image = pixelsOf(await createImageBitmap(saved[0]?.blob ?? new Blob()));
    expect(numbersIn(image, [{ x: 328, y: 0, width: 320, height: 180 }])).toEqual([7]);
  });

  it("makes a film of what lies between the marks, with the sound that is chosen", async () => {
    const left = await openTestClip({ frames: 24 });
    const right = await openTestClip({ frames: 24, sound: {} });
    const { screen, compared } = await show({ left, right }, [6, 11]);
    compared.comparison.play();
    await screen.getByRole("radio", { name: "Wipe" }).click();
    await expect.element(screen.getByText("320 × 208 · 24 frames a second · 0.25 s")).toBeVisible();
    const sound = screen.getByRole("radiogroup", { name: "Sound" });
    expect(sound.getByRole("radio").elements()).toHaveLength(2);
    await screen.getByRole("button", { name: "Make film" }).click();
    expect(compared.comparison.getState().isPlaying).toBe(false);
    await expect
      .element(screen.getByText(/standard-and-pro_comparison.mp4 is ready/))
      .toBeVisible();
    const film = await readFilm(saved[0]?.blob ?? new Blob());
    expect(film.pictures).toHaveLength(6);
    expect(film.sound?.codec).toBe("opus");
  });

  it("makes one thing at a time, and gives it up when asked", async () => {
    const media = await openTestClip();
    const { screen } = await show({ left: media, right: media }, [0, 11]);
    // The first work never gets anywhere.
    vi.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(() => {});
    await screen.getByRole("button", { name: "Make film" }).click();
    await expect
      .element(screen.getByRole("progressbar", { name: "Making the film" }))
      .toBeVisible();
    const sheet = screen.getByRole("button", { name: "Save contact sheet" });
    await expect.element(sheet).toHaveAttribute("aria-disabled", "true");
    await expectAccessible(screen.container);
    await screen.getByRole("button", { name: "Cancel" }).click();
    await expect.element(screen.getByText("Cancelled. Nothing was saved.")).toBeVisible();
    await expect.element(screen.getByRole("button", { name: "Make film" })).toHaveFocus();
    await sheet.click();
    await expect.element(screen.getByText(/contact-sheet.png is ready/)).toBeVisible();
    expect(saved.map(({ name }) => name)).toEqual(["standard-and-pro_contact-sheet.png"]);
  });

  it("is given up with the comparison, and says so", async () => {
    const { screen } = await show({});
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    vi.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(() => {});
    await screen.getByRole("button", { name: "Save contact sheet" }).click();
    await expect.element(screen.getByRole("progressbar")).toBeVisible();
    await screen.unmount();
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledOnce());
    expect(currentToasts()).toMatchObject([
      { text: expect.stringMatching(/^You left the comparison/) },
    ]);
  });

  it("says when it could not be made, and tries again", async () => {
    const { screen } = await show({
      left: { ...(await openTestClip()), blob: new Blob(["gone"]) },
    });
    await screen.getByRole("button", { name: "Save contact sheet" }).click();
    await expect.element(screen.getByText(/This browser stopped in the middle/)).toBeVisible();
    const again = screen.getByRole("button", { name: "Try again" });
    await again.click();
    await expect.element(screen.getByText(/This browser stopped in the middle/)).toBeVisible();
    expect(saved).toEqual([]);
  });

  it.each(["light", "dark"])("can be read and used by everybody: %s", async (theme) => {
    document.documentElement.dataset.theme = theme;
    const { screen } = await show({}, [6, 11]);
    await screen.getByRole("button", { name: "Save still" }).click();
    await expect.element(screen.getByText(/is ready/)).toBeVisible();
    await expectAccessible(screen.container);
  });
});
