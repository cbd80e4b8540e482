import { inflateRawSync } from 'node:zlib'

/** The text of the file `name` in the ZIP archive `bytes`; `undefined` where it has none. */
export function zipEntry(bytes: Uint8Array, name: string): string | undefined {
  const archive = Buffer.from(bytes)
  for (
    let at = archive.indexOf('PK\x01\x02');
    at !== -1;
    at = archive.indexOf('PK\x01\x02', at + 4)
  ) {
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, nameEnd) !== name) continue
    const header = archive.readUInt32LE(at + 42)
    const start =
      header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
    const data = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    return (archive.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
  }
  return undefined
}
