import { markedKey } from '../citation/citationText.ts'
import { usualKinds } from '../corpus/kinds.ts'
import { parseKey } from '../corpus/key.ts'
import type { InstrumentType } from '../corpus/provision.ts'

/** The types that a new corpus file can be of, in the order in which they are offered. */
export const instrumentTypes: readonly InstrumentType[] = [...usualKinds.keys()]

/** What a new corpus file is to describe. */
export interface NewInstrument {
  /** Its id: see {@link idFor}. */
  readonly id: string
  /** The English title, on one line. */
  readonly title: string
  readonly type: InstrumentType
}

/**
 * An id that can be read and that no other instrument has, made of the words of `title`:
 * `harbour-plan-2031`, or `harbour-plan-2031-2` where that is taken; `my-instrument` where it has none.
 */
export function idFor(title: string, isTaken: (id: string) => boolean = () => false): string {
  const id = idOfWords(title)
  for (let count = 1; ; count++) {
    const free = count === 1 ? id : `${id}-${count}`
    if (!isTaken(free)) return free
  }
}

function idOfWords(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/gu, '')
    .toLowerCase()
    .match(/[a-z\d]+/gu)
  const id = (words ?? [])
    .slice(0, 6)
    .join('-')
    .replace(/^[\d-]+/u, '')
  return id !== '' && parseKey(id) !== undefined ? id : 'my-instrument'
}

/** A commented corpus file that can be read as it is and names one measure to be written over. */
export function newCorpusText({ id, title, type }: NewInstrument): string {
  const kind = usualKinds.get(type) ?? 'article'
  return `---
# What is cited by: ${markedKey({ key: id })} and ${markedKey({ key: `${id}:1` })}. Never change it once a report cites it.
id: ${id}
# plan, act, order, declaration or article
type: ${type}
title: ${quoted(title)}
# Remove the # before what you know:
# title-zh-Hans:
# title-zh-Hant:
# aliases: [Another Name]
# Official numbers:
# numbers: 32024R1689; 90 FR 35385
# issuer: Who issued it
# issued: 2025-07-23
# url: https://example.org/official.pdf
# The page of the PDF that bears the printed page 1, and the last printed page:
# first-page: 1
# last-page: 20
# in-force, revoked, superseded, not-binding or review:
# status: in-force
---

What it is about, in your own words.

<!-- A heading that holds others: pillar, title, part, chapter, section or annex. -->

# The first part {#part-1 kind=part}

<!-- A heading without kind is the usual measure of this type: ${kind}. Its label ends the key. -->

## What is to be done, in a few words {#1 kind=${kind}}

One or two sentences in your own words: who does what, by when.

${type === 'article' ? claimFields : ''}- aliases: another name; 别名
- zh-Hans: 简体中文标题
- zh-Hant: 正體中文標題
`
}

/** What makes a claim of a measure; `about` names provisions, and so can only be shown. */
const claimFields = `<!-- What it is about, by keys: - about: us-aiap-2025:I.1.3 -->

- speaker: Who says it
- affiliation: Whom they speak for
- statement: opinion
- supported: no
`

/** A title as a YAML text. */
function quoted(title: string): string {
  const line = title.replaceAll(/\s+/gu, ' ').trim()
  return JSON.stringify(line === '' ? 'My Instrument' : line)
}
