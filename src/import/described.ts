import { parseOfficialAddress } from '../core/corpus/officialAddress.ts'
import type { Outline } from '../core/official/outline.ts'

/** What a document says of itself beside its text. */
export type Described = Pick<Outline, 'title' | 'issuer' | 'issued' | 'language' | 'address'>

/** The day, month or year that `text` begins with: `2031-05-09T10:00`, `2031/05/09`, `20310509`. */
export function dayIn(text: string | undefined): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年]?(\d\d)(?:[-/.月]?(\d\d))?)?(?!\d)/u.exec(text ?? '') ?? []
  if (year === undefined) return undefined
  return [year, month, day].filter((one) => one !== undefined).join('-')
}

/** `text` where it is an address of a page; `undefined` where it is anything else. */
export function addressIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseOfficialAddress(text.trim())
}
