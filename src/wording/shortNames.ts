import { crc32 } from '../core/text/bytes/checksum.ts'

const encoder = new TextEncoder()

/** Words of five letters and digits, the first a letter, are the numbers from here on in base 36. */
const first = 10 * 36 ** 4
const many = 26 * 36 ** 4

/** What stands for an English sentence in the tables of our bundles: the sentence stands in their code already. */
export function shortName(sentence: string): string {
  return (first + (crc32(encoder.encode(sentence)) % many)).toString(36)
}
