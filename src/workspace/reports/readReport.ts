import { sentence, type Sentence } from '../../core/corpus/sentence.ts'
import { decodedText } from '../../core/text/bytes/decoding.ts'
import { notRead } from '../fileErrors.ts'
import type { Address, Files } from '../host.ts'
import { readSteady } from '../readSteady.ts'

/** The largest report that is read, in bytes. */
const largestReport = 20_000_000

/** The text of a report, or why it is not read and what to do, each in a sentence. */
export type ReportText =
  | {
      readonly kind: 'read'
      readonly text: string
      /** Where the file begins with the byte order mark of UTF-8, which the text has not. */
      readonly isMarked?: true
    }
  | { readonly kind: 'refused'; readonly why: Sentence; readonly advice: Sentence }

/** The report at `address`, in UTF-8, or in UTF-16 with a byte order mark; without that mark. `name` is what the sentences call it. */
export async function readReport(
  files: Files,
  address: Address,
  name: string,
): Promise<ReportText> {
  try {
    const stat = await files.stat(address)
    if (stat.kind !== 'file') return refused(sentence`${name} is no file.`, leaveOut)
    if (stat.size > largestReport) return refused(tooLarge(name), sentence`Divide it.`)
    const bytes = await readSteady(files, address, stat)
    return bytes.length > largestReport
      ? refused(tooLarge(name), sentence`Divide it.`)
      : decoded(bytes, name)
  } catch (error) {
    return refused(notRead(name, error), mayBeRead)
  }
}

const leaveOut = sentence`Name a file, or leave it out.`
const mayBeRead = sentence`See whether it is there and may be read.`
/** What to do with a file that is not in UTF-8. */
export const saveInUtf8 = sentence`Save the file in the encoding UTF-8; Chinese text is often in GB18030 or Big5 instead.`

/** That the file called `name` is not in UTF-8. */
export function notInUtf8(name: string): Sentence {
  return sentence`${name} is not in UTF-8.`
}

function tooLarge(name: string): Sentence {
  return sentence`${name} is larger than ${largestReport / 1_000_000} MB and was not read.`
}

function decoded(bytes: Uint8Array, name: string): ReportText {
  const text = decodedText(bytes)
  // Text that has a NUL is UTF-16 without a byte order mark, or no text.
  return text === undefined || text.includes('\0')
    ? refused(notInUtf8(name), saveInUtf8)
    : { kind: 'read', text, ...(isMarked(bytes) && { isMarked: true }) }
}

function isMarked([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}

function refused(why: Sentence, advice: Sentence): ReportText {
  return { kind: 'refused', why, advice }
}
