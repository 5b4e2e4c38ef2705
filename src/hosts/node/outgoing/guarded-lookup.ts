/** Resolves host names to public addresses only. */
import type { LookupFunction } from "node:net";
import { ClipAddressRefused, isPublicAddress } from "#proxy/clips/clip-address.ts";

/** Resolves a name like `lookup`, and fails when any of its addresses is not public. */
export function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (error) callback(error, found, family);
      else if (addresses.every(isPublicAddress)) callback(null, found, family);
      else callback(new ClipAddressRefused(), "", 0);
    });
}
