import { printedStyles } from '../styles.ts'
import { filterFile, filtering } from '../pandoc.ts'

/** Books of others, and a law of ours whose places lead to an official page. */
const items = [
  { id: 'smith', type: 'book', title: 'Ports', author: [{ family: 'Smith' }], issued: year(2020) },
  { id: 'jones', type: 'book', title: 'Quays', author: [{ family: 'Jones' }], issued: year(2021) },
  {
    ...{ id: 'xx', type: 'legislation', title: 'Tide Act', issued: year(2030) },
    ...{ URL: 'https://law.example/act', 'policy-work': 'xx' },
    ...placeOf(1, 'art. 5(1)(a)', '#a5-1-a', 'Banned “tides”, article 5(1)(a)'),
    ...placeOf(2, 'arts. 5', '#a5', 'Banned tides, article 5'),
    ...placeOf(3, '7', '#a7', 'Ebbs, article 7', 'arts. 5-'),
    ...placeOf(4, 'sec. 4.2', '#s4.2', 'Floods, section 4.2'),
    ...placeOf(5, '第五条', '#a5', '被禁止的潮汐，第五条'),
  },
  {
    ...{ id: 'yy', type: 'report', title: 'Plan', 'policy-work': 'yy' },
    ...placeOf(1, 'sec. 4.2', '#y', 'Y'),
  },
  {
    ...{
      id: 'xx:6',
      type: 'chapter',
      title: 'Ebbs',
      'policy-work': 'xx',
      'policy-place': 'p. 3, art. 6',
    },
    ...{ 'policy-address': 'https://law.example/act#a6', 'policy-title': 'Ebbs, article 6' },
  },
]

/** The same, as if nothing led anywhere. */
const unlinked = items.map((item) =>
  Object.fromEntries(
    Object.entries(item).filter(([name]) => !/^policy-(?:address|title|place-\d)/u.test(name)),
  ),
)

function year(number: number) {
  return { 'date-parts': [[number]] }
}

function placeOf(number: number, words: string, fragment: string, title: string, after?: string) {
  const name = `policy-place-${number}`
  return {
    [name]: words,
    ...(after !== undefined && { [`${name}-after`]: after }),
    [`${name}-address`]: `https://law.example/act${fragment}`,
    [`${name}-title`]: title,
  }
}

/** The styles of these reports, the numeric one with its numbers raised, too. */
export const linkStyles = {
  ...printedStyles,
  raised: printedStyles.numeric?.replace('<layout prefix', '<layout vertical-align="sup" prefix'),
}

export interface LinkedIn {
  readonly style?: keyof typeof linkStyles
  /** Whether the bibliography says where places lead; it does unless told otherwise. */
  readonly isLinked?: boolean
  readonly options?: Readonly<Record<string, unknown>>
}

/** The files and options with which Pandoc prints such a report, with the filter. */
export function printing({
  style = 'in-text',
  isLinked = true,
  options = filtering,
}: LinkedIn = {}) {
  const csl = linkStyles[style]
  return {
    files: {
      ...filterFile,
      'b.json': JSON.stringify(isLinked ? items : unlinked),
      ...(csl !== undefined && { 's.csl': csl }),
    },
    options: { bibliography: 'b.json', ...(csl !== undefined && { csl: 's.csl' }), ...options },
  }
}
