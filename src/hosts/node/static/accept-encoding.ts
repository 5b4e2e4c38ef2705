/** Parses `Accept-Encoding` (RFC 9110, section 12.5.3). */

/** Whether a client accepts a content coding. Without the header only the uncompressed form is sent. */
export function acceptsEncoding(header: string | null, coding: string): boolean {
  const weights = new Map(
    (header ?? "").split(",").map((part) => {
      const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith("q="))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  return (weights.get(coding) ?? weights.get("*") ?? 0) > 0;
}
