/** Reads answers of Kirin that are tasks. */
import { parseTaskAnswer, type Task } from "../task.ts";

export const CLIP_URL = "https://clips.example/a.mp4";

/** Parses an answer, which must be a task. */
export function readTask(answer: unknown): Task {
  const parsed = parseTaskAnswer(answer);
  if (parsed.kind !== "task") throw new Error(`not a task: ${JSON.stringify(parsed)}`);
  return parsed.task;
}

/** The answer for a completed task with one clip, with some fields replaced. */
export const completedAnswer = (fields: object) => ({
  id: "t1",
  status: "completed",
  output: [{ content: [{ type: "video", url: CLIP_URL, duration: "5" }] }],
  ...fields,
});
