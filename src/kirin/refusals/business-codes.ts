/**
 * The business codes of the service behind Kirin, and the meaning of HTTP statuses without one. The proxy, the
 * studio and the simulator share this table. Source: the observed wire facts.
 */

/**
 * The reason of a refusal.
 * `key`: missing, invalid, not yet valid or expired · `balance`: too low, in arrears, or the resource pack is
 * used up · `permission`: not for this model or API · `parameters`: one is wrong · `resource`: wrong method or
 * address, or unknown model · `prompt`: refused by platform policy or content safety · `pace`: too many
 * requests · `slots`: all parallel tasks are in use · `caller-address`: the caller's IP is not on the
 * account's allow-list · `duplicate`: the `external_task_id` was used before · `trouble`: the service failed.
 */
export type RefusalMeaning =
  | "key"
  | "balance"
  | "permission"
  | "parameters"
  | "resource"
  | "prompt"
  | "pace"
  | "slots"
  | "caller-address"
  | "duplicate"
  | "trouble";

export interface BusinessCode {
  readonly code: string;
  /** The HTTP status it usually comes with. Gateways use others, even 200, so no rule depends on it. */
  readonly usualHttp: number;
  readonly meaning: RefusalMeaning;
  /** English text. */
  readonly description: string;
}

/** All parallel slots are in use. One is freed when a task ends. */
export const PARALLEL_LIMIT_CODE = "1303";
/** The prompt failed the content check. */
export const CONTENT_SAFETY_CODE = "1301";

type Row = readonly [code: string, usualHttp: number, meaning: RefusalMeaning, description: string];

const ROWS: readonly Row[] = [
  ["1000", 401, "key", "authentication failed"],
  ["1001", 401, "key", "the key is missing"],
  ["1002", 401, "key", "the key is invalid"],
  ["1003", 401, "key", "the key is not valid yet"],
  ["1004", 401, "key", "the key has expired"],
  ["1100", 429, "balance", "account abnormal"],
  ["1101", 429, "balance", "account in arrears"],
  ["1102", 429, "balance", "resource pack used up or expired"],
  ["1103", 403, "permission", "no permission for this model"],
  ["1200", 400, "parameters", "a parameter is wrong"],
  ["1201", 400, "parameters", "a parameter has an invalid value"],
  ["1202", 404, "resource", "wrong method"],
  ["1203", 404, "resource", "no such resource"],
  ["1300", 400, "prompt", "refused by platform policy"],
  [CONTENT_SAFETY_CODE, 400, "prompt", "refused by content safety"],
  ["1302", 429, "pace", "too many requests"],
  [PARALLEL_LIMIT_CODE, 429, "slots", "parallel task over resource pack limit"],
  ["1304", 429, "caller-address", "IP address not on the allow-list"],
  ["5000", 500, "trouble", "internal error"],
  ["5001", 503, "trouble", "under maintenance"],
  ["5002", 504, "trouble", "internal time-out"],
];

export const BUSINESS_CODES: readonly BusinessCode[] = ROWS.map(
  ([code, usualHttp, meaning, description]) => ({ code, usualHttp, meaning, description }),
);

const BY_CODE = new Map(BUSINESS_CODES.map((row) => [row.code, row]));

const BY_HTTP: ReadonlyMap<number, RefusalMeaning> = new Map([
  [400, "parameters"],
  [401, "key"],
  [402, "balance"],
  [403, "permission"],
  [404, "resource"],
  [409, "duplicate"],
  [422, "parameters"],
  [429, "pace"],
]);

/** The table's entry for a code, or undefined. */
export function businessCode(code: string | null | undefined): BusinessCode | undefined {
  return BY_CODE.get(code ?? "");
}

/** The meaning of an HTTP status without a business code. Any other status (408, 5xx) is `trouble`. */
export function meaningOfHttp(status: number): RefusalMeaning {
  return BY_HTTP.get(status) ?? "trouble";
}

/**
 * The outcome of a create that ended with this meaning: a refusal created nothing, after trouble it is
 * unknown.
 */
export function createOutcomeOf(meaning: RefusalMeaning): "refused" | "unknown" {
  return meaning === "trouble" ? "unknown" : "refused";
}
