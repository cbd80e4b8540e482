import { createCorpus, type Corpus } from '../../src/core/corpus/corpus.ts'
import type { Names } from '../../src/core/corpus/language.ts'
import type { Agency, Measure, Pages, Provision } from '../../src/core/corpus/provision.ts'
import { searchedFieldsOf } from '../../src/core/search/searchedFields.ts'
import type { SearchDocument } from '../../src/core/search/index/searchDocument.ts'
import { agency, division, instrument, measure } from '../core/search/smallCorpus.ts'
import { Dice } from './dice.ts'
import { chineseVocabulary, englishVocabulary, Vocabulary } from './vocabulary.ts'

/** A provision of a made-up corpus, as an index sees it; of a measure also its title, taken apart. */
export interface MadeDocument extends SearchDocument {
  /** Its place in the corpus. */
  readonly number: number
  /** Absent for what is above measures. */
  readonly measure?: MadeTitle
}

/** The title of a made-up measure. */
export interface MadeTitle {
  readonly language: 'en' | 'zh-Hans'
  /** In small letters, in order. */
  readonly words: readonly string[]
}

/** Titles of 8 words, summaries of 30, 2 aliases; a fifth of the measures in Chinese. */
const measureForm = { titleWords: 8, summaryWords: 30, aliases: 2, chineseShare: 0.2 } as const

const registerSize = 300

/**
 * Makes corpora of any size, the same for the same seed: instruments of 100 to 1000 measures, in
 * sections, of words that follow Zipf's law.
 */
export class CorpusMaker {
  readonly english: Vocabulary
  readonly chinese: Vocabulary
  readonly #seed: number
  readonly #agencies: Vocabulary
  /** Holds the agencies alone: what fields are made with. */
  readonly #register: Corpus

  constructor(seed = 20260801) {
    const dice = new Dice(seed)
    this.#seed = seed
    this.english = englishVocabulary(60_000, dice)
    this.chinese = chineseVocabulary(20_000, dice)
    const register = this.#makeAgencies(dice)
    this.#register = createCorpus([], register)
    this.#agencies = new Vocabulary(register.map(({ code }) => code))
  }

