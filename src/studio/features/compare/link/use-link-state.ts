import { useEffect, useEffectEvent } from "react";
import { useLocation } from "wouter";
import { comparisonSearch } from "#comparison/link/link-state.ts";
import { syncLink } from "#comparison/link/sync-link.ts";
import { COMPARE_PATH } from "#studio/domain/paths.ts";
import { isSmallScreen } from "../shared/small-screen.ts";
import type { Compared } from "../sides/compared.ts";

function setTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** Keeps the URL in step with a comparison while it is open. */
export function useLinkState(compared: Compared | null): void {
  const [, navigate] = useLocation();
  const { comparison, view } = compared ?? {};
  const leftKey = compared?.sides.left.key ?? "";
  const rightKey = compared?.sides.right.key ?? "";
  const goTo = useEffectEvent((search: string) =>
    navigate(`${COMPARE_PATH}?${search}`, { replace: true }),
  );

  useEffect(() => {
    if (!comparison || !view) return;
    return syncLink(
      { comparison, view },
      {
        write(link) {
          const keys = { left: leftKey, right: rightKey };
          goTo(comparisonSearch(keys, link, isSmallScreen()));
        },
        setTimer,
      },
    );
  }, [comparison, view, leftKey, rightKey]);
}
