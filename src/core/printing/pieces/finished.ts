import type { PrintedRun } from '../printed.ts'
import type { PrintedTerms } from './terms.ts'
import { capitalised } from '../../citation/locatorLabels.ts'
import { marks, type Words } from './words.ts'

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
      /^[.,]/u.exec(signed[index - 1]?.text.endsWith(marks.close) === true ? run.text : '') ?? []
    const next = signed[index + 1]?.text ?? ''
    const own = run.text.slice(sign.length)
    const taken = own.endsWith(marks.close) ? (/^[.,]/u.exec(next)?.[0] ?? '') : ''
    return {
      ...run,
      text:
        taken === '' ? own : `${own.slice(0, -1)}${taken}${marks.close}`.replace(doubled, '$1$2'),
    }
  })
}

const movable = /([^\uE001])\uE001([.,])/gu
const doubled = /([.,;:!?])[.,](\uE001)$/u

function moved(_: string, before: string, sign: string): string {
  return `${before}${/[.,;:!?]/u.test(before) ? '' : sign}${marks.close}`
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
      else if (part !== '' && part !== marks.kept)
        add(runs, { text: part, ...run, ...(place !== undefined && { place }) })
    }
  }
  return runs
}

function add(runs: PrintedRun[], run: PrintedRun): void {
  const last = runs.at(-1)
  const isSame =
    last?.face === run.face && last?.address === run.address && last?.place === run.place
  if (last !== undefined && isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}
