import { runStart } from '../../text/characters.ts'
import { leftOut } from './seenWords.ts'

/** A longer source is none, in UTF-16 units. */
const longestSource = 200

/** A longer paragraph is more than a source, its citations counted, in UTF-16 units. */
const longestParagraph = 1000

/** A dash at the beginning of a line, or behind the end of a sentence. */
const dashes =
  /(?<=(?:^|[\r\n.!?…。！？”"’」』）)\]\uFFFB])[ \t\u3000]{0,8})(?:[—–―─－]{1,4}|-{2,3})(?=[^—–―─－-])/gu
/** What opens parentheses behind the end of a sentence or in a line of their own. */
const opening = /(?<=(?:^|[\r\n.!?…。！？”"’」』])[ \t\u3000]{0,8})[(（【〔]/gu
const lastLine = /(?<=[\r\n][ \t\u3000]{0,8})\S[^\r\n]{0,200}$/u

/**
 * The mask of the last paragraph of a block quotation, at the same length, without what it says at its end of
 * where it is taken from: `——《…》第十二条`, `— The White House, p. 3`, `(Article 5, AI Act)`, `Source: …`.
 * A dash before words of a sentence parts nothing.
 */
export function withoutSource(mask: string): string {
  const from = Math.max(0, mask.length - longestSource - 50)
  const end = mask.slice(from)
  const dash = [...end.matchAll(dashes)].findLast(({ index }) => isSource(end.slice(index)))
  const ends = [parentheses(end), lastLine.exec(end)]
  const found = dash ?? ends.find((match) => match && isNamedSource(end.slice(match.index)))
  if (!found) return mask
  const start = from + found.index
  return mask.slice(0, start) + leftOut.repeat(mask.length - start)
}

/** Where parentheses open that are the last of `end`, but for blanks and full stops. */
function parentheses(end: string): RegExpExecArray | undefined {
  const close = runStart(end, /[\s\uFFFB.。]/u) - 1
  if (!/[)）】〕]/u.test(end.charAt(close))) return undefined
  return [...end.slice(0, close).matchAll(opening)].find(({ index }) =>
    /^[^\r\n]{1,200}$/u.test(end.slice(index + 1, close)),
  )
}

/** Whether the mask of a paragraph that cites something says nothing but where words are taken from: `[@k]`, `— The White House [@k]`, `Source: [@k]`. */
export function isSourceOnly(mask: string): boolean {
  if (mask.length > longestParagraph) return false
  const said = plain(mask)
  if (said.replace(saysSo, '') === '') return true
  return /^\s*[—–―─－(（-]/u.test(mask) && isSource(mask)
}

const marks = /^[—–―─－-]+|[*_\uFFFB\uFFFC()（）【】〔〕[\]\\]/gu
const saysSo =
  /^(?:source|from|quoted from|来源|來源|资料来源|資料來源|出处|出處|引自|摘自|见|見)[:：]?\s*/iu
const numerals = '[零〇一二两兩三四五六七八九十百千\\d之、和至,，及 ]'
const chinesePlace = `第${numerals}{1,12}[编編章节節条條款项項目页頁]`
const titled = /^[\p{L}\p{N} ]{0,20}[《〈][^《》〈〉]{1,100}[》〉][^，。；！？!?;]{0,60}$/u
/** As it may be said behind a dash or in parentheses: by whom, where in it, and what was changed. */
const saidApart = new RegExp(
  `^[^。；！？《〈]{0,60}[《〈][^《》〈〉]{1,100}[》〉](?:[，,、\\s]*(?:${chinesePlace}|[\\d年]{2,}(?![\\d年])))*(?:[，,、][^。；！？]{2,20}所加)?$`,
  'u',
)
const placed = new RegExp(`^[\\p{L}\\p{N}·]{0,40}(?:${chinesePlace}){1,6}$`, 'u')
const small = new Set(
  'of the and on for to in a an by de la le et du des at with no nos art arts article articles p pp page pages para paras paragraph paragraphs sec section sections point points pillar chapter recital recitals annex see'.split(
    ' ',
  ),
)

function isSource(words: string): boolean {
  return isNamedSource(words) || isName(plain(words))
}

/** Whether the words say that they are a source, or name a place in a document. */
function isNamedSource(words: string): boolean {
  const said = plain(words)
  if (said === '' || said.length > longestSource) return false
  if (saysSo.test(said))
    return isTitle(said.replace(saysSo, '')) || isName(said.replace(saysSo, ''))
  return isTitle(said) || isApart(words, said) || (isName(said) && /\d|§/u.test(said))
}

function isApart(words: string, said: string): boolean {
  return /^\s*[—–―─－(（【〔-]/u.test(words) && saidApart.test(said)
}

function isTitle(said: string): boolean {
  return titled.test(said) || placed.test(said)
}

/** A name, and where in what is named: all words but the small ones begin with a capital or a digit. */
function isName(said: string): boolean {
  const words = said.split(/[\s,.;:/]+/u).filter((word) => word !== '')
  const isNamed = words.some((word) => /^[“"‘'’(]*\p{Lu}/u.test(word))
  return (
    isNamed &&
    words.length <= 25 &&
    said.length <= longestSource &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(said) &&
    words.every(
      (word) =>
        small.has(word.toLowerCase()) ||
        /^[“"‘'’(§–—-]*[\p{Lu}\p{N}]/u.test(word) ||
        /^[^\p{L}\p{N}]+$/u.test(word),
    )
  )
}

function plain(words: string): string {
  return words
    .replace(marks, '')
    .replace(/\s+/gu, ' ')
    .replace(/[.。]$/u, '')
    .trim()
}
