import { expect, it, vi } from "vitest";
import { createSettings, INITIAL_SETTINGS } from "./playback-settings.ts";
import { quietAtFirst } from "./quiet-settings.ts";

it("is muted until the sound is changed, and passes every change on", () => {
  const settings = createSettings({ ...INITIAL_SETTINGS, isMuted: false });
  const quiet = quietAtFirst(settings);
  const handleChange = vi.fn();
  quiet.subscribe(handleChange);
  expect(quiet.getState().isMuted).toBe(true);

  quiet.set({ speed: 2 });
  expect(settings.getState()).toMatchObject({ speed: 2, isMuted: false });
  expect(quiet.getState()).toMatchObject({ speed: 2, isMuted: true });

  quiet.set({ isMuted: false });
  expect(quiet.getState().isMuted).toBe(false);
  expect(handleChange).toHaveBeenLastCalledWith(expect.objectContaining({ isMuted: false }));

  quiet.set({ isMuted: true });
  expect(settings.getState().isMuted).toBe(true);
});
