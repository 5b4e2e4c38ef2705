import { describe, expect, it } from "vitest";
import { wasNeverSent } from "./transport-error.ts";

describe("wasNeverSent", () => {
  const system = (code: string, syscall?: string) => Object.assign(new Error(), { code, syscall });
  it("submit: a connection fails at an unknown point → only failures that always precede the first byte count as not sent", () => {
    expect(wasNeverSent(system("ECONNREFUSED", "connect"))).toBe(true);
    expect(wasNeverSent(new TypeError("f", { cause: system("ENOTFOUND") }))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "connect"))).toBe(true);
    expect(wasNeverSent(system("EHOSTUNREACH", "write"))).toBe(false);
    expect(wasNeverSent(system("ECONNRESET", "connect"))).toBe(false);
    expect(wasNeverSent(system("EPIPE", "write"))).toBe(false);
  });

  it("requires every one of several attempts to have failed before sending", () => {
    const refused = system("ECONNREFUSED");
    expect(wasNeverSent(new AggregateError([refused, refused]))).toBe(true);
    expect(wasNeverSent(new AggregateError([refused, system("ECONNRESET")]))).toBe(false);
    expect(wasNeverSent(new AggregateError([]))).toBe(false);
  });

  it("accepts any value, even an error whose cause is itself", () => {
    const circle = new Error("round");
    circle.cause = circle;
    for (const thrown of [circle, null, undefined, "ECONNREFUSED", { code: "ECONNREFUSED" }]) {
      expect(wasNeverSent(thrown)).toBe(false);
    }
  });
});
