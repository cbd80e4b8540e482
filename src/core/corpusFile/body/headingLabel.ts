import { keyOf, longestKey, type Key } from '../../corpus/key.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { codePointName, quoted } from '../source/suspiciousCharacters.ts'

/** What a label in a heading is good for. */
export type LabelReading =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'malformed'; readonly reason: Sentence }
  | {
      readonly kind: 'suspicious'
      /** The characters that a key cannot have: `U+0430`. */
      readonly codePoints: readonly string[]
      /** The label that it could be mistaken for, when that is a good one. */
      readonly looksLike: string | undefined
    }

/** Reads the label of a heading, without its `#`, as the path of a key of the instrument `id`. */
export function readLabel(id: string, label: string): LabelReading {
  const key = keyOf(id, label)
  if (key !== undefined) return { kind: 'key', key }
  const foreign = label.match(/\P{ASCII}/gu) ?? []
  if (foreign.length === 0) return { kind: 'malformed', reason: whyMalformed(id, label) }
  const plain = latinTwin(label)
  const looksLike = keyOf(id, plain) === undefined ? undefined : plain
  return {
    kind: 'suspicious',
    codePoints: [...new Set(foreign.map(codePointName))],
    looksLike,
  }
}

/** The label with look-alikes of Latin letters, digits, hyphen and full stop replaced by these. */
export function latinTwin(label: string): string {
  const composed = label.normalize('NFKC')
  return composed.replace(/\P{ASCII}/gu, (character) => twins.get(character) ?? visible(character))
}

function whyMalformed(id: string, label: string): Sentence {
  if (label === '') return sentence`it is empty`
  if (id.length + 1 + label.length > longestKey) {
    return sentence`the key would be longer than ${longestKey} characters`
  }
  const bad = /[^a-z\d.-]/i.exec(label)
  if (bad !== null) return sentence`it holds ${quoted(bad[0])}`
  return sentence`a period or hyphen stands at its start, at its end, or next to another`
}

function visible(character: string): string {
  return /[\p{Cf}\p{Cc}\p{Mn}]/u.test(character) ? '' : character
}

/** Letters of other scripts, and marks, that are drawn like ones that a key may have. */
const twins: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕКМНОРСТУХЅІЈԌԚԜ', 'ABEKMHOPCTYXSIJGQW'],
    ['аеорсухѕіјһԁԛԝӏ', 'aeopcyxsijhdqwl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αοινρ', 'aoivp'],
    ['‐‑‒–—―−', '-------'],
    ['·․•。', '....'],
    ['ıɡ', 'ig'],
  ].flatMap(([strange = '', latin = '']) =>
    // All of them lie in the basic plane, one UTF-16 unit each.
    Array.from({ length: latin.length }, (_, index) => [
      strange.charAt(index),
      latin.charAt(index),
    ]),
  ),
)
