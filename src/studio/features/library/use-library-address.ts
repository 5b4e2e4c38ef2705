import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { type LibraryAddress, libraryHref, parseLibraryAddress } from "./library-address.ts";

/** What the URL chooses to show, and a function that changes it without a new entry in the history. */
export function useLibraryAddress(): [
  address: LibraryAddress,
  change: (change: Partial<LibraryAddress>) => void,
] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const address = useMemo(() => parseLibraryAddress(search), [search]);
  return [address, (change) => navigate(libraryHref({ ...address, ...change }), { replace: true })];
}
