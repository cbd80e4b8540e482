import type { Outline } from '../../../src/core/official/outline.ts'
import {
  proposeProvisions,
  type ProposedProvision,
} from '../../../src/core/official/proposedProvisions.ts'
import type { PartThere } from './partsThere.ts'

/** What became of the parts that a document has. */
export interface ImportJudged {
  readonly there: number
  /** How many of them are provisions, whatever their keys. */
  readonly found: number
  /** How many bear the key that is right for them. */
  readonly keyed: number
  /** How many provisions there are in all: those that were counted, and others. */
  readonly provisions: number
  /** What was listed as not understood. */
  readonly unread: readonly string[]
  /** Those that were not found, or bear another key: their keys, with how they begin. */
  readonly missing: readonly string[]
  readonly miskeyed: readonly string[]
}

/** Compares the provisions that `outline` proposes with what the document is known to have. */
export function judgeImport(outline: Outline, there: readonly PartThere[]): ImportJudged {
  const proposed = flat(proposeProvisions(outline, { id: 'xx-test', type: outline.type ?? 'plan' }))
  const byKey = new Map(proposed.map((one) => [one.label, one]))
  const byBeginning = new Map<string, ProposedProvision[]>()
  for (const one of proposed) {
    const start = letters(one.title).slice(0, beginning)
    byBeginning.set(start, [...(byBeginning.get(start) ?? []), one])
  }
  const missing: string[] = []
  const miskeyed: string[] = []
  const times = new Map<string, number>()
  for (const part of there) {
    const keyed = part.keys.some((key) => {
      // What a document prints twice in one place is numbered.
      const time = (times.get(key) ?? 0) + 1
      times.set(key, time)
      const at = byKey.get(time === 1 ? key : `${key}-${String(time)}`)
      return at !== undefined && agrees(at, part)
    })
    if (keyed) continue
    const likely = byBeginning.get(letters(part.begins).slice(0, beginning)) ?? []
    const says = `${part.keys[0] ?? ''} ${part.begins.slice(0, 60)}`.trim()
    const one = likely.find((other) => agrees(other, part))
    if (one === undefined) missing.push(says)
    else if (part.keys.length > 0) miskeyed.push(`${says}: ${one.label}`)
  }
  const found = there.length - missing.length
  return {
    there: there.length,
    found,
    keyed: found - miskeyed.length,
    provisions: proposed.length,
    unread: outline.unread.map(({ where, what }) => `${where}: ${what}`),
    missing,
    miskeyed,
  }
}

/** In letters: so much of two beginnings is the same before they are compared whole. */
const beginning = 6

function agrees({ title }: ProposedProvision, { begins }: PartThere): boolean {
  const [ours, theirs] = [letters(title), letters(begins)]
  return theirs === '' || (ours !== '' && (theirs.startsWith(ours) || ours.startsWith(theirs)))
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function flat(provisions: readonly ProposedProvision[]): readonly ProposedProvision[] {
  return provisions.flatMap((one) => [one, ...flat(one.parts)])
}
