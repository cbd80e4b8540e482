import { isGluedAt } from './hiddenMarkers.ts'
import { keyEndAt } from './keySyntax.ts'

/** A marker behind which something that is no prose stands so near that it can belong to the key. */
const nearMarker = /@[^\s@\uFFFC]+\uFFFC/g

/**
 * `mask` of `text` with the keys as Pandoc reads them, before tags and maths: all that `@key<br>b` takes
 * into itself is prose. Both have the same length. Linear.
 */
export function withWholeKeys(mask: string, text: string): string {
  let whole = ''
  let read = 0
  for (const { index } of mask.matchAll(nearMarker)) {
    if (index < read || isGluedAt(mask, index)) continue
    const end = keyEndAt(mask, index + 1)
    const wholeEnd = mask[end] === '\uFFFC' ? keyEndAt(text, index + 1) : end
    if (wholeEnd <= end) continue
    whole += mask.slice(read, end) + text.slice(end, wholeEnd)
    read = wholeEnd
  }
  return read === 0 ? mask : whole + mask.slice(read)
}
