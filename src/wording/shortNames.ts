import { crc32 } from '../core/text/checksum.ts'

const encoder = new TextEncoder()

/** What stands for an English sentence in the tables of our bundles: the sentence stands in their code already. */
export function shortName(sentence: string): string {
  return crc32(encoder.encode(sentence)).toString(36)
}
