import { QueryClient } from "@tanstack/react-query";
import { delay, HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";
import { aGeneration, aProblem } from "../testing/fixtures.ts";
import { mockServer, problemResponse } from "../testing/kirin-mock.ts";
import { clipProblemOptions } from "./clip.ts";
import { createGeneration } from "./create-generation.ts";
import { readGeneration } from "./generation.ts";
import { request } from "./http.ts";

const server = mockServer();
const PATH = "/api/thing";
const schema = z.object({ name: z.string() });

describe("an answer", () => {
  test("is parsed if it is valid", async () => {
    server.use(http.get(PATH, () => HttpResponse.json({ name: "x", more: 1 })));
    expect(await request(PATH, { schema })).toEqual({ ok: true, value: { name: "x" } });
  });

  test("keeps every field of a problem", async () => {
    const problem = aProblem("rate-limited", { status: 429, retryAfterSeconds: 7 });
    server.use(http.get(PATH, () => problemResponse(problem)));
    expect(await request(PATH, { schema })).toEqual({ ok: false, problem });
  });

  test.each([
    ["HTML", () => HttpResponse.html("<p>Sign in</p>")],
    ["HTML with an error", () => HttpResponse.html("<p>Oops</p>", { status: 500 })],
    ["half a JSON", () => new HttpResponse('{"name": "x')],
    ["another shape", () => HttpResponse.json({ nom: "x" })],
    ["nothing", () => new HttpResponse(null, { status: 204 })],
    ["a problem without a code", () => HttpResponse.json({ title: "x" }, { status: 500 })],
  ])("becomes a problem if it is %s, without a crash", async (_name, respond) => {
    server.use(http.get(PATH, respond));
    expect(await request(PATH, { schema })).toMatchObject({
      ok: false,
      problem: { code: "studio-unreadable" },
    });
  });
});

describe("no answer", () => {
  test.each([502, 503, 504])(
    "proxy: a gateway in front of the proxy cannot reach it → the studio reports that its server is unreachable, not that Kirin failed (%d)",
    async (status) => {
      server.use(http.get(PATH, () => HttpResponse.html("<p>Bad gateway</p>", { status })));
      expect(await request(PATH, { schema })).toMatchObject({
        problem: { code: "studio-unreachable", status },
      });
    },
  );

  test("is reported as a problem after a network failure", async () => {
    server.use(http.get(PATH, () => HttpResponse.error()));
    expect(await request(PATH, { schema })).toMatchObject({
      ok: false,
      problem: { code: "studio-unreachable", retryable: true },
    });
  });

  /** A handler that never responds, and a promise that resolves when it is called. */
  function silence() {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    server.use(
      http.get(PATH, async () => {
        resolve();
        await delay("infinite");
      }),
    );
    return asked;
  }

  test("is reported as a problem after the timeout", async () => {
    const asked = silence();
    // Long enough for the request to arrive on a busy machine.
    const result = await request(PATH, { schema, timeoutMs: 1000 });
    expect(result).toMatchObject({ problem: { code: "studio-timeout" } });
    await asked;
  });

  test("is reported as a problem after the caller aborted", async () => {
    const asked = silence();
    const controller = new AbortController();
    const result = request(PATH, { schema, signal: controller.signal });
    await asked;
    controller.abort();
    expect(await result).toMatchObject({ problem: { code: "studio-aborted" } });
  });
});

describe("a create", () => {
  const body = { prompt: "sea", external_task_id: "entry-1" };

  test("is sent as JSON with the studio's header", async () => {
    let sent: Request | undefined;
    server.use(
      http.post("/api/generations", ({ request: seen }) => {
        sent = seen.clone();
        return HttpResponse.json(aGeneration(), { status: 201 });
      }),
    );
    expect(await createGeneration(body)).toEqual({ ok: true, value: aGeneration() });
    expect(sent?.headers.get(STUDIO_HEADER)).toBe(STUDIO_HEADER_VALUE);
    expect(sent?.headers.get("Content-Type")).toBe("application/json");
    expect(await sent?.json()).toEqual(body);
  });

  test.each([
    ["a lost connection", () => HttpResponse.error()],
    ["a gateway's page", () => HttpResponse.html("<p>Bad gateway</p>", { status: 502 })],
    ["an answer nobody can read", () => HttpResponse.json({ id: 1 }, { status: 201 })],
  ])(
    "submit: the proxy's response to a create does not reach the page → outcome unknown, to be checked by a read (%s)",
    async (_name, respond) => {
      server.use(http.post("/api/generations", respond));
      expect(await createGeneration(body)).toMatchObject({
        ok: false,
        problem: { outcome: "unknown" },
      });
    },
  );

  test("keeps the outcome that the proxy reports", async () => {
    const problem = aProblem("upstream-unauthorized", { status: 401, outcome: "refused" });
    server.use(http.post("/api/generations", () => problemResponse(problem)));
    expect(await createGeneration(body)).toEqual({ ok: false, problem });
  });
});

test("a read encodes the ID as one path segment", async () => {
  const { promise: asked, resolve } = Promise.withResolvers<string>();
  server.use(
    http.get("/api/generations/:id", ({ params }) => {
      resolve(String(params.id));
      return HttpResponse.json(aGeneration());
    }),
  );
  expect((await readGeneration("a/b c")).ok).toBe(true);
  expect(await asked).toBe("a/b c");
});

test("asking why a clip fails requests one byte of it", async () => {
  const ranges: (string | null)[] = [];
  server.use(
    http.get(PATH, ({ request: { headers } }) => {
      ranges.push(headers.get("Range"));
      return new HttpResponse("f", { status: 206, headers: { "Content-Type": "video/mp4" } });
    }),
  );
  expect(await new QueryClient().fetchQuery(clipProblemOptions(PATH))).toBeNull();
  expect(ranges).toEqual(["bytes=0-0"]);
});
