/** Names and packed sizes of a zip archive's entries, from its central directory (APPNOTE 4.3.12, 4.3.16). */
export function zipEntries(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('not a zip archive')
  const count = archive.readUInt16LE(end + 10)
  let entry = archive.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(entry + offset),
    )
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength)
    const size = archive.readUInt32LE(entry + 20)
    entry += 46 + nameLength + extraLength + commentLength
    return { name, size }
  })
}
