import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EMPTY_DRAFT } from "#studio/domain/submit/request-draft.ts";
import {
  createDraftSaver,
  loadDraft,
  loadSendRecord,
  newPress,
  saveDraft,
  saveSendRecord,
} from "./draft-storage.ts";
import { aStorage, blockedStorage } from "./testing/a-storage.ts";

const draft = { ...EMPTY_DRAFT, prompt: "A fox" };

beforeEach(() => {
  vi.stubGlobal("localStorage", aStorage());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a saved draft", () => {
  test("is loaded with the name of its next press", () => {
    saveDraft({ draft, press: "second" });
    expect(loadDraft()).toEqual({ draft, press: "second" });
  });

  test("is empty in a new browser, where all tabs share the name of the first press", () => {
    expect(loadDraft()).toEqual({ draft: EMPTY_DRAFT, press: "first" });
    localStorage.setItem("kirin-studio.draft", "{not json");
    expect(loadDraft()).toEqual({ draft: EMPTY_DRAFT, press: "first" });
    localStorage.setItem("kirin-studio.draft", JSON.stringify({ prompt: "A fox", press: 7 }));
    expect(loadDraft()).toEqual({ draft, press: "first" });
  });

  test("is empty under a name of its own if storage is blocked", () => {
    vi.stubGlobal("localStorage", blockedStorage());
    saveDraft({ draft, press: "second" });
    const names = [loadDraft(), loadDraft()].map(({ press }) => press);
    expect(loadDraft().draft).toEqual(EMPTY_DRAFT);
    expect(new Set([...names, "first"]).size).toBe(3);
  });
});

describe("the record of the last press", () => {
  const record = { press: "first", works: ["a"], atMs: 7 };

  test("is loaded as it was saved", () => {
    expect(loadSendRecord()).toBeNull();
    saveSendRecord(record);
    expect(loadSendRecord()).toEqual(record);
  });

  test("is none if it is invalid or storage is blocked", () => {
    localStorage.setItem("kirin-studio.sent", JSON.stringify({ ...record, works: 1 }));
    expect(loadSendRecord()).toBeNull();
    vi.stubGlobal("localStorage", blockedStorage());
    saveSendRecord(record);
    expect(loadSendRecord()).toBeNull();
  });
});

test("every press has a name of its own", () => {
  expect(new Set([newPress(), newPress(), newPress()]).size).toBe(3);
});

describe("saving while the creator types", () => {
  const idle = vi.fn<(task: () => void, options: object) => void>();
  const save = vi.fn();

  beforeEach(() => {
    idle.mockReset();
    save.mockReset();
    vi.stubGlobal("requestIdleCallback", idle);
  });

  test("saves the latest draft once when the browser is idle", () => {
    const saver = createDraftSaver(save);
    saver.save(draft);
    saver.save({ ...draft, prompt: "A fox at night" });
    expect(idle).toHaveBeenCalledExactlyOnceWith(expect.anything(), { timeout: 500 });
    expect(save).not.toHaveBeenCalled();
    idle.mock.calls[0]?.[0]();
    expect(save).toHaveBeenCalledExactlyOnceWith({ ...draft, prompt: "A fox at night" });
    saver.save(draft);
    expect(idle).toHaveBeenCalledTimes(2);
  });

  test("saves at once when the page is closed, and not again afterwards", () => {
    const saver = createDraftSaver(save);
    saver.flush();
    expect(save).not.toHaveBeenCalled();
    saver.save(draft);
    saver.flush();
    idle.mock.calls[0]?.[0]();
    expect(save).toHaveBeenCalledExactlyOnceWith(draft);
  });

  test("uses a timer in browsers without idle callbacks", () => {
    vi.stubGlobal("requestIdleCallback", undefined);
    vi.useFakeTimers();
    createDraftSaver(save).save(draft);
    vi.advanceTimersByTime(200);
    expect(save).toHaveBeenCalledExactlyOnceWith(draft);
  });
});