  #makeAgencies(dice: Dice): readonly Agency[] {
    const codes = new Set<string>()
    while (codes.size < registerSize) codes.add(capitals(dice, dice.between(3, 5)))
    return [...codes].map((code) => {
      const en = `Office of ${capitalised(this.#words(dice, this.english, 2).join(' '))}`
      return agency(code, { en, 'zh-Hans': `${this.#words(dice, this.chinese, 2).join('')}局` })
    })
  }

  /** All documents of the corpus of `size` measures, one after the other. */
  *documents(size: number): Generator<MadeDocument, void, void> {
    const numbers = new Map<string, number>()
    let number = 0
    for (const { provision, title } of this.#provisions(size, new Dice(this.#seed ^ size))) {
      const isInstrument = provision.level === 'instrument'
      if (isInstrument) numbers.clear()
      if (provision.level !== 'measure') numbers.set(provision.key, number)
      yield {
        number,
        key: provision.key,
        parent: isInstrument ? -1 : (numbers.get(provision.parent) ?? -1),
        fields: searchedFieldsOf(this.#register, provision).filter(({ text }) => text !== ''),
        standing: 'primary',
        ...(isInstrument || provision.pages === undefined ? {} : { pages: provision.pages }),
        ...(title && { measure: title }),
      }
      number += 1
    }
  }

  *#provisions(size: number, dice: Dice): Generator<Made, void, void> {
    const ids = new Set<string>()
    for (let made = 0; made < size;) {
      const count = Math.min(size - made, dice.between(100, 1000))
      yield* this.#instrument(newId(ids, dice), count, dice)
      made += count
    }
  }

  *#instrument(id: string, count: number, dice: Dice): Generator<Made, void, void> {
    const title = this.#title(dice, dice.between(4, 6))
    const issuer = { en: capitalised(this.#words(dice, this.english, 3).join(' ')) }
    const lastPage = pageOf(count - 1).last
    yield { provision: instrument(id, title.names, { issuer, lastPage }) }
    const isNumberedThrough = dice.below(2) === 0
    let made = 0
    for (let pillar = 1; made < count; pillar++) {
      const above = isNumberedThrough ? undefined : `${id}:${romanOf(pillar)}`
      if (above !== undefined) yield this.#division(above, 'pillar', made, dice)
      for (let section = 1; made < count && section <= 8; section++) {
        const key =
          above === undefined
            ? `${id}:sec-${(pillar - 1) * 8 + section}`
            : `${above}.${String(section)}`
        yield this.#division(key, 'section', made, dice)
        const end = Math.min(count, made + dice.between(2, 20))
        for (let ordinal = 1; made < end; ordinal++, made++) {
          const own = above === undefined ? `${id}:${made + 1}` : `${key}.${String(ordinal)}`
          yield this.#measure(own, key, ordinal, pageOf(made), dice)
        }
      }
    }
  }

  #division(key: string, kind: 'pillar' | 'section', before: number, dice: Dice): Made {
    const { names } = this.#title(dice, dice.between(3, 5))
    const parent = instrument(key.slice(0, key.indexOf(':')), '').key
    const made = division(key, names, { kind, pages: pageOf(before) })
    return { provision: key.includes('.') ? made : { ...made, parent } }
  }

  #measure(key: string, parent: string, ordinal: number, pages: Pages, dice: Dice): Made {
    const { titleWords, summaryWords, aliases } = measureForm
    const title = this.#title(dice, titleWords)
    const { language } = title
    const vocabulary = language === 'en' ? this.english : this.chinese
    const made = measure(key, title.names, {
      ordinal,
      pages,
      summary: inLanguage(
        language,
        sentence(this.#words(dice, vocabulary, summaryWords), language),
      ),
      aliases: Array.from({ length: aliases }, () =>
        this.#words(dice, vocabulary, dice.between(2, 3)).join(language === 'en' ? ' ' : ''),
      ),
      lead: [this.#agencies.draw(dice)],
      with: dice.below(3) === 0 ? [this.#agencies.draw(dice)] : [],
    })
    const provision: Measure = { ...made, parent: division(parent, '').key }
    return { provision, title: { language, words: title.words } }
  }

  #title(dice: Dice, length: number): MadeTitle & { readonly names: Names } {
    const isChinese = dice.next() < measureForm.chineseShare
    const words = this.#words(dice, isChinese ? this.chinese : this.english, length)
    return isChinese
      ? { language: 'zh-Hans', words, names: inLanguage('zh-Hans', words.join('')) }
      : { language: 'en', words, names: inLanguage('en', capitalised(words.join(' '))) }
  }

  #words(dice: Dice, vocabulary: Vocabulary, length: number): readonly string[] {
    return Array.from({ length }, () => vocabulary.draw(dice))
  }
}

interface Made {
  readonly provision: Provision
  readonly title?: MadeTitle
}

/** A name in one language alone; an empty one is no field. */
function inLanguage(language: MadeTitle['language'], text: string): Names {
  return language === 'en' ? { en: text } : { en: '', 'zh-Hans': text }
}

function sentence(words: readonly string[], language: MadeTitle['language']): string {
  const middle = words.length / 2
  const parts = [words.slice(0, middle), words.slice(middle)]
  return language === 'en'
    ? `${capitalised(parts.map((part) => part.join(' ')).join(', '))}.`
    : `${parts.map((part) => part.join('')).join('，')}。`
}

/** Four measures stand on a page. */
function pageOf(place: number): Pages {
  const page = 1 + Math.floor(place / 4)
  return { first: page, last: page }
}

/** An instrument's id that is not among `ids` yet: `fr-qdsv-2021`. */
function newId(ids: Set<string>, dice: Dice): string {
  for (;;) {
    const [country, name] = [capitals(dice, 2), capitals(dice, dice.between(3, 4))]
    const id = `${country}-${name}-${dice.between(1995, 2026)}`.toLowerCase()
    if (ids.has(id)) continue
    ids.add(id)
    return id
  }
}

function capitals(dice: Dice, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(65 + dice.below(26))).join('')
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const romanSigns: readonly (readonly [value: number, sign: string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number below 40 in Roman numerals. */
function romanOf(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, sign] of romanSigns) {
    for (; rest >= value; rest -= value) roman += sign
  }
  return roman
}
