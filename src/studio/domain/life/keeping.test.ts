import { describe, expect, test } from "vitest";
import { costsOf } from "#studio/domain/usage/costs.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntryIn,
  atSecond,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  canBeTrashed,
  erased,
  isDueForErasure,
  isInTrash,
  isKept,
  restored,
  trashed,
  withFavourite,
} from "./keeping.ts";
import { ENTRY_PHASES } from "./library-entry.ts";

const LATER = "2026-12-22T12:00:00.000Z";

test("marks and unmarks a favourite, and keeps the time of the first mark", () => {
  const marked = withFavourite(aCompletedEntry(), NOON);
  expect(marked.favouriteAt).toBe(NOON);
  expect(withFavourite(marked, LATER)).toBe(marked);
  expect(withFavourite(marked, null).favouriteAt).toBeNull();
  const plain = aCompletedEntry();
  expect(withFavourite(plain, null)).toBe(plain);
});

describe("the trash", () => {
  test.each(ENTRY_PHASES)("takes an entry in phase %s only if it has ended", (phase) => {
    const hasEnded = [
      "completed",
      "failed",
      "refused",
      "never-arrived",
      "lost",
      "withdrawn",
    ].includes(phase);
    const entry = anEntryIn(phase);
    expect(canBeTrashed(entry)).toBe(hasEnded);
    expect(isInTrash(trashed(entry, NOON))).toBe(hasEnded);
    expect(isKept(trashed(entry, NOON))).toBe(!hasEnded);
  });

  test("makes a result that nobody has seen count as seen", () => {
    expect(trashed(aCompletedEntry(), NOON).seenAt).toBe(NOON);
    const seenAt = atSecond(90);
    expect(trashed(aCompletedEntry({ seenAt }), NOON).seenAt).toBe(seenAt);
  });

  test("gives an entry back as it was", () => {
    const entry = aCompletedEntry({ seenAt: atSecond(90), favouriteAt: NOON });
    expect(restored(trashed(entry, NOON))).toEqual(entry);
    expect(restored(entry)).toBe(entry);
  });

  test("takes an entry once", () => {
    const entry = trashed(aCompletedEntry(), NOON);
    expect(trashed(entry, LATER)).toBe(entry);
  });

  test("holds an entry for 30 days", () => {
    const entry = trashed(aCompletedEntry(), NOON);
    expect(isDueForErasure(entry, Date.parse(LATER) - 1)).toBe(false);
    expect(isDueForErasure(entry, Date.parse(LATER))).toBe(true);
    expect(isDueForErasure(aCompletedEntry(), Date.parse(LATER))).toBe(false);
    expect(isDueForErasure(erased(entry, LATER), Date.parse(LATER))).toBe(false);
  });
});

describe("an erased entry", () => {
  const request = {
    prompt: "A secret",
    negative_prompt: "blur",
    callback_url: "https://example.com",
    mode: "pro",
    external_task_id: "fox-1",
  } as const;
  const entry = trashed(aCompletedEntry({ request, clipsKeptAt: atSecond(70) }), NOON);
  const gone = erased(entry, LATER);

  test("has no texts and no clips", () => {
    expect(JSON.stringify(gone)).not.toMatch(/secret|blur|example|\/clips\//);
    expect(gone.clipsKeptAt).toBeNull();
  });

  test("keeps the charges of a row from before the proxy read them, and nothing else that Kirin sent", () => {
    const billing = [{ amount: "3", currency: "credit" }];
    const generation = aCompletedGeneration({
      usage: null,
      metadata: { input: "A secret" },
      unknownFields: { billing, input: "A secret" },
    });
    const old = erased(trashed(aCompletedEntry({ request, generation }), NOON), LATER);
    expect(old.generation?.unknownFields).toEqual({ billing });
    expect(JSON.stringify(old)).not.toMatch(/secret/);
  });

  test("keeps its cost, its settings and its ids", () => {
    expect(costsOf(gone)).toEqual(costsOf(entry));
    expect(gone.request).toEqual({ prompt: "", mode: "pro", external_task_id: "fox-1" });
    expect(gone.id).toBe(entry.id);
  });

  test("cannot be restored, and is erased once", () => {
    expect(restored(gone)).toBe(gone);
    expect(erased(gone, NOON)).toBe(gone);
    expect(isInTrash(gone)).toBe(false);
    expect(isKept(gone)).toBe(false);
  });

  test("is only what was in the trash", () => {
    const plain = aCompletedEntry();
    expect(erased(plain, NOON)).toBe(plain);
  });
});
