/**
 * Names that occur twice in one JSON object. `JSON.parse` keeps the last and says nothing, so that two
 * readers of one request could disagree about it (RFC 8259, section 4).
 */

interface Frame {
  /** Keys seen so far, or null for an array. */
  keys: Set<string> | null;
  /** The key whose value is being read. */
  key: string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g;

/** Dotted paths of the repeated names in a text that is known to be JSON, each once, at most `limit`. */
export function duplicateKeys(json: string, limit = 20): string[] {
  const found = new Set<string>();
  // A stack of our own: a deeply nested text must not exhaust the engine's.
  const stack: Frame[] = [];
  let expectsKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (token === "{" || token === "[") {
      stack.push({ keys: token === "{" ? new Set() : null, key: "" });
      expectsKey = token === "{";
    } else if (token === "}" || token === "]") {
      stack.pop();
      expectsKey = false;
    } else if (token === ",") {
      expectsKey = top?.keys != null;
    } else if (token !== ":" && expectsKey && top?.keys) {
      expectsKey = false;
      top.key = String(JSON.parse(token));
      if (top.keys.has(top.key) && found.size < limit) {
        found.add(stack.flatMap((frame) => (frame.keys ? [frame.key] : [])).join("."));
      }
      top.keys.add(top.key);
    }
  }
  return [...found];
}
