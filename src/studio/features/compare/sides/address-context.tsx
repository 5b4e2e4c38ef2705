/** The URL of Compare, parsed once for the whole screen, and the two clips in it. */
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  use,
  useState,
} from "react";
import { useSearch } from "wouter";
import { type CompareAddress, parseCompareAddress } from "#comparison/link/compare-address.ts";
import type { PerSide } from "#comparison/sides.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { defaultView } from "../shared/small-screen.ts";
import { chooseSides, NO_FILES, type SideChoice, type SideFiles } from "./choose-sides.ts";

interface ComparedAddress extends CompareAddress {
  /** The choice for each side. */
  choices: PerSide<SideChoice>;
  /** All entries of the library. */
  entries: readonly LibraryEntry[];
  /** Places files, which a URL cannot hold. They are kept while the screen is open. */
  setFiles: Dispatch<SetStateAction<SideFiles>>;
}

const AddressContext = createContext<ComparedAddress | null>(null);

interface AddressProviderProps {
  entries: readonly LibraryEntry[];
  children: ReactNode;
}

/** Follows the URL, and keeps the files that were placed on the sides. */
export function AddressProvider({ entries, children }: AddressProviderProps) {
  const [files, setFiles] = useState<SideFiles>(NO_FILES);
  const address = parseCompareAddress(useSearch(), defaultView());
  const choices = chooseSides(address.keys, entries, files);
  return (
    <AddressContext value={{ ...address, choices, entries, setFiles }}>{children}</AddressContext>
  );
}

/** The address of the enclosing Compare screen. */
export function useAddress(): ComparedAddress {
  const address = use(AddressContext);
  if (!address) throw new Error("useAddress needs an AddressProvider.");
  return address;
}
