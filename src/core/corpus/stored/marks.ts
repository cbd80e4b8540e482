import type { Measure, Provision } from '../provision.ts'

/** What can be known of provisions without looking at them, each with its bit. */
const bits = {
  instrument: 1,
  measure: 2,
  claim: 4,
  /** It is about others, as an article and a claim are. */
  about: 8,
  refs: 16,
  sameAs: 32,
  formerly: 64,
  place: 128,
} as const satisfies Readonly<Record<string, number>>

/** Something that can be known of a provision without looking at it. */
export type ProvisionMark = keyof typeof bits

/** The marks of `provision`, as bits. */
export function marksIn(provision: Provision): number {
  return (Object.keys(bits) as ProvisionMark[])
    .filter((mark) => isMarked(provision, mark))
    .reduce((marks, mark) => marks | bits[mark], 0)
}

/** Whether `mark` is among `marks`, as {@link marksIn} gives them. */
export function includesMark(marks: number, mark: ProvisionMark): boolean {
  return (marks & bits[mark]) !== 0
}

/** Whether `provision` has `mark`. */
export function isMarked(provision: Provision, mark: ProvisionMark): boolean {
  return tests[mark](provision)
}

const tests: Readonly<Record<ProvisionMark, (provision: Provision) => boolean>> = {
  instrument: ({ level }) => level === 'instrument',
  measure: isMeasure,
  claim: isClaim,
  about: (one) => (one.level === 'instrument' ? one.about !== undefined : isClaim(one)),
  refs: (one) => isMeasure(one) && one.refs.length > 0,
  sameAs: (one) => isMeasure(one) && one.sameAs !== undefined,
  formerly: ({ formerly }) => formerly !== undefined,
  place: (one) => one.level !== 'instrument' && one.place !== undefined,
}

function isMeasure(provision: Provision): provision is Measure {
  return provision.level === 'measure'
}

/** Whether a provision is something that a secondary instrument says. */
export function isClaim(provision: Provision): provision is Measure {
  return provision.level === 'measure' && provision.claim !== undefined
}
