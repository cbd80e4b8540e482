import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  citationStyles,
  type CitationStyle,
  type TermLanguage,
} from '../../../src/core/citation/citationForm.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { capitalised, printedLabel, spokenLabel } from '../../../src/core/citation/locatorLabels.ts'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { citedPlaces } from '../../../src/core/citation/meaning.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import type { Division, Measure, Provision } from '../../../src/core/corpus/provision.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { keyStyles, neighbours } from './neighbours.ts'

const corpus = fixtureCorpus()

interface Place {
  readonly before?: string
  readonly after?: string
  readonly withPage?: boolean
  readonly language?: Language
  readonly locatorLanguage?: TermLanguage
}

function provisionOf(key: string): Provision {
  const provision = corpus.byKey.get(key)
  assert.ok(provision, key)
  return provision
}

function formatted(keys: string, style: CitationStyle, place: Place = {}): string {
  const provisions = keys.split(' ').map((key) => provisionOf(`xx-${key}`))
  const usual = { corpus, language: 'en', withPage: true, before: '', after: '' } as const
  return formatCitation(provisions, style, { ...usual, ...place })
}

test('the page stands behind the key, and before a place in words', () => {
  const measure = 'lantern-2031:I.1.2'
  assert.equal(formatted(measure, 'key'), '[@xx-lantern-2031:I.1.2, pp. 2-3]')
  assert.equal(
    formatted(measure, 'narrative'),
    '@xx-lantern-2031 [pp. 2-3, pillar I, sec. 1, action 2]',
  )
  assert.equal(
    formatted(measure, 'pandoc'),
    '[@xx-lantern-2031, pp. 2-3, pillar I, sec. 1, action 2]',
  )
  assert.equal(formatted('quay-act:5.1.a', 'pandoc'), '[@xx-quay-act, p. 4, art. 5(1)(a)]')
  assert.equal(formatted('lantern-2031', 'key'), '[@xx-lantern-2031]')
  assert.equal(formatted('lantern-2031', 'narrative'), '@xx-lantern-2031')
  assert.equal(formatted('lantern-2031', 'pandoc'), '[@xx-lantern-2031]')
})

test('without pages only keys and places are written', () => {
  const place = { withPage: false }
  assert.equal(formatted('lantern-2031:I.1.2', 'key', place), '[@xx-lantern-2031:I.1.2]')
  assert.equal(
    formatted('lantern-2031:I.1.2', 'narrative', place),
    '@xx-lantern-2031 [pillar I, sec. 1, action 2]',
  )
  assert.equal(formatted('lantern-2031:I', 'pandoc', place), '[@xx-lantern-2031, pillar I]')
})

test('several provisions make one group', () => {
  const keys = 'lantern-2031:I.1.1 quay-act:5'
  assert.equal(formatted(keys, 'key'), '[@xx-lantern-2031:I.1.1, p. 2; @xx-quay-act:5, pp. 4-5]')
  assert.equal(
    formatted(keys, 'narrative'),
    '@xx-lantern-2031 [p. 2, pillar I, sec. 1, action 1; @xx-quay-act, pp. 4-5, art. 5]',
  )
  assert.equal(
    formatted('lantern-2031 quay-act:5', 'narrative', { withPage: false }),
    '@xx-lantern-2031 [@xx-quay-act, art. 5]',
  )
  assert.equal(
    formatted(keys, 'pandoc'),
    '[@xx-lantern-2031, p. 2, pillar I, sec. 1, action 1; @xx-quay-act, pp. 4-5, art. 5]',
  )
  assert.equal(
    formatCitation([], 'key', { corpus, language: 'en', withPage: true, before: '', after: '' }),
    '',
  )
})

test('Chinese reports get Chinese words, and locators that Pandoc reads there', () => {
  const zh = { language: 'zh-Hans' } as const
  assert.equal(formatted('lantern-2031:I.1.2', 'key', zh), '[@xx-lantern-2031:I.1.2, 页 2-3]')
  assert.equal(
    formatted('lantern-2031:I.1.2', 'pandoc', zh),
    '[@xx-lantern-2031, 第 2–3 页，第一支柱第 1 节第 2 项建议行动]',
  )
  assert.equal(
    formatted('lantern-2031:I.1.2', 'key', { language: 'zh-Hans', locatorLanguage: 'en' }),
    '[@xx-lantern-2031:I.1.2, pp. 2-3]',
  )
  assert.equal(
    formatted('lantern-2031:I.1.2', 'pandoc', { language: 'en', locatorLanguage: 'other' }),
    '[@xx-lantern-2031, 2-3, pillar I, sec. 1, action 2]',
  )
})

