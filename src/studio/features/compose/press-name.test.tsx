import { describe, expect, it, vi } from "vitest";
import { box, button, composePage } from "./testing/compose-page.tsx";

const { onGenerate, renderForm } = composePage();

/** The names of the presses so far. */
const presses = () => onGenerate.mock.calls.map(([, { press }]) => press);

/** The lock against double clicks comes off by a timer. */
async function pressAgain() {
  const before = presses().length;
  await vi.waitFor(
    async () => {
      await button("Generate").click();
      expect(presses().length).toBeGreaterThan(before);
    },
    { timeout: 5000 },
  );
}

describe("the name of a press", () => {
  it("is another after a press that went through, so that the same draft makes another take", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await pressAgain();
    expect(new Set(presses()).size).toBe(2);
  });

  it("is kept while nothing goes through", async () => {
    onGenerate.mockResolvedValueOnce({ sentence: "No room." });
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await pressAgain();
    expect(new Set(presses()).size).toBe(1);
  });

  it("tabs: the page is reloaded before a press was answered → pressing again is known for the same press", async () => {
    onGenerate.mockRejectedValueOnce(new Error("the page breaks"));
    const { unmount } = await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await unmount();
    await renderForm();
    await pressAgain();
    expect(new Set(presses()).size).toBe(1);
  });

  it("is the same in two tabs until one of them has sent the draft, and then still in the other", async () => {
    const one = await renderForm();
    await box("Prompt").fill("A sea");
    window.dispatchEvent(new Event("pagehide"));
    const two = await renderForm();
    await button("Generate").nth(0).click();
    await button("Generate").nth(1).click();
    await vi.waitFor(() => expect(presses()).toHaveLength(2));
    expect(new Set(presses()).size).toBe(1);
    // From here on both have the newer one.
    await one.unmount();
    await two.unmount();
    await renderForm();
    await pressAgain();
    expect(new Set(presses()).size).toBe(2);
  });

  it("tabs: another draft was sent from a third tab meanwhile → a draft has the same name in both tabs that hold it", async () => {
    const one = await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await vi.waitFor(() => expect(presses()).toHaveLength(1));
    const third = await renderForm();
    await box("Prompt").nth(1).fill("A fox");
    await button("Generate").nth(1).click();
    await vi.waitFor(() => expect(presses()).toHaveLength(2));
    await third.unmount();

    await box("Prompt").fill("A tower");
    window.dispatchEvent(new Event("pagehide"));
    await renderForm();
    await vi.waitFor(async () => {
      await button("Generate").nth(0).click();
      expect(presses()).toHaveLength(3);
    });
    await button("Generate").nth(1).click();
    await vi.waitFor(() => expect(presses()).toHaveLength(4));
    expect(presses()[2]).toBe(presses()[3]);
    await one.unmount();
  });

  it("is nobody else's where storage is blocked", async () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(blocked);
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(blocked);
    for (let tab = 0; tab < 2; tab += 1) {
      const { unmount } = await renderForm();
      await box("Prompt").fill("A sea");
      await button("Generate").click();
      await vi.waitFor(() => expect(presses()).toHaveLength(tab + 1));
      await unmount();
    }
    expect(new Set(presses()).size).toBe(2);
  });
});
