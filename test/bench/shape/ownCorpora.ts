import { Dice } from '../dice.ts'
import type { LibraryWords } from './libraryWords.ts'
import type { TitledProvision, TitleLanguage } from './titles.ts'

/** How many instruments an analyst has of her own, with how many measures in all of them. */
export interface OwnShape {
  readonly instruments: number
  readonly measures: number
}

/** A corpus file, and the measures in it. */
export interface OwnFile {
  readonly name: string
  readonly text: string
  readonly measures: readonly TitledProvision[]
}

/** One title in so many has a name of its own: a place, a body, a programme. */
const namedTitles = 2

/** One in so many measures has a title in English only. */
const englishOnly = 5

const leads = ['OSTP', 'OMB', 'NSF', 'DOC', 'DOE', 'DOD', 'NIST', 'DHS', 'DOL', 'ED', 'FTC', 'GSA']

/**
 * Makes the corpus files of an analyst, the same for the same shape: of the words of the library as it has
 * them, and of names that it does not have; some instruments large and most small; pillars, sections, measures
 * in three languages with summaries, aliases, pages and who leads them.
 */
export class OwnCorpora {
  readonly #words: LibraryWords
  readonly #shape: OwnShape
  readonly #dice: Dice
  readonly #names: readonly string[]

  constructor(words: LibraryWords, shape: OwnShape) {
    this.#words = words
    this.#shape = shape
    this.#dice = new Dice(shape.instruments * 1_000_003 + shape.measures)
    this.#names = Array.from({ length: 200 + Math.floor(shape.measures / 20) }, () => this.#coin())
  }

  /** The files one by one, in the order of their names. */
  *files(): Generator<OwnFile, void> {
    for (const [number, count] of this.#sizes().entries()) {
      yield this.#file(`own-${String(number + 1).padStart(4, '0')}`, count)
    }
  }

  /** How many measures each instrument has: as few as one, most in a few of them. */
  #sizes(): readonly number[] {
    const { instruments, measures } = this.#shape
    const shares = Array.from({ length: instruments }, () => 0.1 + this.#dice.next() ** 3)
    const all = shares.reduce((sum, share) => sum + share, 0)
    let [before, shared] = [0, 0]
    return shares.map((share) => {
      shared += share
      const upTo = Math.round((shared / all) * measures)
      const count = upTo - before
      before = upTo
      return count
    })
  }

  #file(id: string, count: number): OwnFile {
    const dice = this.#dice
    const lines = [
      ...['---', `id: ${id}`, `type: plan`, `title: ${this.#title('en', dice.between(3, 6))}`],
      `title-zh-Hans: ${this.#title('zh-Hans', dice.between(6, 12))}`,
      ...[`issuer: ${this.#title('en', 3)}`, `issued: 20${String(dice.between(10, 26))}-03-01`],
      ...['url: https://plans.example/plan.pdf', 'first-page: 3', '---', ''],
    ]
    const measures: TitledProvision[] = []
    let section = ''
    for (let left = 0, made = 0; made < count; made++, left--) {
      if (left === 0) {
        left = dice.between(3, 14)
        section = this.#section(lines, section)
      }
      measures.push(this.#measure(lines, id, `${section}.${String(ordinalIn(measures, section))}`))
    }
    return { name: `${id}.md`, text: `${lines.join('\n')}\n`, measures }
  }

  /** Writes the headings of the section behind `before`; its path. */
  #section(lines: string[], before: string): string {
    const [pillar = 0, section = 0] = before === '' ? [0, 8] : before.split('.').map(Number)
    const isFull = section === 8
    const path = isFull ? `${String(pillar + 1)}.1` : `${String(pillar)}.${String(section + 1)}`
    if (isFull) this.#heading(lines, '#', `${String(pillar + 1)} kind=pillar`)
    this.#heading(lines, '##', `${path} kind=section`)
    return path
  }

  #heading(lines: string[], level: string, attributes: string): void {
    const title = this.#title('en', this.#dice.between(2, 5))
    lines.push(`${level} ${title} {#${attributes}}`, '')
    lines.push(`- zh-Hans: ${this.#title('zh-Hans', this.#dice.between(4, 9))}`, '')
  }

  #measure(lines: string[], id: string, path: string): TitledProvision {
    const dice = this.#dice
    const isEnglish = dice.below(englishOnly) === 0
    const titles = {
      en: this.#title('en', dice.between(4, 10)),
      ...(!isEnglish && {
        'zh-Hans': this.#title('zh-Hans', dice.between(7, 18)),
        'zh-Hant': this.#title('zh-Hant', dice.between(7, 18)),
      }),
    }
    const summary = this.#words.run('en', dice.between(18, 40), dice).join(' ')
    lines.push(`### ${titles.en} {#${path} page=${String(dice.between(1, 80))}}`, '')
    lines.push(`${capitalised(summary)}.`, '', `- lead: ${dice.pick(leads)}`)
    if (dice.below(2) === 0) lines.push(`- aliases: ${this.#title('en', 2)}`)
    if (titles['zh-Hans'] !== undefined) lines.push(`- zh-Hans: ${titles['zh-Hans']}`)
    if (titles['zh-Hant'] !== undefined) lines.push(`- zh-Hant: ${titles['zh-Hant']}`)
    lines.push('')
    return { key: `${id}:${path}`, titles }
  }

  #title(language: TitleLanguage, length: number): string {
    const units = [...this.#words.run(language, length, this.#dice)]
    if (language !== 'en') return units.join('')
    if (this.#dice.below(namedTitles) === 0) {
      units.splice(this.#dice.between(1, units.length), 0, this.#dice.pick(this.#names))
    }
    return capitalised(units.join(' '))
  }

  /** A name that no language has. */
  #coin(): string {
    const syllables = Array.from({ length: this.#dice.between(2, 3) }, () =>
      [consonants, vowels, ends].map((sounds) => this.#dice.pick(sounds)).join(''),
    )
    return capitalised(syllables.join(''))
  }
}

const consonants = [...Array.from('bdfghjklmnprstvwz'), 'br', 'kl', 'sk', 'th', 'tr']
const vowels = [...Array.from('aeiouy'), 'ao', 'ei', 'uu']
const ends = ['', '', 'l', 'm', 'n', 'r', 's', 'rk', 'nd']

function ordinalIn(measures: readonly TitledProvision[], section: string): number {
  const before = measures.at(-1)?.key.split(':')[1] ?? ''
  return before.startsWith(`${section}.`) ? Number(before.slice(section.length + 1)) + 1 : 1
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
