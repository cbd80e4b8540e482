import assert from 'node:assert/strict'
import { createCorpus, type Corpus } from '../../../src/core/corpus/corpus.ts'
import { parseKey, type Key } from '../../../src/core/corpus/key.ts'
import type { Names } from '../../../src/core/corpus/language.ts'
import type {
  Agency,
  Division,
  Instrument,
  Measure,
  Provision,
} from '../../../src/core/corpus/provision.ts'

/** What a test says of a provision; all else is empty. */
type Given<Of> = Partial<Omit<Of, 'titles' | 'key' | 'parent'>>

const source = { file: 'small.md', line: 1, column: 1, span: { start: 0, end: 0 } }

/** The key written `raw`, which must be one. */
export function key(raw: string): Key {
  const parsed = parseKey(raw)
  assert.ok(parsed, `${raw} is a key`)
  return parsed
}

/** An instrument with this title. */
export function instrument(
  id: string,
  title: string | Names,
  given: Given<Instrument> = {},
): Instrument {
  const empty = { aliases: [], children: [], printedHeadings: [], source }
  return {
    level: 'instrument',
    key: key(id),
    type: 'plan',
    titles: names(title),
    ...empty,
    ...given,
  }
}

/** A division with this title, below the key without its last label. */
export function division(
  raw: string,
  title: string | Names,
  given: Given<Division> = {},
): Division {
  const empty = { aliases: [], children: [], source, ordinal: 1 }
  const titles = names(title)
  return {
    level: 'division',
    key: key(raw),
    parent: above(raw),
    kind: 'section',
    titles,
    ...empty,
    ...given,
  }
}

/** A measure with this title, below the key without its last label. */
export function measure(raw: string, title: string | Names, given: Given<Measure> = {}): Measure {
  const agencies = { lead: [], through: [], with: [] }
  const empty = { aliases: [], children: [], source, ordinal: 1, refs: [], ...agencies }
  const titles = names(title)
  return {
    level: 'measure',
    key: key(raw),
    parent: above(raw),
    kind: 'action',
    titles,
    ...empty,
    ...given,
  }
}

/** An agency of the register. */
export function agency(
  code: string,
  name: string | Names,
  aliases: readonly string[] = [],
): Agency {
  return { code, names: names(name), aliases, source }
}

/** A corpus of one instrument: the first of `provisions`. */
export function corpusOf(
  provisions: readonly Provision[],
  agencies: readonly Agency[] = [],
): Corpus {
  const [first] = provisions
  assert.ok(first?.level === 'instrument', 'the first provision is an instrument')
  return createCorpus([{ provisions }], agencies)
}

function names(title: string | Names): Names {
  return typeof title === 'string' ? { en: title } : title
}

function above(raw: string): Key {
  const end = Math.max(raw.lastIndexOf('.'), raw.lastIndexOf(':'))
  return key(raw.slice(0, end))
}
