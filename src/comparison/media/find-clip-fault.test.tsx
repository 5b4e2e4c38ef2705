import { afterEach, describe, expect, test, vi } from "vitest";
import { numberedClipFile } from "#studio/ui/playback/testing/numbered-clip.ts";
import { findClipFault } from "./find-clip-fault.ts";

afterEach(() => vi.unstubAllGlobals());

/** The same bytes with some overwritten. */
async function damaged(clip: Blob, write: (bytes: Uint8Array, dataAt: number) => void) {
  const bytes = new Uint8Array(await clip.arrayBuffer());
  const text = new TextDecoder("latin1").decode(bytes);
  write(bytes, text.indexOf("mdat") + 4);
  return new Blob([bytes], { type: "video/mp4" });
}

const text = (content: string) => new Blob([content], { type: "video/mp4" });

describe("accepts an intact clip", () => {
  test.each([
    ["an even one", {}],
    ["one with sound that outlasts it", { soundS: 1.2 }],
    ["one in fragments", { isFragmented: true }],
    ["one of a single frame", { frames: 1 }],
  ])("%s", async (_name, options) => {
    expect(await findClipFault(await numberedClipFile(options))).toBeNull();
  });
});

describe("rejects a file that isn't a clip despite its type video/mp4 and correct length", () => {
  test.each([
    ["a page", () => text("<html><body>Sorry</body></html>")],
    ["JSON", () => text('{"error":"expired"}')],
    ["nothing", () => text("")],
    ["a beginning without a picture", async () => (await numberedClipFile()).slice(0, 24)],
  ])("clip: the response is %s → it is not accepted as a clip", async (_name, make) => {
    expect(await findClipFault(await make())).toBe("not-a-clip");
  });

  test.each([
    [0.5, "cut-short"],
    [0.9, "cut-short"],
    [0.999, "cut-short"],
  ] as const)(
    "clip: the file ends after %s of its bytes → it is reported as cut short",
    async (part, fault) => {
      const clip = await numberedClipFile({ soundS: 1 });
      expect(await findClipFault(clip.slice(0, Math.floor(clip.size * part)))).toBe(fault);
    },
  );

  test("clip: all of its video data is corrupt → it is reported as damaged", async () => {
    const clip = await damaged(await numberedClipFile(), (bytes, dataAt) =>
      bytes.fill(0xa5, dataAt),
    );
    expect(await findClipFault(clip)).toBe("damaged");
  });

  test("clip: its last frame is corrupt → it is reported as damaged", async () => {
    const clip = await damaged(await numberedClipFile(), (bytes) => bytes.fill(0xff, -200));
    expect(await findClipFault(clip)).toBe("damaged");
  });
});

describe("a browser that can't decode", () => {
  test("clip: the browser has no WebCodecs → only the container is checked", async () => {
    const garbled = await damaged(await numberedClipFile(), (bytes, at) =>
      bytes.fill(0xa5, at + 8),
    );
    const whole = await numberedClipFile();
    vi.stubGlobal("VideoDecoder", undefined);
    expect(await findClipFault(whole)).toBeNull();
    expect(await findClipFault(whole.slice(0, whole.size - 50))).toBe("cut-short");
    expect(await findClipFault(text("<html>"))).toBe("not-a-clip");
    expect(["damaged", null]).toContain(await findClipFault(garbled));
  });
});
