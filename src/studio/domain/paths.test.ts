import { describe, expect, it } from "vitest";
import { blindHref, compareHref, takesHref } from "./paths.ts";

describe("comparison paths", () => {
  it("contain both IDs in display order", () => {
    expect(compareHref("b", "a")).toBe("/compare?left=b&right=a");
  });

  it("reveal nothing about the sides in blind judging", () => {
    expect(blindHref("b", "a")).toBe("/compare/blind?of=a&of=b");
    expect(blindHref("a", "b")).toBe(blindHref("b", "a"));
  });

  it("encode any ID", () => {
    const [, search = ""] = takesHref("a pair & more").split("?");
    expect(new URLSearchParams(search).get("pair")).toBe("a pair & more");
  });
});
