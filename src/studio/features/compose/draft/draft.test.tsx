import { describe, expect, it, vi } from "vitest";
import {
  box,
  button,
  composePage,
  radio,
  sound,
  takes,
} from "#studio/features/compose/testing/compose-page.tsx";
import { eventually } from "#studio/testing/eventually.ts";
import { toastStore } from "#studio/ui/overlays/toast-store.ts";
import { loadDraft } from "./draft-storage.ts";

const { fillForm, onGenerate, renderForm } = composePage();

describe("the draft", () => {
  it("is restored after the form was unmounted", async () => {
    const { unmount } = await renderForm();
    await box("Prompt").fill("A sea at dusk");
    await radio("Pro").click();
    await sound.click();
    await radio("1:1").click();
    await takes.fill("2");
    await unmount();
    await renderForm();
    await expect.element(box("Prompt")).toHaveValue("A sea at dusk");
    await expect.element(radio("Pro")).toBeChecked();
    await expect.element(radio("1:1")).toBeChecked();
    await expect.element(sound).toBeChecked();
    await expect.element(takes).toHaveValue(2);
  });

  it("is saved when the page is hidden", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    window.dispatchEvent(new Event("pagehide"));
    expect(loadDraft().draft.prompt).toBe("A sea");
  });

  it("storage: the saved draft is invalid → the form starts empty", async () => {
    localStorage.setItem("kirin-studio.draft", "{not json");
    await renderForm();
    await expect.element(box("Prompt")).toHaveValue("");
  });

  it("storage: the browser can't save a draft → the form works without one", async () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await eventually(() => expect(onGenerate).toHaveBeenCalledOnce());
  });

  it("is replaced by a request from another screen and can be restored", async () => {
    await renderForm();
    await box("Prompt").fill("My own words");
    fillForm({ prompt: "A fox", mode: "pro", sound: "on", aspect_ratio: "1:1", duration: "10" });
    await expect.element(box("Prompt")).toHaveValue("A fox");
    await expect.element(box("Prompt")).toHaveFocus();
    await expect.element(radio("Pro")).toBeChecked();
    await expect.element(radio("10 seconds")).toBeChecked();
    await expect.element(sound).toBeChecked();
    await eventually(() => expect(loadDraft().draft.prompt).toBe("A fox"));
    await button("Undo").click();
    await expect.element(box("Prompt")).toHaveValue("My own words");
    await expect.element(radio("Standard")).toBeChecked();
  });

  it.each([
    ["negative_prompt", () => box("Negative prompt")],
    ["duration", () => radio("10 seconds")],
    ["sound", () => sound],
    ["callback_url", () => box("Callback URL")],
  ] as const)("is filled with the focus on the field at fault: %s", async (focus, field) => {
    await renderForm();
    const request = {
      prompt: "A fox",
      negative_prompt: "text",
      mode: "pro",
      duration: "10",
    } as const;
    fillForm(request, focus);
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toBeVisible();
  });

  it("shows no undo message if nothing was replaced", async () => {
    await renderForm();
    await box("Prompt").fill("A fox");
    await radio("Standard").click();
    fillForm({ prompt: "A fox" });
    await expect.element(box("Prompt")).toHaveFocus();
    expect(toastStore.getState()).toEqual([]);
  });

  it("applies a request that arrived while the form was unmounted", async () => {
    fillForm({ prompt: "A fox" });
    await renderForm();
    await expect.element(box("Prompt")).toHaveValue("A fox");
  });
});