test('a readable reference names issuer, instrument, date, headings, ordinal, our title and page', () => {
  assert.equal(
    formatted('lantern-2031:I.1.2', 'text'),
    'Ministry of Harbours, *The Lantern Plan for Harbour Automation* (May 9, 2031), pillar I, section 1, ' +
      '“Cranes and Their Crews”, recommended action 2 \\[Retrain crane drivers as supervisors\\], pp. 2–3',
  )
  assert.equal(
    formatted('quay-act:5.1.a', 'text'),
    'Parliament of the Harbour State, *Quay Machines Act* (November 2030), chapter I, “General Rules”, ' +
      'article 5(1)(a) \\[By camera\\], p. 4',
  )
  assert.equal(
    formatted('lantern-2031:I.1.2', 'text', { language: 'zh-Hans' }),
    '港务部《港口自动化灯塔计划》（2031年5月9日）第一支柱第1节“起重机与班组”第2项建议行动［培训起重机司机转任监督员］，第2–3页',
  )
  assert.equal(
    formatted('lantern-2031:I.1.2', 'text', { language: 'zh-Hant-HK', withPage: false }),
    '港務部《港口自動化燈塔計劃》（2031年5月9日）第一支柱第1節「起重機與班組」第2項建議行動［培訓起重機司機轉任監督員］',
  )
  assert.equal(
    formatted('lantern-2031:I lantern-2031', 'text'),
    'Ministry of Harbours, *The Lantern Plan for Harbour Automation* (May 9, 2031), pillar I, ' +
      '“Quays That Think”, pp. 2–6; Ministry of Harbours, *The Lantern Plan for Harbour Automation* (May 9, 2031)',
  )
})

test('a link opens the official document at the page, a footnote gives its address', () => {
  const url = 'https://harbours.example/plans/lantern.pdf#page=4'
  assert.equal(
    formatted('lantern-2031:I.1.2', 'link'),
    `[The Lantern Plan for Harbour Automation, pillar I, section 1, recommended action 2, pp. 2–3](${url})`,
  )
  assert.equal(
    formatted('lantern-2031:I.1.2', 'link', { language: 'zh-Hant' }),
    `[《港口自動化燈塔計畫》第一支柱第1節第2項建議行動，第2–3頁](${url})`,
  )
  const note = formatted('lantern-2031:I.1.2', 'footnote')
  assert.ok(
    note.startsWith('^[Ministry of Harbours, *The Lantern') &&
      note.endsWith(`, pp. 2–3, <${url}>.]`),
    note,
  )
})

function belowInstrument(key: string): Division | Measure {
  const provision = provisionOf(key)
  return provision.level === 'instrument' ? assert.fail(key) : provision
}

test('labels name provisions as their issuers do', () => {
  const label = (key: string, language: Language): string =>
    capitalised(spokenLabel(belowInstrument(`xx-${key}`), language))
  assert.equal(label('lantern-2031:II', 'en'), 'Pillar II')
  assert.equal(label('lantern-2031:I.2', 'en'), 'Section 2')
  assert.equal(label('lantern-2031:I.1.3', 'en'), 'Recommended action 3')
  assert.equal(label('lantern-2031:I.1.3', 'zh-Hant'), '第3項建議行動')
  assert.equal(label('lantern-2031:II', 'zh-Hans'), '第二支柱')
  assert.equal(label('quay-act:chp-II', 'en'), 'Chapter II')
  assert.equal(label('quay-act:5.1', 'zh-Hans'), '第1款')
  assert.equal(label('quay-act:5.1', 'zh-Hant'), '第1項')
  assert.equal(label('quay-act:5.1.a', 'zh-Hans'), '第a项')
  assert.equal(label('quay-act:5.1.a', 'zh-Hant'), '第a款')
  assert.equal(label('quay-act:annex-III', 'zh-Hans'), '附件三')
  const labels = corpus.provisions.flatMap((one) =>
    one.level === 'instrument' ? [] : [printedLabel(one)],
  )
  assert.deepEqual([...new Set(labels)].sort(), [
    '1',
    '10',
    '2',
    '2.1',
    '2.2',
    '3',
    '5',
    'I',
    'II',
    'III',
    'a',
    'b',
  ])
})

