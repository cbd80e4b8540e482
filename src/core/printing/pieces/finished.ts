import type { PrintedRun } from '../printed.ts'
import type { PrintedTerms } from './terms.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import { addRun, marks, type Words } from './words.ts'

/** `words` as they are printed: quotation marks of the language, and each place known as one. */
export function finished(words: Words, terms: PrintedTerms): readonly PrintedRun[] {
  return withPlaces(withQuotes(terms.endsInQuotes ? endedInQuotes(words) : words, terms))
}

/** `words` as a note that begins with them. */
export function asNote(words: Words): Words {
  return withCapital(withoutPunctuation(words))
}

function withoutPunctuation([first, ...rest]: Words): Words {
  if (first === undefined) return []
  const text = first.text.replace(/^[,;.:]*\s*/u, '')
  return text === '' ? withoutPunctuation(rest) : [{ ...first, text }, ...rest]
}

/** The first word of all with a capital letter, but the name of somebody who is written without. */
function withCapital([first, ...rest]: Words): Words {
  if (first === undefined) return []
  const [start = '', kept, word = ''] =
    /^[^\p{L}\p{N}\uE002]*(?:(\uE002)|([\p{L}\p{N}]+))/u.exec(first.text) ?? []
  if (start === '') return [first, ...withCapital(rest)]
  if (kept !== undefined || !/^\p{Ll}+$/u.test(word)) return [first, ...rest]
  const before = start.slice(0, -word.length)
  return [{ ...first, text: before + capitalised(word) + first.text.slice(start.length) }, ...rest]
}

/** A comma or a full stop behind a quotation stands within it, where nothing else ends that. */
function endedInQuotes(words: Words): Words {
  const signed = words.map((run) => ({ ...run, text: run.text.replace(movable, moved) }))
  return signed.map((run, index) => {
    const [sign = ''] =
      /^[.,]/u.exec(closing.test(signed[index - 1]?.text ?? '') ? run.text : '') ?? []
    const next = signed[index + 1]?.text ?? ''
    const own = run.text.slice(sign.length)
    const taken = closing.test(own) ? (/^[.,]/u.exec(next)?.[0] ?? '') : ''
    return { ...run, text: taken === '' ? own : (own + taken).replace(movable, moved) }
  })
}

const closing = /(?:\uE001|.\uE005)$/u
const movable = /(^|[^\uE001])(\uE001|[”’]\uE005)([.,])/gu

function moved(_: string, before: string, close: string, sign: string): string {
  return `${before}${/[.,;:!?]/u.test(before) ? '' : sign}${close}`
}

function withQuotes(words: Words, { quotes }: PrintedTerms): Words {
  let depth = 0
  return words.map((run) => ({
    ...run,
    text: run.text.replace(/[\uE000\uE001]/gu, (mark) => {
      const isOpen = mark === marks.open
      const level = isOpen ? depth++ : --depth
      return quotes.charAt((level % 2 === 0 ? 0 : 2) + (isOpen ? 0 : 1))
    }),
  }))
}

/** In runs of one face, those of a place apart. */
function withPlaces(words: Words): readonly PrintedRun[] {
  let place: number | undefined
  const runs: PrintedRun[] = []
  for (const { text, ...run } of words) {
    for (const part of text.split(/([\uE002-\uF8FF])/u)) {
      if (part === marks.placeEnd) place = undefined
      else if (/^[\uE100-\uF8FF]$/u.test(part)) place = part.charCodeAt(0) - 0xe100
      else if (part !== '' && part !== marks.kept && part !== marks.quoted)
        addRun(runs, { text: part, ...run, ...(place !== undefined && { place }) })
    }
  }
  return runs
}
