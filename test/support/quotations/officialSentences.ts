import type { OfficialText } from '../../../src/core/official/officialText.ts'
import type { Part } from '../../../src/core/official/outline.ts'

/** A sentence of an official text. */
export interface OfficialSentence {
  /** What is cited for it, as it stands behind the `@` of a citation. */
  readonly place: string
  readonly words: string
  /** All sentences of the paragraph that it stands in, and where it is among them. */
  readonly among: readonly string[]
  readonly at: number
  /** The first sentence of the next place, where that is no part of this one. */
  readonly next?: string
}

/** A place of an official text that can be cited, with its own words. */
interface Place {
  readonly place: string
  readonly text: string
}

/** The sentences of `official` that can be quoted without escaping anything, in its order. */
export function officialSentences(official: OfficialText, id: string): readonly OfficialSentence[] {
  const places = [...placesOfProvisions(official), ...recitals(official, id)]
  return places.flatMap(({ place, text }, index) => {
    const behind = places[index + 1]
    const next = behind?.place.startsWith(place) === false ? sentencesIn(behind.text)[0] : undefined
    return text
      .split('\n\n')
      .flatMap((paragraph) => {
        const among = sentencesIn(paragraph)
        return among.map((words, at) => ({ place, words, among, at, ...(next && { next }) }))
      })
      .filter(({ words }) => isPlain(words))
  })
}

/** Whether words are Chinese. */
export function isChinese(words: string): boolean {
  return /\p{Script=Han}/u.test(words)
}

function placesOfProvisions({ text, passages }: OfficialText): readonly Place[] {
  return [...passages.values()].map(({ key, own }) => ({
    place: key,
    text: text.slice(own.start, own.end),
  }))
}

/** What the library has no provision for, but reports cite. */
function recitals({ document }: OfficialText, id: string): readonly Place[] {
  const within = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => [part, ...within(part.parts)])
  return within(document?.outline.parts ?? [])
    .filter(({ kind, label }) => kind === 'recital' && label !== undefined)
    .map(({ label, text }) => ({ place: `${id}, recital ${label ?? ''}`, text }))
}

function sentencesIn(paragraph: string): readonly string[] {
  const marks = isChinese(paragraph) ? /(?<=[。；])/u : /(?<=\p{Ll}{2}[.!?]) (?=\p{Lu})/u
  return paragraph
    .split(marks)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Of a length that reports quote, and with nothing that Markdown or quotation marks would read. */
function isPlain(words: string): boolean {
  if (isChinese(words)) {
    return (
      words.length >= 20 && words.length <= 120 && /^[\p{Script=Han}、，。；：（）]+$/u.test(words)
    )
  }
  const { length } = words.split(' ')
  return length >= 14 && length <= 45 && /^[A-Z][\p{L}\p{N} ,;:’().—–/%-]+$/u.test(words)
}
