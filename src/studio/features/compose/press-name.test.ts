import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import { RECENT_SEND_MS, recordSend } from "#studio/domain/submit/recent-send.ts";
import { EMPTY_DRAFT, toRequest } from "#studio/domain/submit/request-draft.ts";
import { loadDraft, loadSendRecord, saveDraft, saveSendRecord } from "./draft/draft-storage.ts";
import { aStorage } from "./draft/testing/a-storage.ts";
import { createPressName } from "./press-name.ts";

const draft = { ...EMPTY_DRAFT, prompt: "A fox", external_task_id: "shot" };
const requests: KirinRequest[] = [toRequest(draft)];

beforeEach(() => {
  vi.stubGlobal("localStorage", aStorage());
});
afterEach(() => vi.unstubAllGlobals());

/** The name of a form whose draft was stored under `stored`. */
function aName(stored: string) {
  saveDraft({ draft, press: stored });
  const name = createPressName();
  name.take(loadDraft().press);
  return name;
}

test("a form has a name of its own until its draft is loaded", () => {
  const [one, other] = [createPressName(), createPressName()];
  expect(one.current()).not.toBe(other.current());
  expect(aName("stored").current()).toBe("stored");
});

describe("after a press was sent", () => {
  test("the next one has a new name, which is stored with the draft", () => {
    const name = aName("a");
    name.renew("a", draft, requests);
    expect(name.current()).not.toBe("a");
    expect(loadDraft()).toEqual({ draft, press: name.current() });
    expect(loadSendRecord()).toMatchObject({ press: "a" });
  });

  test("the name of another tab that has sent the same draft is taken over, and its record is kept", () => {
    const name = aName("a");
    const ahead = { ...draft, external_task_id: "" };
    saveDraft({ draft: ahead, press: "b" });
    saveSendRecord(recordSend("a", requests, 7));
    name.renew("a", draft, requests);
    expect(name.current()).toBe("b");
    expect(loadSendRecord()?.atMs).toBe(7);
  });

  test("the name of another tab with another draft is not taken over", () => {
    const name = aName("a");
    saveDraft({ draft: { ...draft, prompt: "A whale" }, press: "b" });
    name.renew("a", draft, requests);
    expect(["a", "b"]).not.toContain(name.current());
    expect(loadDraft().draft.prompt).toBe("A fox");
  });
});

describe("a request that was sent outside this page", () => {
  test("is one from another tab, or one from before this page was loaded", () => {
    const name = createPressName();
    expect(name.sentElsewhere(requests)).toBeNull();
    const nowMs = Date.now();
    saveSendRecord(recordSend("theirs", requests, nowMs));
    const untilMs = nowMs + RECENT_SEND_MS;
    expect(name.sentElsewhere(requests)).toEqual({ origin: "tab", press: "theirs", untilMs });
    saveSendRecord(recordSend("theirs", requests, performance.timeOrigin - 1000));
    expect(name.sentElsewhere(requests)?.origin).toBe("reload");
    expect(name.sentElsewhere([{ prompt: "A whale" }])).toBeNull();
  });

  test("is none that this page sent itself, from any of its forms", () => {
    aName("ours").renew("ours", draft, requests);
    expect(loadSendRecord()?.press).toBe("ours");
    expect(createPressName().sentElsewhere(requests)).toBeNull();
  });
});
