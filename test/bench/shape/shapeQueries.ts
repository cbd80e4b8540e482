import { fold } from '../../../src/core/words/fold.ts'
import { Dice } from '../dice.ts'
import { misspelt } from '../queries.ts'
import type { Homophones } from './homophones.ts'
import { countedUnits, type TitleCounts, type TypedUnit } from './titleCounts.ts'
import { titleLanguages, type TitledProvision, type TitleLanguage } from './titles.ts'

/** A word of so many letters tells something. */
const leastTelling = 4

/** How own measures are asked for, which a generator made. */
const madeKinds = ['prefix', 'typo', 'inside', 'chinese', 'key'] as const

/** How the provisions of the library are asked for, by their own titles in each language. */
const realForms = ['whole', 'begun', 'within', 'slip'] as const

type RealForm = (typeof realForms)[number]

/** All kinds of queries, in the order of the columns. */
export const shapeKinds: readonly string[] = [
  ...madeKinds,
  ...titleLanguages.flatMap((language) => realForms.map((form) => `${language} ${form}`)),
]

/** A text to type, and what is meant: a key, and any other provision that has its title. */
export interface ShapeQuery {
  readonly kind: string
  readonly text: string
  readonly key: string
  readonly title?: string
}

/** What queries are made of. */
export interface Asked {
  /** Of the generator. */
  readonly own: readonly TitledProvision[]
  /** Of the library. */
  readonly real: readonly TitledProvision[]
  readonly counts: TitleCounts
  readonly homophones: Homophones
}

/** A list shows ten at a glance: so many other titles, at most, have all that is typed. */
const mostOthers = 9

/** A title is given up after so many draws that too many others have. */
const mostDraws = 12

/** `perKind` queries of each kind, all kinds in turn, their targets spread over all that there is. */
export function shapeQueries(asked: Asked, perKind: number): readonly ShapeQuery[] {
  const writer = new ShapeQueryWriter(asked)
  const byKind = shapeKinds.map((kind) => writer.of(kind, perKind))
  return Array.from({ length: perKind }, (_, at) => byKind.flatMap((ones) => ones[at] ?? [])).flat()
}

/** A text, and what of it other titles are counted by. */
interface Draft {
  readonly text: string
  readonly units: readonly TypedUnit[]
}

class ShapeQueryWriter {
  readonly #asked: Asked
  readonly #dice = new Dice(20261130)

  constructor(asked: Asked) {
    this.#asked = asked
  }

  of(kind: string, count: number): readonly ShapeQuery[] {
    const isMade = madeKinds.some((made) => made === kind)
    const targets = isMade ? this.#asked.own : this.#asked.real
    const queries: ShapeQuery[] = []
    // Steps without a common factor with the number of targets come to all of them.
    const step = Math.max(1, Math.floor(targets.length / (count * 1.7)))
    for (let at = 0; at < targets.length && queries.length < count; at += step) {
      const query = this.#query(kind, targets[at])
      if (query !== undefined) queries.push(query)
    }
    return queries
  }

  #query(kind: string, target: TitledProvision | undefined): ShapeQuery | undefined {
    if (target === undefined) return undefined
    const { key } = target
    if (kind === 'key') return { kind, text: key, key }
    const [language, form] = this.#languageAndForm(kind)
    const title = target.titles[language]
    if (title === undefined) return undefined
    for (let draw = 0; draw < mostDraws; draw++) {
      const draft = this.#draft(language, form, title)
      if (draft === undefined) continue
      if (form !== 'whole' && this.#asked.counts.count(draft.units) > mostOthers + 1) continue
      return { kind, text: draft.text, key, title }
    }
    return undefined
  }

  #languageAndForm(kind: string): readonly [TitleLanguage, string] {
    const [language = '', form = ''] = kind.split(' ')
    const named = titleLanguages.find((one) => one === language)
    if (named !== undefined) return [named, form]
    return [kind === 'chinese' ? this.#dice.pick(['zh-Hans', 'zh-Hant']) : 'en', kind]
  }