test('what the place form writes resolves to the same provision, in every language', () => {
  const languages: readonly Language[] = ['en', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK']
  for (const provision of corpus.provisions) {
    for (const language of languages) {
      const text = formatCitation([provision], 'pandoc', {
        corpus,
        language,
        withPage: true,
        before: '',
        after: '',
      })
      assert.equal(resolvedKeys(text)[0], provision.key, text)
    }
  }
})

test('the key is written where no locator leads to the provision', () => {
  const named = corpusOf([
    {
      name: 'named.md',
      text: [
        ...['---', 'id: named-act', 'type: act', 'title: x', 'issuer: x', 'issued: 2031-05-09'],
        ...['url: https://harbours.example/x.pdf', 'first-page: 1', 'last-page: 9', '---', ''],
        ...['# One {#sec-1 kind=section page=1}', '', 'Says one thing, in words.', ''],
        ...['# Other {#sec-Other kind=section page=1}', '', 'Says another thing, in words.', ''],
        ...['# Again {#old-1 kind=section page=1}', '', 'Says a third thing, in words.', ''],
        ...['# Two {#sec-2 kind=section page=2}', '', 'Says a last thing, in words.', ''],
      ].join('\n'),
    },
  ])
  const written = named.provisions.map((provision) =>
    formatCitation([provision], 'pandoc', {
      corpus: named,
      language: 'en',
      withPage: true,
      before: '',
      after: '',
    }),
  )
  assert.deepEqual(written, [
    '[@named-act]',
    '[@named-act:sec-1, p. 1]',
    '[@named-act:sec-Other, p. 1]',
    '[@named-act:old-1, p. 1]',
    '[@named-act, p. 2, sec. 2]',
  ])
})

/** The keys of the provisions that the citations of `report` name. */
function resolvedKeys(report: string): readonly (string | undefined)[] {
  return meaningsOf(analyseReport(report), corpus).map((meaning) =>
    meaning.citation.form === 'glued' ? undefined : citedPlaces(meaning)[0]?.provision.key,
  )
}

test('an inserted citation is read back between any neighbours', () => {
  const style = fc.constantFrom(...keyStyles)
  const neighbour = fc.constantFrom(...neighbours)
  const chosen = fc.array(fc.constantFrom(...corpus.provisions), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      style,
      neighbour,
      neighbour,
      chosen,
      fc.boolean(),
      (form, before, after, provisions, withPage) => {
        const text = formatCitation(provisions, form, {
          corpus,
          language: 'en',
          withPage,
          before,
          after,
        })
        const report = `x ${before}${text}${after} y`
        const found = resolvedKeys(report)
        for (const { key } of provisions) assert.ok(found.includes(key), report)
      },
    ),
    { numRuns: 4000, seed: 12 },
  )
})

test('citations are kept apart from words that are written with spaces, not from Chinese ones', () => {
  assert.equal(
    formatted('lantern-2031', 'key', { before: 'an', after: 'of' }),
    ' [@xx-lantern-2031] ',
  )
  assert.equal(
    formatted('lantern-2031', 'key', { before: '根据', after: '规定' }),
    '[@xx-lantern-2031]',
  )
  assert.equal(formatted('lantern-2031', 'key', { before: 'n ', after: '.' }), '[@xx-lantern-2031]')
  assert.equal(
    formatted('lantern-2031', 'narrative', { before: '根据', after: '规' }),
    '[@xx-lantern-2031]',
  )
  assert.equal(
    formatted('lantern-2031', 'narrative', { before: 'n ', after: '规' }),
    '[@xx-lantern-2031]',
  )
  assert.equal(
    formatted('lantern-2031:I.1.1', 'narrative', { before: '如 ', after: '所述' }),
    '@xx-lantern-2031 [p. 2, pillar I, sec. 1, action 1]',
  )
  assert.equal(
    formatted('lantern-2031', 'narrative', { before: 'n ', after: '.5' }),
    '[@xx-lantern-2031]',
  )
  assert.equal(
    formatted('lantern-2031', 'footnote', { before: 'an', after: '.' }).startsWith('^['),
    true,
  )
})

test('each style of the setting writes something', () => {
  for (const style of citationStyles) assert.notEqual(formatted('quay-act:5', style), '')
})
