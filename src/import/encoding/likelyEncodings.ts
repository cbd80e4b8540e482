import { analyse } from 'chardet'

/** The encodings that `bytes` are like, the likeliest first. */
export function likelyEncodings(bytes: Uint8Array): readonly string[] {
  return analyse(wordsIn(bytes)).map(({ name }) => name)
}

/** So many bytes are looked at. */
const mostBytes = 200_000
/** So many ASCII characters in a row tell nothing more. */
const mostAscii = 40

/** The bytes outside of tags, without most of what is ASCII only: tags and scripts speak English everywhere. */
function wordsIn(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(Math.min(bytes.length, mostBytes))
  let length = 0
  let ascii = 0
  let isTag = false
  for (const byte of bytes) {
    if (length === kept.length) break
    if (byte === 0x3c) isTag = true
    else if (byte === 0x3e) isTag = false
    else if (!isTag) {
      ascii = byte < 0x80 ? ascii + 1 : 0
      if (ascii <= mostAscii) kept[length++] = byte
    }
  }
  return kept.subarray(0, length)
}
