/**
 * `state` with some fields replaced. Returns the same object if none of them changed, so that a store notifies nobody.
 */
export function merged<State extends object>(state: State, change: Partial<State>): State {
  const next = { ...state, ...change };
  const fields = Object.keys(change) as (keyof State)[];
  return fields.every((field) => Object.is(state[field], next[field])) ? state : next;
}
