import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { needsFilter, readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import { publishedStyle } from '../../support/officialSource.ts'

/** What a report names, and which style of ours that is. */
const named: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, 'chicago-author-date'],
  ['apa', 'apa'],
  ['styles/APA.csl', 'apa'],
  ['C:\\styles\\oscola.csl', 'oscola'],
  ['https://www.zotero.org/styles/bluebook-law-review', 'bluebook-law-review'],
  ['chicago-fullnote-bibliography', undefined],
  ['chicago-notes-bibliography-17th-edition', undefined],
  ['china-national-standard-gb-t-7714-2015-numeric', undefined],
  ['gb-t-7714-2025-numeric', undefined],
  ['oscola-no-ibid', undefined],
]

/** A style with `info` in its head. */
function cslOf(info: string): string {
  return `<style class="in-text"><info>${info}</info></style>`
}

suite('Which style of ours a report names', () => {
  for (const [name, own] of named) {
    test(`${name ?? 'nothing'}: ${own ?? 'none'}`, () => {
      assert.equal(readStyle(name).own, own)
    })
  }

  test('is decided by the text of the style, whatever its file is called', () => {
    const apa = cslOf('<id>http://www.zotero.org/styles/apa</id>')
    assert.equal(readStyle('house.csl', apa).own, 'apa')
    const sixth = cslOf('<id>http://www.zotero.org/styles/apa-6th-edition</id>')
    assert.equal(readStyle('apa.csl', sixth).own, undefined)
    const dependent = cslOf(
      '<id>http://www.zotero.org/styles/a-journal</id>\n<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>',
    )
    assert.equal(readStyle('a-journal.csl', dependent).own, 'apa')
    const template = cslOf(
      '<id>http://www.zotero.org/styles/a-journal</id><link href="http://www.zotero.org/styles/apa" rel="template"/>',
    )
    assert.equal(readStyle('a-journal.csl', template).own, undefined)
    assert.equal(readStyle('apa.csl', cslOf('')).own, 'apa')
  })
})

suite('Which styles need places put', () => {
  for (const [name, needs] of [
    ['chicago-author-date', false],
    ['apa', false],
    ['ieee', false],
    ['modern-language-association', false],
    ['chicago-notes-bibliography', true],
    ['modern-language-association-notes', true],
    ['oscola', true],
    ['australian-guide-to-legal-citation', true],
    ['mcgill-en', true],
    ['bluebook-law-review', true],
    ['bluebook-inline', true],
    ['china-national-standard-gb-t-7714-2025-numeric', true],
    ['china-national-standard-gb-t-7714-2025-author-date', true],
    ['china-national-standard-gb-t-7714-2025-note', true],
  ] as const) {
    const { file, skip } = publishedStyle(name)

    test(`${name} by its text: ${String(needs)}`, { skip }, () => {
      assert.equal(needsFilter(readStyle('house.csl', readFileSync(file, 'utf8'))), needs)
    })

    if (name === 'australian-guide-to-legal-citation') continue
    test(`${name} by its name: ${String(needs)}`, () => {
      assert.equal(needsFilter(readStyle(`${name}.csl`)), needs)
    })
  }

  test('one that prints no locator does', () => {
    const csl =
      '<style class="in-text"><citation><layout><text variable="title"/></layout></citation></style>'
    assert.equal(needsFilter(readStyle('house.csl', csl)), true)
  })
})

test('A style that is no style is read in one go', () => {
  for (const part of ['<citation', '<label', '<citation><layout', 'locator="', '<id>', 'href="']) {
    const style = readStyle('evil.csl', part.repeat(200_000))
    assert.equal(typeof style.isNote, 'boolean')
  }
})
