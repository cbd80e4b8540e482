import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { corpusOf, type NamedText } from '../../support/fixtureLibrary.ts'

/** How a law is built: so many numbered provisions of a kind in each of its divisions. */
interface LawPlan {
  readonly id: string
  readonly type: 'act' | 'order' | 'plan'
  /** The kind of its divisions and what stands before their numbers in keys. */
  readonly division?: { readonly kind: string; readonly prefix: string; readonly roman?: true }
  /** How many measures each division has. */
  readonly sizes: readonly number[]
  /** The kind of the measures; the usual one of the type without. */
  readonly measure?: string
  /** Headings below a measure, by its number: `{#5.1 kind=paragraph}`. */
  readonly below?: Readonly<Record<number, readonly string[]>>
  /** Headings behind all others. */
  readonly annexes?: readonly string[]
  readonly lastPage?: number
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The corpus file of a law that has the structure of `plan`. */
function lawFile({
  id,
  type,
  division,
  sizes,
  measure,
  below,
  annexes,
  lastPage,
}: LawPlan): NamedText {
  let number = 0
  const kind = measure === undefined ? '' : ` kind=${measure}`
  const lines = sizes.flatMap((size, at) => {
    const label = division?.roman === true ? roman[at] : String(at + 1)
    const own = Array.from({ length: size }, () => {
      number += 1
      const deeper = (below?.[number] ?? []).map((heading) => `### B ${heading}`)
      return [`## M {#${String(number)}${kind}}`, ...deeper]
    })
    const head = division && `# D {#${division.prefix}-${label ?? ''} kind=${division.kind}}`
    return [...(head === undefined ? [] : [head]), ...own.flat()]
  })
  const front = [
    `id: ${id}`,
    `type: ${type}`,
    'title: A Law',
    ...(lastPage === undefined ? [] : [`last-page: ${String(lastPage)}`]),
  ]
  const body = [...lines, ...(annexes ?? []).map((heading) => `# A ${heading}`)]
  return { name: `${id}.md`, text: ['---', ...front, '---', '', body.join('\n\n'), ''].join('\n') }
}

const chapters = { kind: 'chapter', prefix: 'chp' } as const

const laws: readonly LawPlan[] = [
  {
    id: 'eu-gdpr',
    type: 'act',
    division: { kind: 'chapter', prefix: 'chp', roman: true },
    sizes: [4, 7, 12, 20, 7, 9, 17, 8, 7, 2, 6],
    below: {
      6: ['{#6.1 kind=paragraph}', '{#6.2 kind=paragraph}'],
      22: [
        '{#22.1 kind=paragraph}',
        '{#22.2 kind=paragraph}',
        '{#22.3 kind=paragraph}',
        '{#22.4 kind=paragraph}',
      ],
    },
    lastPage: 88,
  },
  { id: 'eu-dsa', type: 'act', division: { ...chapters, roman: true }, sizes: [3, 7, 38, 40, 5] },
  {
    id: 'eu-dma',
    type: 'act',
    division: { ...chapters, roman: true },
    sizes: [2, 2, 11, 4, 24, 11],
    annexes: ['{#annex-I kind=annex}'],
  },
  {
    id: 'uk-dpa-2018',
    type: 'act',
    division: { kind: 'part', prefix: 'pt' },
    sizes: [3, 25, 53, 32, 28, 39, 35],
    measure: 'section',
  },
  {
    id: 'us-code-15-119',
    type: 'order',
    sizes: [12],
  },
  { id: 'cn-pipl-2021', type: 'act', division: chapters, sizes: [12, 25, 6, 7, 9, 6, 6, 3] },
  { id: 'cn-dsl-2021', type: 'act', division: chapters, sizes: [12, 8, 6, 10, 7, 9, 3] },
  { id: 'cn-algo-2022', type: 'act', division: chapters, sizes: [5, 10, 7, 8, 3, 2] },
  {
    id: 'tw-ai-basic',
    type: 'act',
    sizes: [17],
    below: {
      4: ['{#4.1 kind=paragraph}', '{#4.2 kind=paragraph}'],
    },
  },
  {
    id: 'nist-ai-rmf',
    type: 'plan',
    sizes: [6],
    measure: 'section',
    lastPage: 48,
  },
]

/**
 * Laws with the structure of real ones, as far as a library would list it: the GDPR (11 chapters, 99
 * articles), the DSA (93), the DMA (54 and an annex), the Data Protection Act 2018 (parts, 215
 * sections), China's PIPL (74 articles), DSL (55) and rules on recommendation algorithms (35), a basic
 * law of Taiwan with paragraphs and subparagraphs, a statute of sections alone, the NIST AI RMF (sections).
 */
export function lawCorpus(): Corpus {
  return corpusOf(laws.map(lawFile))
}
