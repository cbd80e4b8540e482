import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { columnsOf } from '../../../src/core/text/columns.ts'
import { rowText, type RowText } from '../../../src/wording/rowText.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

function rowOf(corpus: Corpus, key: string, language: Language = 'en'): RowText {
  return rowText(corpus, corpus.byKey.get(key) ?? assert.fail(key), language)
}

function placeOf(corpus: Corpus, key: string, language?: Language): string {
  return rowOf(corpus, key, language).place
}

/** A corpus of instruments with one measure each. */
function named(...heads: readonly string[]): Corpus {
  return corpusOf(
    heads.map((head, at) => ({
      name: `${String(at)}.md`,
      text: `---\ntype: plan\n${head}\n---\n\n# One {#I.1.a}\n`,
    })),
  )
}

suite('a row', () => {
  const library = libraryCorpus()
  const fixtures = fixtureCorpus()

  test('of the library says the instrument in a word or two and the place in it', () => {
    assert.equal(placeOf(library, 'eu-ai-act:57'), 'AI Act 57')
    assert.equal(placeOf(library, 'us-aiap-2025:III.3.2'), 'AIAP III.3.2')
    assert.equal(placeOf(library, 'uk-aioap-2025:12'), 'UK Plan 12')
    assert.equal(placeOf(library, 'eu-ai-act:57', 'zh-Hans'), '欧盟AI法案 57')
    assert.equal(placeOf(library, 'eu-ai-act'), 'AI Act')
  })

  test('has words, not the prefixes of keys, for divisions', () => {
    assert.equal(placeOf(library, 'eu-ai-act:chp-III.sec-2'), 'AI Act Chap. III Sec. 2')
    assert.equal(placeOf(library, 'eu-ai-act:chp-III.sec-2', 'zh-Hant'), '歐盟AI法 第三章第2節')
    assert.equal(placeOf(library, 'uk-aioap-2025:sec-1.2'), 'UK Plan Sec. 1.2')
    assert.equal(placeOf(library, 'eu-ai-act:annex-III.1'), 'AI Act Annex III.1')
  })

  test('of what no longer holds has a mark behind its place', () => {
    assert.equal(placeOf(fixtures, 'xx-order-7:1.a'), 'Lamp Order 1.a ⚠')
  })

  test('says the place that an instrument prints', () => {
    const text =
      '---\nid: xx-rmf\ntype: plan\ntitle: Frame\n---\n\n# A {#GOVERN.2.1 kind=subcategory place="GOVERN 2.1"}\n'
    assert.equal(
      placeOf(corpusOf([{ name: 'a.md', text }]), 'xx-rmf:GOVERN.2.1'),
      'Frame GOVERN 2.1',
    )
  })

  test('of an own instrument without a short title has its title, an alias or its id, whichever is short', () => {
    const gdpr =
      'id: eu-gdpr\ntitle: General Data Protection Regulation\naliases: [DSGVO für Europa und die Welt, GDPR, 通用数据保护条例]'
    const long = 'id: xx-a-very-long-name-of-a-plan-2031\ntitle: A very long name of a plan'
    const corpus = named('id: eu-data\ntitle: Data Act', gdpr, long)
    assert.equal(placeOf(corpus, 'eu-data:I.1.a'), 'Data Act I.1.a')
    assert.equal(placeOf(corpus, 'eu-gdpr:I.1.a'), 'GDPR I.1.a')
    assert.equal(placeOf(corpus, 'eu-gdpr:I.1.a', 'zh-Hans'), '通用数据保护条例 I.1.a')
    assert.equal(
      placeOf(corpus, 'xx-a-very-long-name-of-a-plan-2031:I.1.a'),
      'xx-a-very-lo…a-plan-2031 I.1.a',
    )
  })

  test('never calls two instruments alike', () => {
    const corpus = named('id: xx-a\ntitle: Data Act', 'id: xx-b\ntitle: Data Act')
    assert.equal(placeOf(corpus, 'xx-a'), 'xx-a')
    assert.equal(placeOf(corpus, 'xx-b'), 'xx-b')
  })

  test('has a place that the list shows whole, and that is its own', () => {
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const places = library.provisions.map(({ key }) => placeOf(library, key, language))
      assert.ok(places.every((place) => columnsOf(place) <= 36))
      assert.deepEqual(
        places.filter((place, at) => places.indexOf(place) !== at),
        [],
      )
    }
    const path = `I.${'1.'.repeat(30)}1`
    const deep = `---\nid: xx-a-very-long-name-of-a-plan-2031\ntype: plan\ntitle: P\n---\n\n# One {#${path}}\n`
    const place = placeOf(
      corpusOf([{ name: 'a.md', text: deep }]),
      `xx-a-very-long-name-of-a-plan-2031:${path}`,
    )
    assert.ok(place.endsWith(` ${path}`), place)
  })

  test('says what it is: the whole, a division, a measure, a claim', () => {
    const kinds = [
      'xx-lantern-2031',
      'xx-lantern-2031:I',
      'xx-lantern-2031:I.1.1',
      'press-xx-lantern-2031:2.1',
    ]
    assert.deepEqual(
      kinds.map((key) => rowOf(fixtures, key).kind),
      ['instrument', 'division', 'measure', 'claim'],
    )
  })

  test('is plain text on one line, whatever the corpus says', () => {
    const corpus = named('id: xx-a\nshort-title: "A\\u202eB\\nC"\ntitle: "T\\u202e\\nU"')
    assert.equal(placeOf(corpus, 'xx-a:I.1.a'), 'A⟦U+202E⟧B C I.1.a')
  })
})
