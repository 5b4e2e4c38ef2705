import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statusOfWord } from "./task-status.ts";
import { CLIP_URL, completedAnswer, readTask } from "./testing/read-task.ts";

describe("status words", () => {
  test.each([
    ["in_queue", "queued"],
    ["QUEUED", "queued"],
    ["pending", "queued"],
    ["submitted", "queued"],
    ["in_progress", "running"],
    ["processing", "running"],
    ["Running", "running"],
    ["COMPLETED", "completed"],
    ["success", "completed"],
    ["succeed", "completed"],
    ["succeeded", "completed"],
    ["done", "completed"],
    ["failed", "failed"],
    ["error", "failed"],
    ["canceled", "failed"],
    ["cancelled", "failed"],
  ])("%s means %s", (word, status) => {
    expect(statusOfWord(word)).toBe(status);
    expect(readTask({ id: "t", status: word }).upstreamStatus).toBe(word);
  });

  test("poll: Kirin uses an unknown status word → the task counts as running, and the word is shown", () => {
    for (const word of ["warming_up", "Completed?", "failed_over"]) {
      expect(readTask(completedAnswer({ status: word }))).toMatchObject({
        status: "running",
        upstreamStatus: word,
        clips: [],
      });
    }
  });
});

describe("response formats", () => {
  test.each([
    ["bare", { id: "t1", status: "queued" }],
    ["under the other models' name for an id", { task_id: "t1", status: "queued" }],
    [
      "wrapped",
      { data: { id: "t1", status: "queued" }, status: { code: 200, message: "success" } },
    ],
    ["wrapped, with a status word", { data: { id: "t1", status: "queued" }, status: "success" }],
    [
      "wrapped, with an id of the response",
      { id: "response-1", data: { id: "t1", status: "queued" }, status: { code: 200 } },
    ],
    ["wrapped with code 0", { data: { id: "t1", status: "queued" }, status: { code: 0 } }],
    [
      "wrapped with a code as a string",
      { data: { id: "t1", status: "queued" }, status: { code: "200" } },
    ],
  ])("reads a task that is %s", (_, answer) => {
    expect(readTask(answer)).toMatchObject({ id: "t1", status: "queued" });
  });

  test("a bare task's own data field does not replace it", () => {
    const data = { id: "other", status: "failed" };
    expect(readTask({ id: "t1", status: "queued", data, code: 7 })).toMatchObject({
      id: "t1",
      status: "queued",
      unknownFields: { data, code: 7 },
    });
  });

  test("reads both names of the ids, and prefers the documented one", () => {
    expect(readTask({ id: "a", task_id: "b", status: "queued" }).id).toBe("a");
    expect(readTask({ id: 12, status: "queued" }).id).toBe("12");
    const ids = { external_task_id: "mine", external_id: "theirs" };
    expect(readTask({ id: "t", status: "queued", ...ids }).externalTaskId).toBe("mine");
    expect(readTask({ id: "t", status: "queued", external_id: "mine" }).externalTaskId).toBe(
      "mine",
    );
    expect(readTask({ id: "t", status: "queued" }).externalTaskId).toBeNull();
  });

  test.each([
    ["nested", [{ content: [{ type: "video", url: CLIP_URL, duration: "5" }] }], 5],
    [
      "nested, duration as a number",
      [{ content: [{ type: "video_url", url: CLIP_URL, duration: 10 }] }],
      10,
    ],
    ["flat", [{ type: "video", url: CLIP_URL }], null],
  ])("reads %s output", (_, output, durationSeconds) => {
    expect(readTask(completedAnswer({ output })).clips).toEqual([
      { url: CLIP_URL, durationSeconds, id: null },
    ]);
  });

  test.each([
    [5.04, 5.04],
    ["10.0", 10],
    [0, null],
    [-5, null],
    ["five", null],
    [null, null],
  ])("reads the duration %j as %j", (duration, durationSeconds) => {
    const output = [{ type: "video", url: CLIP_URL, duration }];
    expect(readTask(completedAnswer({ output })).clips).toEqual([
      { url: CLIP_URL, durationSeconds, id: null },
    ]);
  });

  test.each([
    ["HTTPS://clips.example/a.mp4", 1],
    ["http://clips.example/a.mp4", 1],
    ["/clips/a.mp4", 0],
    ["ftp://clips.example/a.mp4", 0],
    ["https:///a.mp4", 0],
    ["javascript:alert(1)", 0],
    ["see https://clips.example/a.mp4", 0],
    [["https://clips.example/a.mp4"], 0],
  ])("reads %s as %d clips", (url, count) => {
    expect(readTask(completedAnswer({ output: [{ type: "video", url }] })).clips).toHaveLength(
      count,
    );
  });

  test("keeps every video in order and drops other media", () => {
    const output = [
      {
        content: [
          { type: "video", url: CLIP_URL, id: "a" },
          { type: "image", url: "https://x.example/p.png" },
        ],
      },
      { content: [{ type: "video", url: `${CLIP_URL}?watermarked`, id: "b" }] },
    ];
    expect(readTask(completedAnswer({ output })).clips.map((clip) => clip.id)).toEqual(["a", "b"]);
  });

  test.each([
    ["seconds", 1763800000],
    ["milliseconds", 1763800000000],
    ["ISO", "2025-11-22T08:26:40Z"],
    ["seconds of more digits than a double holds", "1763800000.0000000001"],
  ])("reads a time in %s", (_, created_at) => {
    const { createdAt, updatedAt } = readTask({ id: "t", status: "queued", created_at });
    expect([createdAt, updatedAt]).toEqual(["2025-11-22T08:26:40.000Z", null]);
    const updated = readTask({ id: "t", status: "queued", updated_at: created_at });
    expect(updated.updatedAt).toBe(createdAt);
  });

  test("keeps every digit of a cost and all other usage fields", () => {
    const usage = {
      cost: "0.350000000000000000010",
      discount: 1,
      quantity: 5,
      extra_info: { a: [1] },
    };
    expect(readTask(completedAnswer({ usage })).usage).toEqual({
      cost: "0.350000000000000000010",
      discount: 1,
      rest: { quantity: 5, extra_info: { a: [1] } },
    });
  });

  test.each([0, 0.5, 1])("reads the progress %d", (progress) => {
    expect(readTask({ id: "t", status: "running", progress }).progress).toBe(progress);
  });

  test("reads a progress with more digits than a double holds", () => {
    const task = readTask({ id: "t", status: "running", progress: "0.33333333333333331" });
    expect(task.progress).toBe(0.3333333333333333);
  });

  test("reads billing into usage once the task has completed, and keeps it unchanged before", () => {
    const billing = [{ charge_type: "cash", amount: "0.35", currency: "USD" }];
    const done = readTask(completedAnswer({ billing }));
    expect(done.usage).toMatchObject({ cost: "0.35", rest: { billing, currency: "USD" } });
    expect(done.unknownFields).toEqual({});
    expect(readTask({ id: "t", status: "running", billing }).unknownFields).toEqual({ billing });
  });

  test("keeps unknown fields and metadata", () => {
    const task = readTask({ id: "t", status: "queued", region: "eu", metadata: { a: 1 } });
    expect(task.unknownFields).toEqual({ region: "eu" });
    expect(task.metadata).toEqual({ a: 1 });
  });

  test.each([
    ["a number above 1", 45],
    ["a number below 0", -0.1],
    ["a word", "half"],
    ["true", true],
    ["a text with spaces", " 0.5 "],
    ["nothing", undefined],
  ])(
    "poll: Kirin's progress is missing or not between 0 and 1 → no progress is shown (%s)",
    (_, progress) => {
      expect(readTask({ id: "t", status: "running", progress }).progress).toBeNull();
    },
  );

  test("decimal costs keep every digit", () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{1,30}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    fc.assert(
      fc.property(decimal, (cost) => {
        expect(readTask(completedAnswer({ usage: { cost } })).usage?.cost).toBe(cost);
      }),
    );
  });
});
