import { expect, test } from "vitest";
import {
  BODY_MAX_BYTES,
  CONFIG_PATH,
  clipDownloadPath,
  clipPath,
  GENERATIONS_PATH,
  generationPath,
  HEALTH_PATH,
  QUOTES_PATH,
  STUDIO_HEADER,
  STUDIO_HEADER_VALUE,
} from "./routes.ts";

test("the paths, the header and the size limit of the API are stable", () => {
  expect([GENERATIONS_PATH, QUOTES_PATH, CONFIG_PATH, HEALTH_PATH]).toEqual([
    "/api/generations",
    "/api/quotes",
    "/api/config",
    "/healthz",
  ]);
  expect([STUDIO_HEADER, STUDIO_HEADER_VALUE]).toEqual(["X-Kirin-Studio", "1"]);
  expect(BODY_MAX_BYTES).toBe(65_536);
});

test("an id or a file name with reserved characters stays one part of the path", () => {
  expect(generationPath("a/b?c")).toBe("/api/generations/a%2Fb%3Fc");
  expect(clipPath("task 1", 2)).toBe("/api/generations/task%201/clips/2");
  expect(clipDownloadPath(clipPath("t", 0), "a&b #1.mp4")).toBe(
    "/api/generations/t/clips/0?download=a%26b%20%231.mp4",
  );
});
