import { describe, expect, it } from "vitest";
import { NeverConnected, wasNeverSent } from "./transport-error.ts";

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

  it.each([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EAI_FAIL",
    "EAI_NODATA",
    "EAI_NONAME",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REVOKED",
    "CERT_UNTRUSTED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
  ])(
    "knows that a name lookup, a refused connection or a certificate precedes the request: %s",
    (code) => expect(wasNeverSent(system(code))).toBe(true),
  );

  it.each(["ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "EACCES", "EPERM"])(
    "counts %s as not sent only while connecting",
    (code) => {
      expect(wasNeverSent(system(code, "connect"))).toBe(true);
      expect(wasNeverSent(system(code, "read"))).toBe(false);
    },
  );

  it("trusts a transport that knows that it never connected, even inside other errors", () => {
    const error = new NeverConnected();
    expect(error.name).toBe("NeverConnected");
    expect(wasNeverSent(error)).toBe(true);
    expect(wasNeverSent(new TypeError("f", { cause: new AggregateError([error]) }))).toBe(true);
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
