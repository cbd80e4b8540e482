import { ancestorsOf, type Corpus } from '../../../corpus/corpus.ts'
import type { Provision } from '../../../corpus/provision.ts'
import { statesOf } from '../../../corpus/states.ts'
import {
  hasPassageOf,
  nearestFirst,
  versionMeant,
  type OfficialVersion,
} from '../../../official/officialVersions.ts'

/**
 * The version that quotations of `provision` are judged against in a report of `day`: the one that is meant. Where
 * that has nothing of it, and is but an excerpt or has nothing of its kind, it is the nearest that has.
 */
export function versionJudged(
  versions: readonly OfficialVersion[],
  provision: Provision,
  corpus: Corpus,
  day: string | undefined,
): OfficialVersion | undefined {
  const meant = versionMeant(versions, day)
  if (meant === undefined || hasPassageOf(meant, provision)) return meant
  const other = nearestFirst(versions, meant).find((one) => hasPassageOf(one, provision))
  if (other === undefined || comesOrGoes(provision, corpus)) return meant
  return isWhole(meant, other) && hasKind(meant, provision, corpus) ? meant : other
}

/** Whether anything of the kind of `provision` was found: consolidated texts leave all recitals out. */
function hasKind({ text }: OfficialVersion, provision: Provision, corpus: Corpus): boolean {
  return [...text.passages.keys()].some(
    (key) => kindOf(corpus.byKey.get(key)) === kindOf(provision),
  )
}

function kindOf(provision: Provision | undefined): string | undefined {
  return provision?.level === 'instrument' ? undefined : provision?.kind
}

/** Whether so much was found in `one` that what was not is not in it: two thirds of what `other` has. */
function isWhole(one: OfficialVersion, other: OfficialVersion): boolean {
  return one.text.passages.size * 3 >= other.text.passages.size * 2
}

/** Whether an amendment is known to have put it in or taken it out. */
function comesOrGoes(provision: Provision, corpus: Corpus): boolean {
  const states = statesOf([...ancestorsOf(corpus, provision), provision])
  return states.some(({ kind }) => kind === 'deleted' || kind === 'inserted')
}

/**
 * What words cited from `provision` are looked for in: its own, or where the document prints those of what it
 * stands in without dividing them, all of that. No other does that an amendment is known to have put in or
 * taken out, or that stands beside others which the document does divide.
 */
export function provisionJudged(
  { text }: OfficialVersion,
  provision: Provision,
  corpus: Corpus,
): Provision {
  const isFound = ({ key }: Provision): boolean => text.document?.parts.has(key) === true
  if (provision.level === 'instrument' || isFound(provision)) return provision
  const above = ancestorsOf(corpus, provision).findLast(isFound)
  const isUndivided =
    above?.level === 'measure' && text.document?.parts.get(above.key)?.parts.length === 0
  return isUndivided && !comesOrGoes(provision, corpus) ? above : provision
}
