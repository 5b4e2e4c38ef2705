import { expect, test } from "vitest";
import {
  CREATE_PATH,
  DEFAULT_BASE_URL,
  isPathSegment,
  MODELS_PATH,
  PRECHARGE_PATH,
  taskPath,
} from "./endpoints.ts";

test("the real service is the default", () => {
  expect(DEFAULT_BASE_URL).toBe("https://cloud.vtrix.ai");
  expect([CREATE_PATH, PRECHARGE_PATH, MODELS_PATH]).toEqual([
    "/model/v1/generation",
    "/model/v1/generation/precharge",
    "/api/v1/skill/models",
  ]);
});

test.each([
  ["task-1", "/model/v1/generation/task/task-1"],
  ["a b", "/model/v1/generation/task/a%20b"],
  ["ä?x=1#y&z", "/model/v1/generation/task/%C3%A4%3Fx%3D1%23y%26z"],
  ["50 %", "/model/v1/generation/task/50%20%25"],
])("maps the task %j to %s", (id, path) => {
  expect(taskPath(id)).toBe(path);
});

test.each(["task-1", "...", ".a", "a.", "a b", "日本", "50 %", "%zz", "%a"])(
  "accepts %j, which addresses one task",
  (id) => {
    expect(isPathSegment(id)).toBe(true);
    expect(new URL(taskPath(id), "https://kirin.test").pathname).toBe(taskPath(id));
  },
);

test.each(["", ".", "..", "a/b", "a\\b", "%2e", "a%2Fb", "%41", "a\u0000", "a\n", "\uD83E"])(
  "rejects %j, which could address another resource",
  (id) => {
    expect(isPathSegment(id)).toBe(false);
  },
);