  #draft(language: TitleLanguage, form: string, title: string): Draft | undefined {
    if (form === 'whole') return { text: title, units: [] }
    if (realForms.some((real) => real === form)) {
      return language === 'en'
        ? this.#englishTitle(form as RealForm, title)
        : this.#chineseTitle(form as RealForm, title)
    }
    return form === 'chinese' ? this.#twoPieces(title) : this.#someWords(form, title)
  }

  /** Two or three words of a title, small ones left out, of which one is cut at its end or beginning, or misspelt. */
  #someWords(form: string, title: string): Draft | undefined {
    const words = [...new Set(title.toLowerCase().split(' '))].filter(isTelling)
    const count = this.#dice.between(2, 3)
    while (words.length > count) words.splice(this.#dice.below(words.length), 1)
    const at = form === 'prefix' ? words.length - 1 : this.#dice.below(words.length)
    const word = words[at] ?? ''
    if (word.length < 5) return undefined
    const unit = this.#changed(form, word)
    const units = words.map((text): TypedUnit => ({ text, typing: 'whole' }))
    const counted = form === 'typo' ? units : units.with(at, unit)
    return { text: words.with(at, unit.text).join(' '), units: counted }
  }

  #changed(form: string, word: string): TypedUnit {
    if (form === 'typo') return { text: misspelt(word, this.#dice), typing: 'whole' }
    if (form === 'prefix')
      return { text: word.slice(0, this.#dice.between(3, word.length - 1)), typing: 'beginning' }
    return {
      text: word.slice(this.#dice.between(1, Math.min(2, word.length - 4))),
      typing: 'anywhere',
    }
  }

  /** Two pieces of a Chinese title, with a blank between or none. */
  #twoPieces(title: string): Draft | undefined {
    const characters = Array.from(title)
    if (characters.length < 7) return undefined
    const first = this.#dice.below(characters.length - 5)
    const second = this.#dice.between(first + 3, characters.length - 2)
    const pieces = [first, second].map((at) => characters.slice(at, at + 3).join(''))
    const text = pieces.join(this.#dice.pick([' ', '']))
    return { text, units: pieces.flatMap(wholeUnits) }
  }

  #englishTitle(form: RealForm, title: string): Draft | undefined {
    const words = title.split(' ')
    if (form === 'slip') return this.#misspeltTitle(words)
    if (form === 'begun') {
      const text = title.slice(0, this.#dice.between(Math.ceil(title.length / 3), title.length))
      return { text, units: begunUnits(text) }
    }
    const first = this.#dice.below(Math.max(1, words.length - 2))
    const [cut = '', ...rest] = words.slice(first, first + this.#dice.between(2, 4))
    const inside = /^[A-Za-z]{6,}$/u.test(cut) ? cut.slice(this.#dice.between(1, 2)) : cut
    const text = [inside, ...rest].join(' ')
    const [begin, ...others] = wholeUnits(text)
    return { text, units: begin ? [{ ...begin, typing: 'anywhere' }, ...others] : [] }
  }

  /** Three to five words of a title that follow one another, one of them misspelt. */
  #misspeltTitle(words: readonly string[]): Draft | undefined {
    const first = this.#dice.below(Math.max(1, words.length - 3))
    const chosen = words.slice(first, first + this.#dice.between(3, 5))
    const able = [...chosen.keys()].filter((at) => /^[A-Za-z]{5,}$/u.test(chosen[at] ?? ''))
    if (able.length === 0) return undefined
    const at = this.#dice.pick(able)
    const text = chosen.with(at, misspelt((chosen[at] ?? '').toLowerCase(), this.#dice)).join(' ')
    return { text, units: wholeUnits(chosen.join(' ')) }
  }

  #chineseTitle(form: RealForm, title: string): Draft | undefined {
    const characters = Array.from(title)
    if (characters.length < 5) return undefined
    const most = form === 'slip' ? 9 : characters.length
    const first = form === 'begun' ? 0 : this.#dice.below(characters.length - 3)
    const end = Math.min(characters.length, first + this.#dice.between(4, most))
    const chosen = characters.slice(first, end)
    const units = wholeUnits(chosen.join(''))
    if (form !== 'slip') return { text: chosen.join(''), units }
    const at = this.#dice.below(chosen.length)
    const other = this.#asked.homophones.of(chosen[at] ?? '', this.#dice)
    return other === undefined ? undefined : { text: chosen.with(at, other).join(''), units }
  }
}

/** Whether `word` is none of the small ones, which nobody types to find a measure. */
function isTelling(word: string): boolean {
  return word.length >= leastTelling
}

function wholeUnits(text: string): readonly TypedUnit[] {
  return countedUnits(text).map((unit) => ({ text: unit, typing: 'whole' }))
}

/** Whole units, of which the last may still be typed at. */
function begunUnits(text: string): readonly TypedUnit[] {
  const units = wholeUnits(text)
  return /[\p{L}\p{N}]$/u.test(fold(text))
    ? units.map((unit, at) => (at === units.length - 1 ? { ...unit, typing: 'beginning' } : unit))
    : units
}
