import { namesOfInstrument, type Corpus } from '../corpus/corpus.ts'
import { provisionKinds } from '../corpus/kinds.ts'
import type { Instrument, ProvisionKind } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { fold } from '../words/fold.ts'
import { kindWords } from '../words/kindWords.ts'
import { readWords } from '../words/words.ts'
import { tokensOf } from './pathTokens.ts'
import { hasChineseStep, plainPath } from './spelledOut.ts'

/** A kind that is typed to name a place; *title* and *part* are words of all sorts of names. */
export type KindOfPlace = Exclude<ProvisionKind, 'title' | 'part'>

/**
 * The kind of provision that `text` names by a word beside a number, `recital 12` or `第12条序言`, and
 * that no instrument has: none of those that it names as well, or none at all where it names none.
 */
export function kindNotHeld(text: string, corpus: Corpus): KindOfPlace | undefined {
  if (!hasNumber(text)) return undefined
  const held = kindsHeld(text, corpus)
  return provisionKinds.filter(isOfPlace).find((kind) => !held.has(kind) && namesKind(text, kind))
}

function isOfPlace(kind: ProvisionKind): kind is KindOfPlace {
  return kind !== 'title' && kind !== 'part'
}

function hasNumber(text: string): boolean {
  const path = plainPath(text)
  return hasChineseStep(path) || tokensOf(path).some(({ role }) => /^(?:label|ordinal)$/.test(role))
}

function kindsHeld(text: string, corpus: Corpus): ReadonlySet<ProvisionKind> {
  const named = corpus.instruments.filter((instrument) => isNamed(instrument, text))
  const keys = new Set<string>(named.map(({ key }) => key))
  const all = known(corpus.provisions)
  const kinds = new Set<ProvisionKind>()
  for (let at = 0; at < all.length; at++) {
    const kind = keys.size === 0 || keys.has(all.idAt(at)) ? all.kindAt(at) : undefined
    if (kind !== undefined) kinds.add(kind)
  }
  return kinds
}

function isNamed(instrument: Instrument, text: string): boolean {
  const typed = inWords(text)
  const names = [instrument.key, ...namesOfInstrument(instrument)]
  return names.some((name) => typed.includes(inWords(name)))
}

function namesKind(text: string, kind: ProvisionKind): boolean {
  const words = readWords(text)
  return kindWords[kind]
    .map(fold)
    .some((word) =>
      words.some(({ text: typed, han }) =>
        han ? typed.includes(word) : typed === word || typed === `${word}s`,
      ),
    )
}

/** The words of `text` with spaces between and around. */
function inWords(text: string): string {
  return ` ${readWords(text)
    .map((word) => word.text)
    .join(' ')} `
}
