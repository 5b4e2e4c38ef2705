/** Resolves host names to allowed addresses only. */
import type { LookupFunction } from "node:net";
import { ClipAddressRefused, isPublicAddress } from "#proxy/clips/clip-address.ts";

/** Resolves a name like `lookup`, and fails when any of its addresses is not allowed: by default, not public. */
export function guardedLookup(
  lookup: LookupFunction,
  isAllowed: (address: string) => boolean = isPublicAddress,
): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (error) callback(error, found, family);
      else if (addresses.every(isAllowed)) callback(null, found, family);
      else callback(new ClipAddressRefused(), "", 0);
    });
}
