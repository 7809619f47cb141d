import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder in which any of these texts stands, as UTF-8, UTF-16 or base64. */
export function bytesFound(folder: string, ...texts: readonly string[]): string[] {
  const sought = texts.flatMap((text) => {
    const utf8 = Buffer.from(text);
    // In base64 a text looks different at each of three offsets; its middle is the same whatever stands around it.
    const encoded = [0, 1, 2].map((offset) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(offset), utf8])
          .toString('base64')
          .slice(4, -4),
      ),
    );
    return [utf8, Buffer.from(text, 'utf16le'), ...encoded.filter(({ length }) => length >= 6)];
  });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return sought.some((text) => bytes.includes(text));
    });
}
