import type { CslItem, CslName } from '../../../src/core/bibliography/cslItem.ts'

function work(
  id: string,
  type: CslItem['type'],
  title: string,
  more: Partial<Omit<CslItem, 'id' | 'type' | 'title'>> = {},
): CslItem {
  return { id, type, title, language: 'en', 'policy-work': id, ...more }
}

function people(...families: readonly string[]): readonly CslName[] {
  return families.map((family) => ({ family, given: 'Jane' }))
}

function year(...parts: readonly number[]): CslItem['issued'] & object {
  return { 'date-parts': [parts] }
}

const address = { URL: 'https://a.example/x', accessed: year(2026, 1, 2) }
const house = [{ literal: 'White House' }]
const wang = [{ family: 'Wang', given: 'Xiaoming' }]
const smith = { family: 'Smith', given: 'Jane Mary' }

/** Works as corpus files of analysts make them, each with something of its own: namesakes, many authors, nothing known. */
export const inventedWorks: readonly CslItem[] = [
  work('x1', 'report', 'Ports and quays: a plan for "safe" harbours in the north-east', {
    author: [
      smith,
      { family: 'van Berg', given: 'Ludo' },
      { literal: 'Ministry of Ports' },
      { family: 'Lee', given: 'Ann' },
    ],
    ...{ issued: year(2024, 3, 5), number: '12', ...address },
  }),
  work('x2', 'report', 'No author no date plan'),
  work('x3', 'report', 'Author without date', {
    ...{ author: [{ family: 'Smith', given: 'John' }], ...address, language: 'en-GB' },
  }),
  work('x4', 'article-newspaper', 'Why it isn\'t "so" easy: The Case', {
    'container-title': 'The Daily Paper',
    ...{ author: [smith, { family: 'Doe', given: 'John' }], issued: year(2024, 3, 5), ...address },
  }),
  work('x5', 'article-newspaper', 'Headline without author?', {
    'container-title': '人民日报',
    ...{ issued: year(2024, 3), URL: 'https://a.example/z', language: 'zh' },
  }),
  work('x6', 'legislation', 'Ports act', { 'title-short': 'Ports act', issued: year(2020) }),
  work('x7', 'legislation', 'Undated Act', { 'container-title': 'Gazette 5', ...address }),
  work('x8', 'report', 'Winning second', {
    ...{ author: house, issued: year(2025, 9), number: 'OMB M-25-21' },
  }),
  work('x9', 'article-newspaper', 'Undated headline', { 'container-title': 'The Daily Paper' }),
  work('y1', 'report', 'Alpha', { author: wang, issued: year(2023) }),
  work('y2', 'report', 'Beta', { author: wang, issued: year(2023) }),
  work('y3', 'report', 'Gamma', { author: wang, issued: year(2024) }),
  work('y4', 'article-newspaper', '港口', {
    ...{
      author: [
        { family: '王', given: '小明' },
        { family: '李', given: '四' },
      ],
    },
    ...{ issued: year(2024), language: 'zh-CN' },
  }),
  work('y5', 'report', 'Delta', {
    ...{ author: [{ literal: 'OMB' }, { literal: 'van House' }], issued: year(2024) },
  }),
  work('y6', 'report', 'Delta Two', {
    ...{ author: [{ literal: 'OMB' }, { literal: 'van House' }], issued: year(2025) },
  }),
  work('y7', 'report', 'the end', { author: [{ literal: 'van House' }], issued: year(2025) }),
  work('y8', 'legislation', '(artificial) act of the "small" ones (so): a new-age for it', {
    'container-title': 'Gazette 5',
  }),
  work('y9', 'article-newspaper', 'no, the end is nigh', {
    'container-title': 'Gazette: the paper',
    author: [{ family: 'de la Cruz', given: 'Ana María' }],
  }),
  work('z1', 'report', 'A', { author: people('Smith', 'Zed'), issued: year(2001) }),
  work('z2', 'report', 'B', {
    ...{ author: people('Smith', 'Alpha', 'Beta', 'Gamma'), issued: year(2002) },
  }),
  work('z3', 'report', 'C', { author: people('Smith', 'Alpha', 'Beta'), issued: year(2002) }),
  work('z4', 'report', 'D', { author: people('Smith', 'Zed', 'Beta'), issued: year(2002) }),
  work('z5', 'report', 'E', {
    ...{ author: people('Smith', 'Xed', 'Beta', 'Gamma', 'Eta', 'Iota', 'Rho') },
    issued: year(2002),
  }),
  work('z6', 'legislation', 'Ports act', { 'title-short': 'Ports act', issued: year(2020, 5, 1) }),
]
