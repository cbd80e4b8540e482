import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { cardOf } from '../../src/core/corpus/card.ts'
import { ancestorsOf, instrumentOf } from '../../src/core/corpus/corpus.ts'
import type { Language } from '../../src/core/corpus/language.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { columnsOf } from '../../src/core/text/columns.ts'
import { cardMarkdown, cardParts } from '../../src/wording/cardMarkdown.ts'
import { shortestPlace } from '../../src/wording/wording.ts'
import { corpusOf } from '../support/fixtureLibrary.ts'

const folder = new URL('../../corpus/', import.meta.url)
const library = corpusOf(
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
)

suite('the card of every provision of the library', () => {
  const languages: readonly Language[] = ['en', 'zh-Hans', 'zh-Hant']

  /** What is shown first: down to what can be done next. */
  const shownFirst = (provision: Provision, language: Language): string => {
    const [head, next] = cardParts(cardOf(library, provision), language)
    assert.ok(head?.kind === 'text' && next?.kind === 'links', provision.key)
    return `${head.markdown}\n\n${next.links.map(({ label }) => label).join(' · ')}`
  }

  test('shows what matters, and what can be done next, without scrolling', () => {
    const brief = library.provisions.filter(
      ({ summary }) => linesOf(summary?.en ?? '', columnsOfHover).length <= 5,
    )
    assert.ok(brief.length > library.provisions.length - 5)
    for (const language of languages) {
      const high = brief.filter(
        (provision) => heightOf(shownFirst(provision, language)) > highestHover,
      )
      assert.deepEqual(
        high.map(({ key }) => key),
        [],
        language,
      )
    }
  })

  test('says its key, its title and its place once before what can be done next, the place on one line', () => {
    const below = library.provisions.filter(({ level }) => level !== 'instrument')
    for (const language of languages) {
      for (const provision of below) {
        const shown = shownFirst(provision, language)
        const [, place = ''] = shown.split('\n\n').filter((part) => !part.startsWith('⚠'))
        assert.equal(shown.split(`\`${provision.key}\``).length - 1, 1, provision.key)
        assert.ok(linesOf(place, columnsOfHover).length === 1, `${provision.key} ${place}`)
      }
    }
  })

  test('has a place that no other provision of its instrument has', () => {
    for (const language of languages) {
      const places = library.provisions
        .filter(({ level }) => level !== 'instrument')
        .map((provision) => placeOf(provision, language))
      assert.equal(new Set(places).size, places.length)
    }
  })

  test('has no key where it stands below one', () => {
    const provision =
      library.provisions.find(({ key }) => key === 'eu-ai-act:58') ?? assert.fail('no article')
    const card = cardMarkdown(cardOf(library, provision), 'en', { isBelowKey: true })
    assert.doesNotMatch(card, /`eu-ai-act:58`/u)
    assert.match(card, /^[^\n]+\n\n(?:Amended by [^\n]+\n\n)?AI Act › Article 58 · /u)
  })
})

/** The box of VS Code's hover: as wide and as high as its rules allow it at least, in its usual font. */
const [columnsOfHover, highestHover] = [100, 250]

/** The height of `markdown` in the hover: its lines, what parts its paragraphs, and what stands around all. */
function heightOf(markdown: string): number {
  const [line, gap, around] = [19.5, 8, 9]
  const paragraphs = markdown.split('\n\n').map((text) => linesOf(text, columnsOfHover).length)
  const lines = paragraphs.reduce((sum, count) => sum + count, 0)
  return lines * line + (paragraphs.length - 1) * gap + around
}

/** The lines that `markdown` takes, broken at blanks and between Chinese characters, links without where they lead. */
function linesOf(markdown: string, columns: number): readonly string[] {
  const shown = markdown
    .replaceAll(/\]\(https:[^)]*\)/gu, ']')
    .replaceAll(/&#?\w+;/gu, '.')
    .replaceAll(/[\\*`]/gu, '')
  return shown.split('\n').flatMap((line) => {
    const lines: string[] = []
    for (const word of line.match(/[\p{Script=Han}，。；：、（）]|[^\s\p{Script=Han}]+|\s+/gu) ??
      []) {
      const last = lines.at(-1)
      if (last === undefined || columnsOf(last + word.trimEnd()) > columns) lines.push(word)
      else lines[lines.length - 1] = last + word
    }
    return lines
  })
}

function placeOf(provision: Provision, language: Language): string {
  const instrument = instrumentOf(library, provision.key) ?? assert.fail(provision.key)
  const steps = [...ancestorsOf(library, provision), provision]
  return `${instrument.key} ${shortestPlace(steps, language, instrument)}`
}
