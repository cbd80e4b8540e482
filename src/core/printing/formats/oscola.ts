import type { Cited, Format } from './format.ts'
import { authorKey, authors, issuedKey } from './format.ts'
import { isSeveral, labelledNumbers, numbersOf } from '../pieces/locators.ts'
import { authorsOf, type NameStyle } from '../pieces/names.ts'
import { addressSaid, containerOf, inParentheses, isArticle, isLegislation } from './parts.ts'
import { dateSaid, partsOf } from '../pieces/terms.ts'
import { fieldText, headlineTitle, plainTitle } from '../pieces/titleText.ts'
import { joined, marks, said, textOf, wrapped, type Words } from '../pieces/words.ts'

const full: NameStyle = {
  ...{ order: 'given first', initial: '', delimiter: ', ', and: 'word', comma: 'never' },
  ...{ cut: [4, 1], etAl: 'and others' },
}
const short: NameStyle = { ...full, order: 'short' }
const listed: NameStyle = { ...full, order: 'family first', separator: ' ', isCut: true }

/** OSCOLA, fourth edition. */
export const oscola: Format = {
  isNote: true,
  saysFirstNote: true,
  group: { before: '', between: '; ', behind: '.' },
  author: (cited) => {
    if (isLegislation(cited.work) || isIbid(cited)) return []
    return authorOrTitle(cited, cited.position === 'first' ? full : short)
  },
  cite: (cited, author) => {
    const place = placeSaid(cited)
    if (isIbid(cited)) return joined(' ', [said(cited.terms.ibid), isIbidem(cited) ? [] : place])
    if (cited.position !== 'first') return joined(' ', [shortForm(cited, author), place])
    return isLegislation(cited.work)
      ? joined(' ', [lawSaid(cited), place])
      : joined(' ', [...workSaid(cited, author), place, access(cited)])
  },
  entryAuthor: (cited) => (isLegislation(cited.work) ? [] : authorOrTitle(cited, listed)),
  entry: (cited, author) =>
    isLegislation(cited.work)
      ? lawSaid(cited, cited.work.URL)
      : joined(' ', [...workSaid(cited, author), access(cited)]),
  sameAuthor: ({ work }) => said(authorsOf(work).length < listed.cut[0] ? '——' : '—— and others'),
  listKeys: (cited) => {
    const { work } = cited
    const count = Math.min(authorsOf(work).length, 2)
    const counted = count === 0 ? '' : String(count)
    const ended = [issuedKey(work), fieldText(plainTitle(work))]
    return isLegislation(work)
      ? ['1', '', counted, '', ...ended]
      : [
          '0',
          keyOf(cited, { ...listed, cut: [1, 1] }),
          counted,
          keyOf(cited, { ...listed, cut: [Infinity, 1] }),
          ...ended,
        ]
  },
  telling: {},
}

function isIbid({ position }: Cited): boolean {
  return position === 'ibid' || position === 'ibid with locator'
}

function isIbidem({ position }: Cited): boolean {
  return position === 'ibid'
}

function shortForm({ work, telling, firstNote }: Cited, author: Words): Words {
  if (isLegislation(work)) return said(plainTitle(work, 'short'))
  const title = telling.isAlike ? quotedTitle({ work }, 'short') : []
  return joined(' ', [joined(', ', [author, title]), said(`(n ${String(firstNote)})`)])
}

function authorOrTitle(cited: Cited, names: NameStyle): Words {
  return authorsOf(cited.work).length > 0 ? authors(cited, names) : quotedTitle(cited)
}

function quotedTitle({ work }: Pick<Cited, 'work'>, form: 'long' | 'short' = 'long'): Words {
  return said(marks.open + headlineTitle(work, form) + marks.close)
}

function workSaid(cited: Cited, author: Words): readonly Words[] {
  const { work, terms } = cited
  const title = authorsOf(work).length > 0 ? quotedTitle(cited) : []
  const year = partsOf(work.issued)[0]
  const source = isArticle(work)
    ? [said(containerOf(cited), 'italic'), inParentheses(dateSaid(work.issued, terms))]
    : [
        inParentheses(year === undefined ? undefined : String(year)),
        said(fieldText(work.number ?? '')),
      ]
  return [joined(', ', [author, title]), ...source]
}

function lawSaid(cited: Cited, address?: string): Words {
  const { work } = cited
  const title = said(plainTitle(work)).map((run) =>
    address === undefined ? run : { ...run, address },
  )
  const year = partsOf(work.issued)[0]
  const journal = containerOf(cited).replaceAll('.', '')
  return joined(' ', [title, said(year === undefined ? '' : String(year)), inParentheses(journal)])
}

function access(cited: Cited): Words {
  const { accessed } = cited.work
  const read =
    accessed === undefined ? '' : `${cited.terms.accessed} ${dateSaid(accessed, cited.terms)}`
  const address = wrapped('<', addressSaid(cited), '>')
  return address.length === 0 ? [] : joined(' ', [address, said(read)])
}

function placeSaid({ locator }: Cited): Words {
  if (locator === undefined) return []
  const label = locator.term?.short[isSeveral(locator) ? 1 : 0].replaceAll('.', '')
  const numbers = numbersOf(locator, 'plain')
  return said(label === undefined ? numbers : labelledNumbers(label, numbers))
}

function keyOf(cited: Cited, names: NameStyle): string {
  return authorsOf(cited.work).length > 0 ? authorKey(cited, names) : textOf(quotedTitle(cited))
}
