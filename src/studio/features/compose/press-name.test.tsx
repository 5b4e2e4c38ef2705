import { describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { recordSend } from "#studio/domain/submit/recent-send.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { loadSendRecord, SEND_RECORD_KEY, saveSendRecord } from "./draft/draft-storage.ts";
import { box, button, composePage } from "./testing/compose-page.tsx";

const { onGenerate, renderForm } = composePage();

/** The names of the presses so far. */
const presses = () => onGenerate.mock.calls.map(([, { press }]) => press);

/** The `sentElsewhere` of the presses so far. */
const reportedOrigins = () =>
  onGenerate.mock.calls.map(([, { sentElsewhere }]) => sentElsewhere ?? null);

/** Another tab sends this form's request, now or shortly before this page was loaded. */
function sendElsewhere(atMs = Date.now(), press = "the other tab's") {
  const request = {
    prompt: "A sea",
    mode: "std",
    aspect_ratio: "16:9",
    duration: "5",
  } as const;
  saveSendRecord(recordSend(press, [request], atMs));
  window.dispatchEvent(new StorageEvent("storage", { key: SEND_RECORD_KEY }));
}

/** A timer ends the double-click guard. */
async function pressAgain() {
  const before = presses().length;
  await eventually(async () => {
    await button("Generate").click();
    expect(presses().length).toBeGreaterThan(before);
  });
}

describe("the name of a press", () => {
  it("changes after a successful press, so that the same draft makes another take", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await pressAgain();
    expect(new Set(presses()).size).toBe(2);
  });

  it("stays the same while nothing is accepted", async () => {
    onGenerate.mockResolvedValueOnce({ sentence: "No room." });
    await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await pressAgain();
    expect(new Set(presses()).size).toBe(1);
  });

  it("tabs: the page is reloaded before a press is answered → the next press has the same name", async () => {
    onGenerate.mockRejectedValueOnce(new Error("the page breaks"));
    const { unmount } = await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await unmount();
    await renderForm();
    await pressAgain();
    expect(new Set(presses()).size).toBe(1);
  });

  it("is the same in two tabs until one of them sends the draft, and stays the same in the other", async () => {
    const one = await renderForm();
    await box("Prompt").fill("A sea");
    window.dispatchEvent(new Event("pagehide"));
    const two = await renderForm();
    await button("Generate").nth(0).click();
    await button("Generate").nth(1).click();
    await eventually(() => expect(presses()).toHaveLength(2));
    expect(new Set(presses()).size).toBe(1);
    // Both tabs continue with the newer name.
    await one.unmount();
    await two.unmount();
    await renderForm();
    await pressAgain();
    expect(new Set(presses()).size).toBe(2);
  });

  it("tabs: a third tab sends another draft meanwhile → a draft has the same name in both tabs that have it", async () => {
    const one = await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await eventually(() => expect(presses()).toHaveLength(1));
    const third = await renderForm();
    await box("Prompt").nth(1).fill("A fox");
    await button("Generate").nth(1).click();
    await eventually(() => expect(presses()).toHaveLength(2));
    await third.unmount();

    await box("Prompt").fill("A tower");
    window.dispatchEvent(new Event("pagehide"));
    await renderForm();
    await eventually(async () => {
      await button("Generate").nth(0).click();
      expect(presses()).toHaveLength(3);
    });
    await button("Generate").nth(1).click();
    await eventually(() => expect(presses()).toHaveLength(4));
    expect(presses()[2]).toBe(presses()[3]);
    await one.unmount();
  });

  it("is unique if storage is blocked", async () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(blocked);
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(blocked);
    for (let tab = 0; tab < 2; tab += 1) {
      const { unmount } = await renderForm();
      await box("Prompt").fill("A sea");
      await button("Generate").click();
      await eventually(() => expect(presses()).toHaveLength(tab + 1));
      await unmount();
    }
    expect(new Set(presses()).size).toBe(2);
  });
});

describe("a draft that was sent a moment ago without this page", () => {
  const note = page.getByRole("status").filter({ hasText: /a moment ago/ });

  it("tabs: another tab sent this draft just before → the form says so, and the press reports it", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    expect(note.query()).toBeNull();
    sendElsewhere();
    await expect.element(note).toHaveTextContent("Sent from another tab a moment ago.");
    await box("Prompt").fill("A sea, wider");
    await expect.element(note).not.toBeInTheDocument();
    await box("Prompt").fill("A sea");
    await expect.element(note).toBeVisible();
    await button("Generate").click();
    expect(reportedOrigins()).toEqual(["tab"]);
    // The page knows the press now, so another one is a deliberate new take.
    await expect.element(note).not.toBeInTheDocument();
    await pressAgain();
    expect(reportedOrigins()).toEqual(["tab", null]);
  });

  it("tabs: the page was reloaded right after the press → the new page says so, and the press reports it", async () => {
    sendElsewhere(performance.timeOrigin - 1000);
    await renderForm();
    await box("Prompt").fill("A sea");
    await expect.element(note).toHaveTextContent("Sent a moment ago, before this page was loaded.");
    await button("Both modes").click();
    expect(reportedOrigins()).toEqual(["reload"]);
  });

  it("causes no note if the press has the same name, because the library shows the outcome", async () => {
    await renderForm();
    await box("Prompt").fill("A sea");
    sendElsewhere(Date.now(), "first");
    await button("Generate").click();
    expect(reportedOrigins()).toEqual([null]);
  });

  it("causes no note after two presses of one page, even if the form was unmounted in between", async () => {
    const { unmount } = await renderForm();
    await box("Prompt").fill("A sea");
    await button("Generate").click();
    await eventually(() => expect(loadSendRecord()?.press).toBe(presses()[0]));
    await unmount();
    await renderForm();
    expect(note.query()).toBeNull();
    await pressAgain();
    expect(reportedOrigins()).toEqual([null, null]);
  });
});
