import { describe, expect, it, vi } from "vitest";
import { createViewStore } from "#comparison/geometry/view-state.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { formatCompareLink, type LinkState } from "./compare-link.ts";
import { LINK_WRITE_MS, syncLink } from "./sync-link.ts";

function startSync() {
  const time = new VirtualClock();
  const compared = { comparison: createFakeComparison(), view: createViewStore() };
  const written = vi.fn<(text: string) => void>();
  const write = (link: LinkState) => written(formatCompareLink(link).toString());
  const end = syncLink(compared, { write, setTimer: time.setTimer });
  return { time, ...compared, written, end };
}

describe("updating the URL of a comparison", () => {
  it("writes once for all changes within half a second", async () => {
    const { time, comparison, view, written } = startSync();
    comparison.setAudible("right");
    view.set({ view: "wipe" });
    comparison.step(3);
    expect(written).not.toHaveBeenCalled();
    await time.advance(LINK_WRITE_MS);
    expect(written.mock.calls).toEqual([["view=wipe&at=3&hear=right"]]);
    for (let step = 0; step < 40; step += 1) {
      comparison.step(1);
      await time.advance(50);
    }
    await time.advance(LINK_WRITE_MS);
    expect(written.mock.calls.length).toBeLessThanOrEqual(1 + 4);
    expect(written).toHaveBeenLastCalledWith("view=wipe&at=43&hear=right");
  });

  it("keeps the frame during playback and writes the one on which it stops", async () => {
    const { time, comparison, written } = startSync();
    comparison.step(5);
    await time.advance(LINK_WRITE_MS);
    comparison.play();
    for (let frame = 6; frame < 60; frame += 1) {
      comparison.set({ frame });
      await time.advance(40);
    }
    expect(written.mock.calls).toEqual([["at=5"]]);
    comparison.setSpeed(0.5);
    await time.advance(LINK_WRITE_MS);
    expect(written).toHaveBeenLastCalledWith("at=5&speed=0.5");
    comparison.pause();
    await time.advance(LINK_WRITE_MS);
    expect(written).toHaveBeenLastCalledWith("at=59&speed=0.5");
  });

  it("writes nothing after the comparison is closed", async () => {
    const { time, comparison, view, written, end } = startSync();
    comparison.step(1);
    end();
    view.set({ view: "blink" });
    await time.advance(10 * LINK_WRITE_MS);
    expect(written).not.toHaveBeenCalled();
    expect(time.pending).toBe(0);
  });

  it("can be closed before anything changed", () => {
    const { time, end } = startSync();
    end();
    expect(time.pending).toBe(0);
  });
});
