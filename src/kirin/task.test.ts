import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTaskAnswer, type Task } from "./task.ts";
import { statusOfWord } from "./task-status.ts";

const URL = "https://clips.example/a.mp4";

function taskOf(answer: unknown): Task {
  const parsed = parseTaskAnswer(answer);
  if (parsed.kind !== "task") throw new Error(`not a task: ${JSON.stringify(parsed)}`);
  return parsed.task;
}

const completed = (fields: object) => ({
  id: "t1",
  status: "completed",
  output: [{ content: [{ type: "video", url: URL, duration: "5" }] }],
  ...fields,
});

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
    expect(taskOf({ id: "t", status: word }).upstreamStatus).toBe(word);
  });

  test("poll: Kirin uses an unknown status word → the task counts as running, and the word is shown", () => {
    for (const word of ["warming_up", "Completed?", "failed_over"]) {
      expect(taskOf(completed({ status: word }))).toMatchObject({
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
    ["wrapped with code 0", { data: { id: "t1", status: "queued" }, status: { code: 0 } }],
    [
      "wrapped with a code as a string",
      { data: { id: "t1", status: "queued" }, status: { code: "200" } },
    ],
  ])("reads a task that is %s", (_, answer) => {
    expect(taskOf(answer)).toMatchObject({ id: "t1", status: "queued" });
  });

  test("a bare task's own data field does not replace it", () => {
    const data = { id: "other", status: "failed" };
    expect(taskOf({ id: "t1", status: "queued", data, code: 7 })).toMatchObject({
      id: "t1",
      status: "queued",
      unknownFields: { data, code: 7 },
    });
  });

  test("reads both names of the ids, and prefers the documented one", () => {
    expect(taskOf({ id: "a", task_id: "b", status: "queued" }).id).toBe("a");
    expect(taskOf({ id: 12, status: "queued" }).id).toBe("12");
    const ids = { external_task_id: "mine", external_id: "theirs" };
    expect(taskOf({ id: "t", status: "queued", ...ids }).externalTaskId).toBe("mine");
    expect(taskOf({ id: "t", status: "queued", external_id: "mine" }).externalTaskId).toBe("mine");
    expect(taskOf({ id: "t", status: "queued" }).externalTaskId).toBeNull();
  });

  test.each([
    ["nested", [{ content: [{ type: "video", url: URL, duration: "5" }] }], 5],
    [
      "nested, duration as a number",
      [{ content: [{ type: "video_url", url: URL, duration: 10 }] }],
      10,
    ],
    ["flat", [{ type: "video", url: URL }], null],
  ])("reads %s output", (_, output, durationSeconds) => {
    expect(taskOf(completed({ output })).clips).toEqual([{ url: URL, durationSeconds, id: null }]);
  });

  test.each([
    [5.04, 5.04],
    ["10.0", 10],
    [0, null],
    [-5, null],
    ["five", null],
    [null, null],
  ])("reads the duration %j as %j", (duration, durationSeconds) => {
    const output = [{ type: "video", url: URL, duration }];
    expect(taskOf(completed({ output })).clips).toEqual([{ url: URL, durationSeconds, id: null }]);
  });

  test.each([
    ["HTTPS://clips.example/a.mp4", 1],
    ["http://clips.example/a.mp4", 1],
    ["/clips/a.mp4", 0],
    ["ftp://clips.example/a.mp4", 0],
    ["https:///a.mp4", 0],
    ["javascript:alert(1)", 0],
  ])("reads %s as %d clips", (url, count) => {
    expect(taskOf(completed({ output: [{ type: "video", url }] })).clips).toHaveLength(count);
  });

  test("keeps every video in order and drops other media", () => {
    const output = [
      {
        content: [
          { type: "video", url: URL, id: "a" },
          { type: "image", url: "https://x.example/p.png" },
        ],
      },
      { content: [{ type: "video", url: `${URL}?watermarked`, id: "b" }] },
    ];
    expect(taskOf(completed({ output })).clips.map((clip) => clip.id)).toEqual(["a", "b"]);
  });

  test.each([
    ["seconds", 1763800000],
    ["milliseconds", 1763800000000],
    ["ISO", "2025-11-22T08:26:40Z"],
    ["seconds of more digits than a double holds", "1763800000.0000000001"],
  ])("reads a time in %s", (_, created_at) => {
    const { createdAt, updatedAt } = taskOf({ id: "t", status: "queued", created_at });
    expect([createdAt, updatedAt]).toEqual(["2025-11-22T08:26:40.000Z", null]);
    const updated = taskOf({ id: "t", status: "queued", updated_at: created_at });
    expect(updated.updatedAt).toBe(createdAt);
  });

  test("keeps every digit of a cost and all other usage fields", () => {
    const usage = {
      cost: "0.350000000000000000010",
      discount: 1,
      quantity: 5,
      extra_info: { a: [1] },
    };
    expect(taskOf(completed({ usage })).usage).toEqual({
      cost: "0.350000000000000000010",
      discount: 1,
      rest: { quantity: 5, extra_info: { a: [1] } },
    });
  });

  test.each([
    [
      "the documented form",
      { code: "002014095", error_message: "boom" },
      { code: "002014095", message: "boom" },
    ],
    ["a numeric code", { code: 110001, message: "boom" }, { code: "110001", message: "boom" }],
    ["a plain string", "boom", { code: null, message: "boom" }],
    ["nothing", undefined, { code: null, message: "Kirin gave no reason." }],
  ])("reads an error in %s", (_, error, expected) => {
    expect(taskOf({ id: "t", status: "failed", error }).error).toEqual(expected);
  });

  const CONTENT = "Content violates the policy";
  test.each([
    [
      "an error that says SUCCEED",
      { error: { code: 0, message: "SUCCEED" }, task_status_msg: CONTENT },
      { code: null, message: CONTENT },
    ],
    ["task_status_msg", { task_status_msg: CONTENT }, { code: null, message: CONTENT }],
    [
      "fail_reason, after empty messages",
      { error: { code: 0, message: " " }, message: "success", fail_reason: CONTENT },
      { code: null, message: CONTENT },
    ],
    [
      "message, next to a code without a message",
      { error: { code: "002014099", error_message: "" }, message: CONTENT },
      { code: "002014099", message: CONTENT },
    ],
    [
      "JSON inside a string, with its own code",
      {
        error: {
          code: "002014097",
          error_message: '{"error":{"code":1301,"message":"prompt refused by policy"}}',
        },
      },
      { code: "002014097", causeCode: "1301", message: "prompt refused by policy" },
    ],
    [
      "JSON inside JSON",
      { fail_reason: JSON.stringify({ msg: JSON.stringify({ code: 1301, message: CONTENT }) }) },
      { code: "1301", message: CONTENT },
    ],
    [
      "nothing but SUCCEED",
      { error: { code: 0, message: "SUCCEED" } },
      { code: null, message: "Kirin gave no reason." },
    ],
  ])(
    "poll: a task fails and its reason is in an unusual place → the sentence is shown, without JSON (%s)",
    (_, fields, expected) => {
      expect(taskOf({ id: "t", status: "failed", ...fields }).error).toEqual(expected);
    },
  );

  test("a wrapped failed task reports its own reason, or else its wrapper's", () => {
    const data = { id: "x", status: "failed", task_status_msg: "Image pixel is invalid" };
    const status = { code: 200, message: "SUCCEED" };
    expect(taskOf({ data, status }).error?.message).toBe("Image pixel is invalid");
    const both = { ...status, message: "Task failed." };
    expect(taskOf({ data, status: both }).error?.message).toBe("Image pixel is invalid");
    const refused = {
      data: { id: "x", status: "failed" },
      status: { code: 1301, message: CONTENT },
    };
    expect(taskOf(refused).error).toEqual({ code: "1301", message: CONTENT });
  });

  test("keeps the raw error when the reason was extracted from it", () => {
    const error = { code: "002014097", error_message: '{"code":1301,"message":"no"}' };
    expect(taskOf({ id: "t", status: "failed", error }).unknownFields).toEqual({ error });
    const plain = { code: "002014097", error_message: "no" };
    for (const whole of [plain, "no", { code: null, message: "no" }, null]) {
      expect(taskOf({ id: "t", status: "failed", error: whole }).unknownFields).toEqual({});
    }
  });

  test("poll: a task completes without a usable URL → failed with 002014096 instead of waiting forever", () => {
    for (const output of [undefined, [], [{ content: [] }], [{ type: "video", url: "" }]]) {
      expect(taskOf({ id: "t", status: "completed", output })).toMatchObject({
        status: "failed",
        upstreamStatus: "completed",
        error: { code: "002014096" },
      });
    }
  });

  test.each([0, 0.5, 1])("reads the progress %d", (progress) => {
    expect(taskOf({ id: "t", status: "running", progress }).progress).toBe(progress);
  });

  test("reads a progress with more digits than a double holds", () => {
    const task = taskOf({ id: "t", status: "running", progress: "0.33333333333333331" });
    expect(task.progress).toBe(0.3333333333333333);
  });

  test("poll: a charged task completes without a usable clip → failed, and its cost is kept", () => {
    const answer = { id: "t", status: "completed", usage: { cost: "35", currency: "credit" } };
    expect(taskOf(answer)).toMatchObject({
      status: "failed",
      usage: { cost: "35", rest: { currency: "credit" } },
    });
  });

  test("reads billing into usage once the task has completed, and keeps it unchanged before", () => {
    const billing = [{ charge_type: "cash", amount: "0.35", currency: "USD" }];
    const done = taskOf(completed({ billing }));
    expect(done.usage).toMatchObject({ cost: "0.35", rest: { billing, currency: "USD" } });
    expect(done.unknownFields).toEqual({});
    expect(taskOf({ id: "t", status: "running", billing }).unknownFields).toEqual({ billing });
  });

  test("keeps unknown fields and metadata", () => {
    const task = taskOf({ id: "t", status: "queued", region: "eu", metadata: { a: 1 } });
    expect(task.unknownFields).toEqual({ region: "eu" });
    expect(task.metadata).toEqual({ a: 1 });
  });

  test.each([
    ["a number above 1", 45],
    ["a number below 0", -0.1],
    ["a word", "half"],
    ["nothing", undefined],
  ])(
    "poll: Kirin's progress is missing or not between 0 and 1 → no progress is shown (%s)",
    (_, progress) => {
      expect(taskOf({ id: "t", status: "running", progress }).progress).toBeNull();
    },
  );

  test("decimal costs keep every digit", () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{1,30}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    fc.assert(
      fc.property(decimal, (cost) => {
        expect(taskOf(completed({ usage: { cost } })).usage?.cost).toBe(cost);
      }),
    );
  });
});
