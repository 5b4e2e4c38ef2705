import { expect, it, vi } from "vitest";
import { createViewStore, INITIAL_VIEW } from "./view-state.ts";

it("starts with both clips side by side, upright divider, colours and the whole frame", () => {
  expect(createViewStore().getState()).toMatchObject({
    view: "side",
    divider: 0.5,
    isHorizontal: false,
    isLumaOnly: false,
    zoom: null,
    centreX: 0.5,
    centreY: 0.5,
  });
});

it("keeps what it was created with and changes only what is set", () => {
  const store = createViewStore({ view: "wipe", zoom: 2 });
  const listener = vi.fn();
  store.subscribe(listener);
  store.set({ divider: 0.25 });
  expect(store.getState()).toEqual({ ...INITIAL_VIEW, view: "wipe", zoom: 2, divider: 0.25 });
  store.set({ divider: 0.25 });
  expect(listener).toHaveBeenCalledOnce();
});
