import { type RefObject, useLayoutEffect, useRef } from "react";

/** The latest value, for callbacks that keep their identity. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
