import { expect, it, vi } from "vitest";
import { onGraceEnd } from "./grace.ts";

it("cuts off once when the grace period ends, and at once if it already has", () => {
  const grace = new AbortController();
  const cut = vi.fn();
  onGraceEnd(grace.signal, cut);
  expect(cut).not.toHaveBeenCalled();
  grace.abort();
  expect(cut).toHaveBeenCalledOnce();
  onGraceEnd(grace.signal, cut);
  expect(cut).toHaveBeenCalledTimes(2);
});

it("does not cut off work that has already ended", () => {
  const grace = new AbortController();
  const cut = vi.fn();
  const forget = onGraceEnd(grace.signal, cut);
  forget();
  grace.abort();
  expect(cut).not.toHaveBeenCalled();
});
