/** Errors of the simulator's folder, each as one actionable sentence. */

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "access is not permitted",
  EPERM: "access is not permitted",
  EROFS: "the file system is read-only",
  ENOENT: "it is not there, and cannot be made",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "a folder is in its place",
  ERR_FS_EISDIR: "a folder is in its place",
  EEXIST: "something else is in its place",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
};

/** A disk error. The message is one sentence and names the path. */
export class StorageFault extends Error {
  override readonly name = "StorageFault";
}

/** Converts the error of a file operation to a {@link StorageFault}; `action` is "read", "write", … */
export function storageFault(action: string, path: string, error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  const code = errorCodeOf(error);
  const why = CAUSES[code] ?? (code || "the reason is unknown");
  return new StorageFault(`The simulator cannot ${action} ${path}: ${why}.`, { cause: error });
}

/** The system error code (`ENOSPC`), or an empty string. */
export function errorCodeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
