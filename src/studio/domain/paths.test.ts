import { describe, expect, it } from "vitest";
import { blindHref, compareHref, takesHref } from "./paths.ts";

describe("addresses of comparisons", () => {
  it("name the two in the order in which they stand", () => {
    expect(compareHref("b", "a")).toBe("/compare?left=b&right=a");
  });

  it("tell nothing of which is which when they are judged blind", () => {
    expect(blindHref("b", "a")).toBe("/compare/blind?of=a&of=b");
    expect(blindHref("a", "b")).toBe(blindHref("b", "a"));
  });

  it("keep whatever an id holds", () => {
    const [, search = ""] = takesHref("a pair & more").split("?");
    expect(new URLSearchParams(search).get("pair")).toBe("a pair & more");
  });
});
