/** Why a task failed, by any of the forms in which Kirin reports it. */
import { expect, test } from "vitest";
import { readTask } from "./testing/read-task.ts";

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
  expect(readTask({ id: "t", status: "failed", error }).error).toEqual(expected);
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
    expect(readTask({ id: "t", status: "failed", ...fields }).error).toEqual(expected);
  },
);

test("a wrapped failed task reports its own reason, or else its wrapper's", () => {
  const data = { id: "x", status: "failed", task_status_msg: "Image pixel is invalid" };
  const status = { code: 200, message: "SUCCEED" };
  expect(readTask({ data, status }).error?.message).toBe("Image pixel is invalid");
  const both = { ...status, message: "Task failed." };
  expect(readTask({ data, status: both }).error?.message).toBe("Image pixel is invalid");
  const refused = {
    data: { id: "x", status: "failed" },
    status: { code: 1301, message: CONTENT },
  };
  expect(readTask(refused).error).toEqual({ code: "1301", message: CONTENT });
});

test("reads an error of a failed task only", () => {
  const error = { code: "002014097", error_message: "no" };
  const output = [{ type: "video", url: "https://clips.example/a.mp4" }];
  expect(readTask({ id: "t", status: "running", error }).error).toBeNull();
  expect(readTask({ id: "t", status: "completed", output, error }).error).toBeNull();
});

test("keeps the raw error when the reason was extracted from it", () => {
  const error = { code: "002014097", error_message: '{"code":1301,"message":"no"}' };
  expect(readTask({ id: "t", status: "failed", error }).unknownFields).toEqual({ error });
  const plain = { code: "002014097", error_message: "no" };
  for (const whole of [plain, "no", { code: null, message: "no" }, null]) {
    expect(readTask({ id: "t", status: "failed", error: whole }).unknownFields).toEqual({});
  }
});

test("poll: a task completes without a usable URL → failed with 002014096 instead of waiting forever", () => {
  for (const output of [undefined, [], [{ content: [] }], [{ type: "video", url: "" }]]) {
    expect(readTask({ id: "t", status: "completed", output })).toMatchObject({
      status: "failed",
      upstreamStatus: "completed",
      error: { code: "002014096" },
    });
  }
});

test("poll: a charged task completes without a usable clip → failed, and its cost is kept", () => {
  const answer = { id: "t", status: "completed", usage: { cost: "35", currency: "credit" } };
  expect(readTask(answer)).toMatchObject({
    status: "failed",
    usage: { cost: "35", rest: { currency: "credit" } },
  });
});
