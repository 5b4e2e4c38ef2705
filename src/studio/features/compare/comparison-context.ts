import { createContext, type ReactNode, use } from "react";
import type { Side } from "#comparison/sides.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { ComparisonScreen } from "./use-comparison-screen.ts";

/** What the header and the stage area of the Compare screen share. */
interface ComparisonParts extends ComparisonScreen {
  /** Opens the clip chooser for a side. */
  openChooser: (side: Side) => void;
  /** Renders a generation without a clip: still waiting, or failed. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
}

export const ComparisonContext = createContext<ComparisonParts | null>(null);

/** The enclosing comparison. */
export function useComparison(): ComparisonParts {
  const parts = use(ComparisonContext);
  if (!parts) throw new Error("useComparison needs a ComparisonContext.");
  return parts;
}
