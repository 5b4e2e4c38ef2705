/**
 * Names that occur twice in one JSON object. `JSON.parse` keeps the last and says nothing, so that two
 * readers of one request could disagree about it (RFC 8259, section 4).
 */

interface Frame {
  /** Keys seen so far, or null for an array. */
  keys: Set<string> | null;
  /** Where this value stands, cut to {@link MAX_PATH_LENGTH}. */
  path: string;
  /** Where the value being read stands, cut likewise. */
  childPath: string;
}

/** A longer path is cut: a full path for each key of a deeply nested text would cost the square of its length. */
const MAX_PATH_LENGTH = 100;

/** Strings and punctuation of a text that is known to be JSON, so that every quote has its end. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]/g;

/**
 * Dotted paths of the repeated names in a text that is known to be JSON, each once, at most `limit`. The time it takes
 * is proportional to the text's length, however deeply it is nested.
 */
export function duplicateKeys(json: string, limit = 20): string[] {
  const found = new Set<string>();
  // An explicit stack: a deeply nested text must not exhaust the engine's.
  const stack: Frame[] = [];
  let expectsKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (token === "{" || token === "[") {
      const path = top?.childPath ?? "";
      stack.push({ keys: token === "{" ? new Set() : null, path, childPath: path });
      expectsKey = token === "{";
    } else if (token === "}" || token === "]") {
      stack.pop();
      expectsKey = false;
    } else if (token === ",") {
      expectsKey = top?.keys != null;
    } else if (token !== ":" && expectsKey && top?.keys) {
      expectsKey = false;
      const key = String(JSON.parse(token));
      top.childPath = below(top.path, key);
      if (top.keys.has(key)) found.add(top.childPath);
      if (found.size === limit) break;
      top.keys.add(key);
    }
  }
  return [...found];
}

function below(path: string, key: string): string {
  if (path.length >= MAX_PATH_LENGTH) return path;
  return (path === "" ? key : `${path}.${key}`).slice(0, MAX_PATH_LENGTH);
}
