/** What decodes EUC-KR. */
type Decoder = Pick<InstanceType<typeof TextDecoder>, 'decode'>

/**
 * Korean text in windows-949, of which `decoder` knows only the half that is EUC-KR: the syllables that this
 * has no room for stand, in the order of Unicode, at the pairs of bytes that it leaves free.
 */
export function decodeWindows949(bytes: Uint8Array, decoder: Decoder): string {
  const more = beyondEucKr(decoder)
  let text = ''
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const place = placeOf(lead, bytes[at + 1] ?? 0)
    const syllable = place === undefined ? undefined : more[place]
    if (syllable !== undefined) {
      text += decoder.decode(bytes.subarray(start, at)) + syllable
      start = at + 2
    }
    at += 1
  }
  return text + decoder.decode(bytes.subarray(start))
}

/** Where the pair of bytes stands among those that EUC-KR leaves free; `undefined` for one of its own. */
function placeOf(lead: number, trail: number): number | undefined {
  const column =
    trail >= 0x41 && trail <= 0x5a
      ? trail - 0x41
      : trail >= 0x61 && trail <= 0x7a
        ? trail - 0x61 + 26
        : trail >= 0x81 && trail <= 0xfe
          ? trail - 0x81 + 52
          : undefined
  if (column === undefined || lead > 0xc6) return undefined
  if (lead <= 0xa0) return (lead - 0x81) * 178 + column
  return column < 84 ? 0x20 * 178 + (lead - 0xa1) * 84 + column : undefined
}

/** The syllables that EUC-KR does not have. */
function beyondEucKr(decoder: Decoder): readonly string[] {
  const known = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    const row = Uint8Array.from({ length: 94 * 2 }, (_, at) =>
      at % 2 === 0 ? lead : 0xa1 + (at >> 1),
    )
    for (const syllable of decoder.decode(row)) known.add(syllable)
  }
  const all = Array.from({ length: 0xd7a4 - 0xac00 }, (_, at) => String.fromCharCode(0xac00 + at))
  return all.filter((syllable) => !known.has(syllable))
}
