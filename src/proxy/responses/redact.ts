/** Removes the key from responses, in case Kirin repeats it in an error or an echo. */

/** A shorter key may be an ordinary word, and replacing it would garble responses. */
const MIN_KEY_LENGTH = 8;

/** Replaces the key in a JSON text. */
export function redactKey(json: string, key: string | null): string {
  if (key === null || key.length < MIN_KEY_LENGTH || /^[\d.eE+-]+$/.test(key)) return json;
  const quoted = JSON.stringify(key).slice(1, -1);
  return json.replaceAll(quoted, "[key]");
}
