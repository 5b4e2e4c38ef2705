import { StrictMode } from "react";
import { expect, test, vi } from "vitest";
import { renderHook } from "vitest-browser-react";
import type { PerSide } from "#comparison/sides.ts";
import { aClipMedia } from "#comparison/testing/fake-comparison.ts";
import { aProblem } from "#studio/testing/fixtures.ts";
import type { OpenedSide, openSide, SideSource } from "./open-side.ts";
import { useOpenedSides } from "./use-opened-sides.ts";

const open = vi.hoisted(() => vi.fn<typeof openSide>());
vi.mock("./open-side.ts", () => ({ openSide: open }));

const source = (id: string): SideSource => ({ id, src: `/${id}`, file: null });
const clip: OpenedSide = { kind: "open", media: aClipMedia() };
const trouble: OpenedSide = { kind: "unread", problem: aProblem("clip-expired") };

function show(sources: PerSide<SideSource | null>) {
  return renderHook((next?: PerSide<SideSource | null>) => useOpenedSides(next ?? sources), {
    wrapper: StrictMode,
  });
}

test("opens each clip once, whichever side it is on, and retries a failed one on request", async () => {
  const answers: (() => void)[] = [];
  let ofBad: OpenedSide = trouble;
  open.mockImplementation(
    ({ id }) =>
      new Promise((resolve) => {
        answers.push(() => resolve(id === "bad" ? ofBad : clip));
      }),
  );
  const { result, rerender, act } = await show({ left: source("good"), right: source("bad") });
  const answer = () =>
    act(async () => {
      for (const each of answers.splice(0)) each();
    });
  await answer();
  expect(result.current.opened).toEqual({ left: clip, right: trouble });

  open.mockClear();
  await rerender({ left: source("bad"), right: source("good") });
  expect(result.current.opened).toEqual({ left: trouble, right: clip });
  expect(open).not.toHaveBeenCalled();

  ofBad = clip;
  await act(() => result.current.tryAgain());
  expect(result.current.opened).toEqual({ left: null, right: clip });
  await answer();
  expect(result.current.opened).toEqual({ left: clip, right: clip });
  expect(open.mock.calls.map(([{ id }]) => id)).toEqual(["bad"]);
});

test("aborts opening a clip that is no longer needed", async () => {
  const signals = new Map<string, AbortSignal>();
  open.mockImplementation(({ id }, signal) => {
    signals.set(id, signal);
    return new Promise(() => undefined);
  });
  const { result, rerender, unmount } = await show({ left: source("one"), right: null });
  expect(result.current.opened).toEqual({ left: null, right: null });
  await rerender({ left: source("two"), right: null });
  expect(signals.get("one")?.aborted).toBe(true);
  expect(signals.get("two")?.aborted).toBe(false);
  await unmount();
  expect(signals.get("two")?.aborted).toBe(true);
});
