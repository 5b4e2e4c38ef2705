import { useEffect, useEffectEvent, useRef, useState } from "react";
import { mapSides, type PerSide, SIDES } from "#comparison/sides.ts";
import { type OpenedSide, openSide, type SideSource } from "./open-side.ts";

interface OpenedSides {
  /** Null while opening, and if there is nothing to open. */
  opened: PerSide<OpenedSide | null>;
  /** Retries the sides that failed to open. */
  tryAgain: () => void;
}

/** Opens both sides in parallel. A source is opened once while either side uses it, so swapping sides is free. */
export function useOpenedSides(sources: PerSide<SideSource | null>): OpenedSides {
  const [results, setResults] = useState<ReadonlyMap<string, OpenedSide>>(new Map());
  const [round, setRound] = useState(0);
  const underWay = useRef(new Map<string, AbortController>());
  const ids = mapSides(sources, (source) => source?.id ?? null);

  const follow = useEffectEvent(() => {
    const wanted = new Map(
      SIDES.flatMap((side) => {
        const source = sources[side];
        return source ? [[source.id, source] as const] : [];
      }),
    );
    for (const [id, controller] of underWay.current) {
      if (wanted.has(id)) continue;
      controller.abort();
      underWay.current.delete(id);
    }
    setResults((before) => new Map([...before].filter(([id]) => wanted.has(id))));
    for (const [id, source] of wanted) {
      if (!underWay.current.has(id)) open(id, source);
    }
  });

  function open(id: string, source: SideSource) {
    const controller = new AbortController();
    underWay.current.set(id, controller);
    void openSide(source, controller.signal).then((result) => {
      if (!controller.signal.aborted) setResults((before) => new Map(before).set(id, result));
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: these trigger the effect, which reads the wanted sources itself
  useEffect(() => follow(), [ids.left, ids.right, round]);

  useEffect(() => {
    const all = underWay.current;
    return () => {
      for (const controller of all.values()) controller.abort();
      all.clear();
    };
  }, []);

  return {
    opened: mapSides(ids, (id) => (id === null ? null : (results.get(id) ?? null))),
    tryAgain() {
      for (const [id, { kind }] of results) if (kind !== "open") underWay.current.delete(id);
      setResults((before) => new Map([...before].filter(([, { kind }]) => kind === "open")));
      setRound((before) => before + 1);
    },
  };
}
