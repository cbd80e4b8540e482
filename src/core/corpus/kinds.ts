import type {
  Confidence,
  DivisionKind,
  Horizon,
  InstrumentStatus,
  InstrumentType,
  MeasureKind,
  ProvisionKind,
  RelationType,
  Statement,
  Strength,
  Support,
} from './provision.ts'

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
  'goal',
  'function',
  'category',
] as const satisfies readonly DivisionKind[]

/** The kinds of measures. */
export const measureKinds = [
  'action',
  'article',
  'section',
  'paragraph',
  'point',
  'recommendation',
  'claim',
  'recital',
  'target',
  'subcategory',
  'principle',
  'clause',
  'subsection',
  'subparagraph',
  'item',
  'subitem',
] as const satisfies readonly MeasureKind[]

/** The kinds of divisions and measures, each once: a section can be either. */
export const provisionKinds: readonly ProvisionKind[] = [
  ...new Set<ProvisionKind>([...divisionKinds, ...measureKinds]),
]

/** How analysts shorten the names of kinds before a number, in lower case, without the full stop. */
export const shortenedKinds: ReadonlyMap<string, DivisionKind | MeasureKind> = new Map([
  ['tit', 'title'],
  ['pt', 'part'],
  ['ch', 'chapter'],
  ['chap', 'chapter'],
  ['sec', 'section'],
  ['sect', 'section'],
  ['ann', 'annex'],
  ['art', 'article'],
  ['par', 'paragraph'],
  ['para', 'paragraph'],
  ['rec', 'recommendation'],
  ['recom', 'recommendation'],
  ['cat', 'category'],
  ['subcat', 'subcategory'],
  ['princ', 'principle'],
  ['cl', 'clause'],
  ['subs', 'subsection'],
  ['subsec', 'subsection'],
  ['subpar', 'subparagraph'],
  ['subpara', 'subparagraph'],
])

/** What a heading without `kind` is, by the type of its instrument. */
export const usualKinds: ReadonlyMap<InstrumentType, MeasureKind> = new Map([
  ['plan', 'action'],
  ['act', 'article'],
  ['order', 'section'],
  ['declaration', 'paragraph'],
  ['article', 'claim'],
])

/**
 * The kind that `word` names in an instrument of this type, or `undefined` for a word that is no
 * kind. Exact: `Pillar` is none. A section holds others, but the sections of an order are its measures.
 */
export function headingKind(word: string, type: InstrumentType): HeadingKind | undefined {
  const usual = usualKinds.get(type)
  if (usual !== undefined && word === usual) return { level: 'measure', kind: usual }
  const division = divisionKinds.find((kind) => kind === word)
  if (division !== undefined) return { level: 'division', kind: division }
  const measure = measureKinds.find((kind) => kind === word && kind !== 'section')
  return measure === undefined ? undefined : { level: 'measure', kind: measure }
}

/** The types of instruments. */
export function instrumentType(word: string): InstrumentType | undefined {
  return [...usualKinds.keys()].find((type) => type === word)
}

/** The words that a field may have whose values are a closed set. */
export const choices = {
  status: ['in-force', 'revoked', 'superseded', 'not-binding', 'review'],
  confidence: ['medium', 'low'],
  strength: [
    'must',
    'shall',
    'should',
    'recommended',
    'may',
    'considers',
    'explores',
    'encouraged',
  ],
  statement: ['measure', 'goal', 'opinion', 'comparison', 'figure'],
  horizon: ['short', 'middle', 'long'],
  supported: ['yes', 'partly', 'no'],
  relation: ['Broader_Than', 'Peer_To', 'Narrower_Than'],
} as const satisfies {
  readonly status: readonly InstrumentStatus[]
  readonly confidence: readonly Confidence[]
  readonly strength: readonly Strength[]
  readonly statement: readonly Statement[]
  readonly horizon: readonly Horizon[]
  readonly supported: readonly Support[]
  readonly relation: readonly RelationType[]
}

/** The name of a field whose values are a closed set. */
export type ChoiceField = keyof typeof choices

/** A value of such a field. */
export type Choice<F extends ChoiceField> = (typeof choices)[F][number]

/** `word` where the field `name` may have it. Exact: `Yes` is none. */
export function choiceOf<F extends ChoiceField>(name: F, word: string): Choice<F> | undefined {
  const known: readonly Choice<F>[] = choices[name]
  return known.find((choice) => choice === word)
}

/** Whether `text` has the form of an ISO 3166-1 alpha-2 code. */
export function isRegionCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text)
}

/** Types of files that describe no instrument. */
export const tableTypes = ['register', 'relations', 'glossary'] as const

/** See {@link tableTypes}. */
export type TableType = (typeof tableTypes)[number]
