import { describe, expect, it } from "vitest";
import { ORIGIN, openProxy, problemOf } from "#proxy/testing/open-proxy.ts";
import { scripted } from "#proxy/testing/scripted-stream.ts";

const PATH = "/api/generations";

describe("the body of a create", () => {
  it("is cancelled unread under a wrong content type", async () => {
    const stream = scripted([new TextEncoder().encode("{}")]);
    // `fetch` requires `duplex` for streams, and the DOM types lack it.
    const streaming = { body: stream.body as BodyInit, duplex: "half" };
    const response = await openProxy().fetch(
      new Request(ORIGIN + PATH, {
        method: "POST",
        headers: { "Content-Type": "text/plain", "X-Kirin-Studio": "1" },
        ...streaming,
      }),
    );
    expect((await problemOf(response)).code).toBe("invalid-content-type");
    expect(stream).toMatchObject({ isCancelled: true, pulls: 0 });
  });

  it("is reported with at most 20 invalid parameters, and no more than 100 characters of a name", async () => {
    const names = Array.from({ length: 30 }, (_, at) => [`${at}${"n".repeat(200)}`, 1]);
    const body = { prompt: "a", ...Object.fromEntries(names) };
    const problem = await problemOf(await openProxy().post(PATH, body));
    expect(problem.issues).toHaveLength(20);
    expect(problem.issues?.map(({ field }) => field.length)).toEqual(Array(20).fill(100));
  });

  it("may say UTF-8 in any spelling, beside other parameters", async () => {
    for (const type of [
      "application/json;charset=utf8",
      'application/json; profile=x; charset="utf-8"',
      " application/json ;profile=x",
    ]) {
      const response = await openProxy().post(PATH, { prompt: "a" }, { "Content-Type": type });
      expect(response.status, type).toBe(201);
    }
    const mixed = { "Content-Type": "application/json; charset=utf-8; charset=latin1" };
    expect((await openProxy().post(PATH, { prompt: "a" }, mixed)).status).toBe(415);
  });
});
