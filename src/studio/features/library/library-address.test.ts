import { expect, test } from "vitest";
import { libraryHref, parseLibraryAddress, withoutFilters } from "./library-address.ts";

test("an address without choices has no search part", () => {
  expect(libraryHref(parseLibraryAddress(""))).toBe("/library");
});

test.each([
  "/library?view=list",
  "/library?status=inProgress",
  "/library?q=%E5%A4%95%E6%9A%AE%E3%82%8C+fox&mode=pro&from=2026-11-20&sort=highestCost",
])("%s is read and written unchanged", (href) => {
  expect(libraryHref(parseLibraryAddress(href.slice("/library".length)))).toBe(href);
});

test("values that do not exist, and names of others, count as not chosen", () => {
  expect(libraryHref(parseLibraryAddress("?view=cube&status=&from=soon&rating=9&toString=1"))).toBe(
    "/library",
  );
});

test("without filters, the order and the view stay", () => {
  const address = parseLibraryAddress("?q=fox&mode=pro&to=2026-11-20&sort=oldest&view=list");
  expect(libraryHref(withoutFilters(address))).toBe("/library?sort=oldest&view=list");
});
