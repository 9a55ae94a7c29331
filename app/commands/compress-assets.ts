import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Leaves a Brotli copy beside each text file of the build, at the best level, so that no request pays for it. */
function compressUnder(directory: string): void {
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name);
    if (statSync(file).isDirectory()) compressUnder(file);
    else if (/\.(js|css|svg|json|txt)$/.test(name)) {
      const packed = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      writeFileSync(`${file}.br`, packed);
    }
  }
}

compressUnder("build/client");
