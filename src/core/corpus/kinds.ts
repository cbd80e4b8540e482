import type { DivisionKind, InstrumentType, MeasureKind } from './provision.ts'

/** What a word in `kind=…` says about a heading: whether it holds others or is a measure. */
export type HeadingKind =
  | { readonly level: 'division'; readonly kind: DivisionKind }
  | { readonly level: 'measure'; readonly kind: MeasureKind }

/** The kinds of divisions. */
export const divisionKinds = [
  'pillar',
  'title',
  'part',
  'chapter',
  'section',
  'annex',
] as const satisfies readonly DivisionKind[]

/** The kinds of measures. */
export const measureKinds = [
  'action',
  'article',
  'paragraph',
  'point',
  'recommendation',
  'claim',
] as const satisfies readonly MeasureKind[]

/**
 * What a heading without `kind` is, by the type of its instrument. An order has no usual kind: its
 * sections are divisions or stand alone, so each heading says what it is.
 */
export const usualKinds: ReadonlyMap<InstrumentType, MeasureKind | undefined> = new Map([
  ['plan', 'action'],
  ['act', 'article'],
  ['order', undefined],
  ['declaration', 'paragraph'],
  ['article', 'claim'],
])

/** The kind that `word` names, or `undefined` for a word that is no kind. Exact: `Pillar` is none. */
export function headingKind(word: string): HeadingKind | undefined {
  const division = divisionKinds.find((kind) => kind === word)
  if (division !== undefined) return { level: 'division', kind: division }
  const measure = measureKinds.find((kind) => kind === word)
  return measure === undefined ? undefined : { level: 'measure', kind: measure }
}

/** The types of instruments. */
export function instrumentType(word: string): InstrumentType | undefined {
  return [...usualKinds.keys()].find((type) => type === word)
}
