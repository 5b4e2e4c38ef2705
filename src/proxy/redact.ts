/** Keeps the key out of answers, should Kirin ever quote it in an error or an echo. */

/** Shorter "keys" are words of everyday answers; replacing those would only do damage. */
const MIN_KEY_LENGTH = 8;

/** A JSON text without the key. */
export function redactKey(json: string, key: string | null): string {
  if (key === null || key.length < MIN_KEY_LENGTH || /^[\d.eE+-]+$/.test(key)) return json;
  const quoted = JSON.stringify(key).slice(1, -1);
  return json.replaceAll(quoted, "[key]");
}
