import { afterEach, expect, it } from "vitest";
import { preferences } from "#studio/preferences/preferences.ts";
import { DEFAULT_PREFERENCES } from "#studio/preferences/preferences-schema.ts";
import { box, composePage, radio, sound } from "../testing/compose-page.tsx";

const { renderForm, settled } = composePage();
const DEFAULTS = { mode: "pro", sound: true, aspect_ratio: "9:16", duration: "10" } as const;
const choose = () =>
  preferences.set({ formDefaults: { ...DEFAULT_PREFERENCES.formDefaults, ...DEFAULTS } });

afterEach(async () => {
  await settled();
  preferences.set(DEFAULT_PREFERENCES);
});

it("starts an empty form with the settings of the preferences", async () => {
  choose();
  await renderForm();
  await expect.element(radio("Pro")).toBeChecked();
  await expect.element(radio("9:16")).toBeChecked();
  await expect.element(radio("10 seconds")).toBeChecked();
  await expect.element(sound).toBeChecked();
});

it("leaves the settings of a saved draft alone", async () => {
  localStorage.setItem("kirin-studio.draft", JSON.stringify({ prompt: "A sea", mode: "std" }));
  choose();
  await renderForm();
  await expect.element(box("Prompt")).toHaveValue("A sea");
  await expect.element(radio("Standard")).toBeChecked();
  await expect.element(radio("16:9")).toBeChecked();
});

it("follows the preferences while the form is empty, and no longer once there is a prompt", async () => {
  await renderForm();
  await expect.element(radio("Standard")).toBeChecked();
  choose();
  await expect.element(radio("Pro")).toBeChecked();
  await box("Prompt").fill("A sea");
  preferences.set({ formDefaults: DEFAULT_PREFERENCES.formDefaults });
  await expect.element(radio("Pro")).toBeChecked();
  await expect.element(radio("9:16")).toBeChecked();
});
