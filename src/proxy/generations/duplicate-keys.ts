/**
 * Finds names that occur twice in one JSON object. `JSON.parse` silently keeps the last value, so two parsers
 * could read one request differently (RFC 8259, section 4).
 */

interface Frame {
  /** Keys seen so far, or null for an array. */
  keys: Set<string> | null;
  /** Path of this value, cut to {@link MAX_PATH_LENGTH}. */
  path: string;
  /** Path of the child being read, cut likewise. */
  childPath: string;
}

/** Longer paths are cut: full paths in a deeply nested text would take quadratic time. */
const MAX_PATH_LENGTH = 100;

/** Strings and punctuation without colons. The text is valid JSON, so every string is terminated. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]/g;

/**
 * Dotted paths of the repeated names in a valid JSON text, without duplicates, at most `limit`. Runs in linear
 * time at any nesting depth.
 */
export function duplicateKeys(json: string, limit = 20): string[] {
  const found = new Set<string>();
  // An explicit stack, because recursion on a deeply nested text would overflow.
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
    } else if (token === ",") {
      expectsKey = top?.keys != null;
    } else if (expectsKey && top?.keys) {
      expectsKey = false;
      const key = String(JSON.parse(token));
      top.childPath = joinPath(top.path, key);
      if (top.keys.has(key)) found.add(top.childPath);
      if (found.size === limit) break;
      top.keys.add(key);
    }
  }
  return [...found];
}

function joinPath(path: string, key: string): string {
  if (path.length >= MAX_PATH_LENGTH) return path;
  return (path === "" ? key : `${path}.${key}`).slice(0, MAX_PATH_LENGTH);
}
