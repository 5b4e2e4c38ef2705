/** Writes compressed copies of built files, so that the server never has to compress. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = /\.(?:html|js|css|svg|json|webmanifest)$/;
// Quality 11 takes several times as long and saves 1 % more.
const BROTLI_QUALITY = 10;

/**
 * Writes a `.br` and a `.gz` copy next to every text file in a folder.
 * @param {string} directory
 */
export async function compress(directory) {
  const files = await readdir(directory, { recursive: true });
  await Promise.all(
    files
      .filter((file) => TEXT.test(file))
      .map(async (file) => {
        const path = join(directory, file);
        const bytes = await readFile(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
        const [brotli, zipped] = await Promise.all([
          promisify(brotliCompress)(bytes, { params }),
          promisify(gzip)(bytes, { level: 9 }),
        ]);
        await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
      }),
  );
}
