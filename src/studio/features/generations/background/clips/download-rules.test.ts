import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import {
  aCompletedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  afterFailure,
  afterSuccess,
  type Downloads,
  forgetRequested,
  NO_DOWNLOADS,
  nextDownload,
  nextDownloadDelayMs,
  retryAll,
  wantedEntries,
  withClipsProblem,
  withReported,
} from "./download-rules.ts";

const NOON_MS = Date.parse(NOON);
const retryable = { detail: "", retryable: true };
const BROKEN = studioProblem("clip-broken", retryable);
const DAMAGED = studioProblem("clip-damaged", retryable);
const FULL = studioProblem("clips-full", retryable);
const AWAY = studioProblem("studio-unreachable", retryable);
const EXPIRED = aProblem("clip-expired", { retryable: false });

const [a, b] = [aCompletedEntry({ id: "a" }), aCompletedEntry({ id: "b" })];

/** Lets the same download fail with these problems, one second apart. */
function fail(downloads: Downloads, ...problems: (typeof BROKEN)[]) {
  return problems.reduce(
    (outcome, problem, index) =>
      afterFailure(outcome.downloads, { id: "a", problem, nowMs: NOON_MS + index * 1000 }),
    { downloads, report: null } as ReturnType<typeof afterFailure>,
  );
}

test("wants finished generations whose clips are not on this device", () => {
  const saved = aCompletedEntry({ id: "saved", clipsKeptAt: atSecond(61) });
  const stopped = aCompletedEntry({ id: "stopped", clipsProblem: EXPIRED });
  const retrying = aCompletedEntry({ id: "retrying", clipsProblem: BROKEN });
  expect(wantedEntries([a, saved, aWatchedEntry({ id: "w" }), stopped, retrying, b])).toEqual([
    a,
    retrying,
    b,
  ]);
});

describe("a failed download", () => {
  test("does not delay other entries, and is retried after its delay", () => {
    const { downloads } = fail(NO_DOWNLOADS, BROKEN);
    expect(nextDownload(downloads, [a, b], NOON_MS)).toBe(b);
    expect(nextDownloadDelayMs(downloads, [a], NOON_MS)).toBe(2000);
    expect(nextDownload(downloads, [a, b], NOON_MS + 1999)).toBe(b);
    expect(nextDownload(downloads, [a, b], NOON_MS + 2000)).toBe(a);
  });

  test("delays all downloads if the device or the server is the cause", () => {
    for (const problem of [FULL, AWAY]) {
      const { downloads, report } = fail(NO_DOWNLOADS, problem);
      expect(nextDownload(downloads, [a, b], NOON_MS + 1999)).toBeUndefined();
      expect(nextDownload(downloads, [a, b], NOON_MS + 2000)).toBe(a);
      expect(report).toEqual({ scope: problem === FULL ? "all" : "entry", problem });
    }
  });

  test("is retried at once after the clock was set back", () => {
    const { downloads } = fail(NO_DOWNLOADS, BROKEN);
    expect(nextDownload(downloads, [a], NOON_MS - 1)).toBe(a);
  });

  test("is reported after five consecutive answers if the clip is missing", () => {
    const reports = [1, 2, 3, 4, 5].map(
      (count) => fail(NO_DOWNLOADS, ...Array.from({ length: count }, () => EXPIRED)).report,
    );
    expect(reports).toEqual([null, null, null, null, { scope: "entry", problem: EXPIRED }]);
    const interrupted = [EXPIRED, EXPIRED, EXPIRED, EXPIRED, BROKEN, EXPIRED];
    expect(fail(NO_DOWNLOADS, ...interrupted).report).toBeNull();
  });

  test("is retried three times if the file is faulty", () => {
    const isRetryable = [1, 2, 3, 4].map(
      (count) =>
        fail(NO_DOWNLOADS, ...Array.from({ length: count }, () => DAMAGED)).report?.problem
          .retryable,
    );
    expect(isRetryable).toEqual([true, true, true, false]);
  });

  test("is forgotten with its obstacle after a success", () => {
    expect(afterSuccess(fail(NO_DOWNLOADS, BROKEN, FULL).downloads, "a")).toEqual(NO_DOWNLOADS);
  });
});

describe("the creator's request for another download", () => {
  test("is noticed when a reported problem is gone from the library", () => {
    const reported = withReported(fail(NO_DOWNLOADS, BROKEN, FULL).downloads, ["a"]);
    const failed = aCompletedEntry({ id: "a", clipsProblem: BROKEN });
    expect(forgetRequested(reported, [failed, b])).toEqual(reported);
    expect(forgetRequested(reported, [a, b])).toEqual(NO_DOWNLOADS);
  });

  test("is noticed for a problem that another tab reported", () => {
    const before = fail(NO_DOWNLOADS, EXPIRED).downloads;
    const failed = aCompletedEntry({ id: "a", clipsProblem: BROKEN });
    expect(forgetRequested(forgetRequested(before, [failed]), [a]).failures.size).toBe(0);
  });

  test("is not inferred from a problem that was never reported", () => {
    const before = fail(NO_DOWNLOADS, EXPIRED).downloads;
    expect(forgetRequested(before, [a]).failures.size).toBe(1);
  });
});

test("retries everything when the creator returns, except downloads whose host set a retry time", () => {
  const asked = aProblem("clip-unavailable", { retryAfterSeconds: 300 });
  const first = fail(NO_DOWNLOADS, BROKEN, AWAY).downloads;
  const both = afterFailure(first, { id: "b", problem: asked, nowMs: NOON_MS }).downloads;
  const retried = retryAll(both);
  expect(nextDownload(retried, [a, b], NOON_MS)).toBe(a);
  expect(nextDownloadDelayMs(retried, [b], NOON_MS)).toBe(300_000);
});

test("reports a problem once, and never marks saved clips as missing", () => {
  const failed = withClipsProblem(a, BROKEN);
  expect(failed.clipsProblem).toBe(BROKEN);
  expect(withClipsProblem(failed, { ...BROKEN, detail: "Again." })).toBe(failed);
  const saved = aCompletedEntry({ clipsKeptAt: atSecond(61) });
  expect(withClipsProblem(saved, BROKEN)).toBe(saved);
});

test("always downloads something eventually while anything is wanted", () => {
  const event = fc.record({
    kind: fc.constantFrom("fails", "fails", "succeeds", "returns"),
    id: fc.constantFrom("a", "b"),
    problem: fc.constantFrom(BROKEN, DAMAGED, FULL, AWAY, EXPIRED),
    afterMs: fc.nat(700_000),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      let nowMs = NOON_MS;
      let downloads = NO_DOWNLOADS;
      const entries = [a, b];
      for (const { kind, id, problem, afterMs } of events) {
        nowMs += afterMs;
        if (kind === "succeeds") downloads = afterSuccess(downloads, id);
        if (kind === "returns") downloads = retryAll(downloads);
        if (kind === "fails") ({ downloads } = afterFailure(downloads, { id, problem, nowMs }));
        const delayMs = nextDownloadDelayMs(downloads, entries, nowMs) ?? Number.NaN;
        expect(delayMs).toBeLessThanOrEqual(600_000);
        const isDue = nextDownload(downloads, entries, nowMs) !== undefined;
        expect(isDue).toBe(delayMs === 0);
        expect(nextDownload(downloads, entries, nowMs + delayMs)).toBeDefined();
      }
    }),
  );
});
