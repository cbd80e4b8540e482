import type { Span } from '../text/span.ts'
import { fold } from '../words/fold.ts'
import { kindWords } from '../words/kindWords.ts'
import { isProper } from './nameIndex.ts'
import type { ProvisionName } from './provisionName.ts'

/** Whether `name`, found at `span` of `text`, is written there as it must be to count as a name. */
export function isWrittenAsName(name: ProvisionName, text: string, span: Span): boolean {
  if (isInPath(text, span)) return false
  const written = text.slice(span.start, span.end).normalize('NFKC')
  switch (name.form) {
    case 'anyhow':
      return true
    case 'exactly':
      return written === name.text || written === `${name.text}s`
    case 'asName':
      return isQuoted(text, span) || (name.isProper && isWholeName(written, text, span))
  }
}

const smallWordsOfEnglish =
  'a an the this that these those its their our his her each every any all both such no not only ' +
  'also even of in on at by for from to with within without into onto over under through across ' +
  'between among against beyond behind about after before since until during despite unlike like ' +
  'as than per via and or but nor so yet if when while where whereas although though because once ' +
  'unless whether which who whose what how why is are was were does do did has have had will ' +
  'would can could should may might must see cf here there now then today'

/** Whether an address or the name of a file has it, or a longer word with hyphens. */
function isInPath(text: string, { start, end }: Span): boolean {
  return (
    /[/\\#=&-]$|[\p{L}\p{N}]_$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^(?:[/\\=&]|[._-][\p{L}\p{N}])/u.test(text.slice(end, end + 3))
  )
}

/** So much text beside a name tells whether it belongs to a longer one, in UTF-16 units. */
const farthest = 40

function isQuoted(text: string, { start, end }: Span): boolean {
  return (
    /["“‘「『《〈][*_]*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[*_,.，。]*["”’」』》〉]/u.test(text.slice(end, end + 5))
  )
}

/** Whether it has its capitals and is no part of a longer name, as it is in `Colorado Artificial Intelligence Act`. */
function isWholeName(written: string, text: string, { start, end }: Span): boolean {
  if (!isProper(written)) return false
  const before = /(?:^|[^\p{L}\p{N}'’.-])([\p{L}\p{N}'’.-]+) $/u.exec(
    text.slice(Math.max(0, start - farthest), start),
  )?.[1]
  const behind = /^ ([\p{L}\p{N}'’-]+)/u.exec(text.slice(end, end + farthest))?.[1]
  return !isOfName(before) && !isOfName(behind)
}

/** Words that have a capital only where a sentence begins with them; and those that a label follows a name with. */
const smallWords: ReadonlySet<string> = new Set([
  ...smallWordsOfEnglish.split(' '),
  ...Object.values(kindWords).flat(),
])

const acronym = /^[\p{Lu}\p{N}][\p{Lu}\p{N}.-]+$/u
const endsPossessive = /['’]s?$/u

/** Whether a neighbouring word has the capital of a name; no acronym, possessive, small word or end of a sentence has. */
function isOfName(word: string | undefined): boolean {
  if (word === undefined || !/^\p{Lu}/u.test(word)) return false
  if (word.endsWith('.')) return false
  return !acronym.test(word) && !endsPossessive.test(word) && !smallWords.has(fold(word))
}
