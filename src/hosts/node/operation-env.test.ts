import { expect, test } from "vitest";
import { readOperationSettings } from "./operation-env.ts";

test("the metrics token is optional", () => {
  expect(readOperationSettings({})).toEqual({ metricsToken: null });
  expect(readOperationSettings({ STUDIO_METRICS_TOKEN: "" })).toEqual({ metricsToken: null });
  const token = "0123456789abcdef";
  expect(readOperationSettings({ STUDIO_METRICS_TOKEN: token })).toEqual({ metricsToken: token });
});

test.each(["short", "0123456789 abcdef", "0123456789äbcdef"])(
  "a metrics token like %j stops the start with one sentence that does not repeat it",
  (token) => {
    expect(() => readOperationSettings({ STUDIO_METRICS_TOKEN: token })).toThrow(
      /^STUDIO_METRICS_TOKEN must have at least 16 characters of printable ASCII without spaces\.$/,
    );
  },
);
