/** What two requests ask for differently. */
import { type KirinRequest, toWireRequest } from "#kirin/request.ts";

/** One parameter, by Kirin's name, with both values as they were sent; undefined where it was left out. */
export interface ParameterDifference {
  name: string;
  left: string | undefined;
  right: string | undefined;
}

/** Every generation has a task id of its own: it is no difference in what was asked for. */
const ALWAYS_DIFFERENT = new Set(["external_task_id"]);

/** The parameters that differ, in Kirin's order. */
export function requestDifferences(left: KirinRequest, right: KirinRequest): ParameterDifference[] {
  const [leftValues, rightValues] = [sentValues(left), sentValues(right)];
  const names = new Set([...leftValues.keys(), ...rightValues.keys()]);
  return [...names]
    .filter((name) => !ALWAYS_DIFFERENT.has(name))
    .map((name) => ({ name, left: leftValues.get(name), right: rightValues.get(name) }))
    .filter((difference) => difference.left !== difference.right);
}

function sentValues(request: KirinRequest): Map<string, string> {
  const { params } = toWireRequest(request).input[0];
  return new Map(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
