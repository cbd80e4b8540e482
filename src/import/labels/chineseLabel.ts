import type { DivisionKind } from '../../core/corpus/provision.ts'
import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'

/** A Chinese heading, taken apart: `第一章 总则`, `一、总体要求`. */
export interface ChineseHeading {
  readonly kind: DivisionKind
  readonly label: string
  readonly heading: string
}

const division = new RegExp(
  `^第 ?([${chineseNumerals}\\d]{1,7}) ?([编編章节節款]|部分)\\s*(.{0,40})$`,
  'u',
)

/** `第一章 总则`: a line that is nothing but a heading. */
export function chineseDivision(text: string): ChineseHeading | undefined {
  const [, digits = '', word = '', heading = ''] = division.exec(text) ?? []
  const number = numberOf(digits)
  if (number === undefined || /[，。；：]/u.test(heading)) return undefined
  return {
    kind: divisionKinds.get(word) ?? 'section',
    label: String(number),
    heading: closedUp(heading),
  }
}

const divisionKinds: ReadonlyMap<string, DivisionKind> = new Map([
  ['编', 'title'],
  ['編', 'title'],
  ['部分', 'part'],
  ['章', 'chapter'],
])

const digits = `[${chineseNumerals}\\d０-９]`
/** `第三条`, `第二条之一`, `第二条の二`, `第 4-1 條`; `第三条第一款规定的`, `第二条之一般规定` are words of a sentence. */
const article = new RegExp(
  `^第 ?(${digits}{1,9}(?:-\\d{1,3})?) ?[条條]((?: ?[之の] ?${digits}{1,4}(?![般个個切些种種定体體致旦])){0,3})` +
    '(?!第|[规規]定的|所[称稱述列规規]|[、，]|及び|の[規规]|に|から)\\s*',
  'u',
)

/** What an article begins with, and what stands behind it. One that was put behind article 2 is labelled `2-1`, as official translations do, and keeps its printed place. */
export function chineseArticle(text: string):
  | {
      readonly kind: 'article'
      readonly label: string
      readonly place?: string
      readonly rest: string
    }
  | undefined {
  const [whole, first = '', behind = ''] = article.exec(text) ?? []
  if (whole === undefined) return undefined
  const numbers = [...first.split('-'), ...behind.split(/[之の]/u).slice(1)].map((one) =>
    numberOf(one.trim()),
  )
  if (numbers.includes(undefined)) return undefined
  return {
    kind: 'article',
    label: numbers.join('-'),
    ...(numbers.length > 1 && { place: whole.trim() }),
    rest: text.slice(whole.length),
  }
}

/** `一、二、三产业` are words. */
const listed = new RegExp(
  `^([${chineseNumerals}]{1,4})、(?![${chineseNumerals}]{1,3}(?:、|和))`,
  'u',
)

/** `壹、前言`, as plans of Taiwan count their chapters. */
const legallyListed = /^(拾?[壹貳贰參叁肆伍陸陆柒捌玖]|拾)、/u
const legal = new Map<string, string>(
  Array.from('壹貳贰參叁肆伍陸陆柒捌玖').flatMap((sign, at) => {
    const common = Array.from('一二二三三四五六六七八九')[at] ?? ''
    return [
      [sign, common],
      [`拾${sign}`, `十${common}`],
    ] as const
  }),
).set('拾', '十')

/** `一、总体要求`: what notices are divided by. A line that is a sentence, or holds one, is no heading. */
export function chineseListed(
  text: string,
): { readonly label: string; readonly rest: string; readonly isHeading: boolean } | undefined {
  const [whole = '', digits = ''] = listed.exec(text) ?? legallyListed.exec(text) ?? []
  const number = numberOf(legal.get(digits) ?? digits)
  const rest = text.slice(whole.length).trim()
  if (number === undefined || rest === '') return undefined
  const isHeading = rest.length <= 40 && !/[。；：:;]/u.test(rest)
  return { label: String(number), rest, isHeading }
}

const annex = new RegExp(
  `^附\\s?[件录錄](?:\\s?([${chineseNumerals}\\d]{1,4})[.．、]?)?(?=[\\s：:]|(?<=[.．、])|$)`,
  'u',
)

/** `附件1：名单`. */
export function chineseAnnex(
  text: string,
): (Omit<ChineseHeading, 'label'> & { readonly label?: string }) | undefined {
  const [whole, digits = ''] = annex.exec(text) ?? []
  if (whole === undefined || text.length > 80) return undefined
  const heading = text.slice(whole.length).replace(/^[\s：:]+/u, '')
  if (/[，。；]/u.test(heading)) return undefined
  const number = numberOf(digits)
  return { kind: 'annex', ...(number !== undefined && { label: String(number) }), heading }
}

const box = new RegExp(
  `^[专專][栏欄]\\s?([${chineseNumerals}\\d]{1,4})(?:\\s*[：:、．.—-]{1,2}\\s*|\\s+|(?=[^\\d所中列的和与及、，]))`,
  'u',
)

/** `专栏1 重点工程`: a box within a plan, counted by itself through all of it. */
export function chineseBox(
  text: string,
): { readonly label: string; readonly place: string; readonly heading: string } | undefined {
  const [whole, digits = ''] = box.exec(text) ?? []
  const number = numberOf(digits)
  const heading = text.slice(whole?.length ?? 0).trim()
  if (whole === undefined || number === undefined) return undefined
  if (heading === '' || heading.length > 60 || /[，。；]/u.test(heading)) return undefined
  const place = whole.replaceAll(/[\s：:、．.—-]/gu, '')
  return { label: `box-${String(number)}`, place, heading: closedUp(heading) }
}

/** Two characters are often set apart to fill the line. */
function closedUp(heading: string): string {
  return heading.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}
