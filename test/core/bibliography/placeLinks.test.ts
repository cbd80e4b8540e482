import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { updateCslFile } from '../../../src/core/bibliography/cslFile.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { placesInWords } from '../../../src/core/bibliography/placesInWords.ts'
import { writeBibtex } from '../../../src/core/export/bibtex.ts'
import { writeCslYaml } from '../../../src/core/export/cslYaml.ts'
import { writeRis } from '../../../src/core/export/ris.ts'
import { draftBibliography } from '../../../src/core/features/bibliographies/draftBibliography.ts'
import { analyseReport, reportLanguage } from '../../../src/core/report/report.ts'
import { readCitations } from '../../../src/core/report/works.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** `after|words → key` of each place that `source` cites in words. */
function saidIn(source: string): readonly string[] {
  const report = analyseReport(source)
  const read = readCitations(report, corpus)
  return placesInWords(read, corpus, reportLanguage(report) ?? 'en').map(
    ({ provision, words, after }) => `${after}|${words} → ${provision.key}`,
  )
}

const said: readonly (readonly [string, readonly string[]])[] = [
  ['[see @eu-ai-act, art. 5(1)(a), and more]', ['|art. 5(1)(a) → eu-ai-act:5.1.a']],
  ['@eu-ai-act [Article 5] and [@eu-ai-act, Article 5]', ['|Article 5 → eu-ai-act:5']],
  ['[@eu-ai-act, arts. 5--7]', ['|arts. 5 → eu-ai-act:5', 'arts. 5--|7 → eu-ai-act:7']],
  [
    '[@us-aiap-2025, pp. 3-4, pillar I and II]',
    ['|pillar I → us-aiap-2025:I', 'pillar I and|II → us-aiap-2025:II'],
  ],
  ['[@us-aiap-2025, {p. 3, pillar I}]', ['|pillar I → us-aiap-2025:I']],
  ['[@eu-ai-act:5, (1)(a)]', ['|art. 5(1)(a) → eu-ai-act:5.1.a']],
  ['[@cn-genai-2023, 第十二条]', ['|第十二条 → cn-genai-2023:12']],
  [
    '[@eu-ai-act, art. 5 and annex III]',
    ['|art. 5 → eu-ai-act:5', 'art. 5 and|annex III → eu-ai-act:annex-III'],
  ],
  ['[@eu-ai-act:5.1.a; @us-aiap-2025, p. 3; @eu-ai-act; @nobody, art. 5]', []],
]

suite('the places that a report cites in words', () => {
  for (const [source, places] of said) {
    test(source, () => {
      assert.deepEqual(saidIn(source), places)
    })
  }
})

/** What *Write Bibliography* makes of `existing` for a report that says `text`. */
function written(text: string, existing?: string, lang = 'en') {
  const source = `---\nlang: ${lang}\nbibliography: b.json\n---\n\n${text}\n`
  const file: BibliographyText =
    existing === undefined ? { kind: 'missing' } : { kind: 'read', text: existing }
  const plan = draftBibliography(analyseReport(source), corpus, 'report.md', () => file)
  return 'text' in plan ? plan : assert.fail(plan.why)
}

function itemsOf(text: string): readonly CslItem[] {
  return JSON.parse(text) as readonly CslItem[]
}

const page = 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj'

suite('what places link to', () => {
  test('stands with an instrument for its places in words, with a provision for its key', () => {
    const [act, article] = itemsOf(written('[@eu-ai-act, arts. 5 and 6] [@eu-ai-act:7]').text)
    const fields = Object.entries(act ?? {}).filter(([name]) => name.startsWith('policy-place'))
    assert.deepEqual(Object.fromEntries(fields), {
      'policy-place-1': 'arts. 5',
      'policy-place-1-address': `${page}#art_5`,
      'policy-place-1-title': 'Prohibited AI practices, article 5',
      'policy-place-2': '6',
      'policy-place-2-after': 'arts. 5 and',
      'policy-place-2-address': `${page}#art_6`,
      'policy-place-2-title': 'Classification rules for high-risk AI systems, article 6',
    })
    assert.equal(article?.['policy-address'], `${page}#art_7`)
    assert.equal(article['policy-title'], 'Amendments to Annex III, article 7')
  })

  test('has the titles of the language of the report', () => {
    const [plan] = itemsOf(written('[@us-aiap-2025, 第一支柱]', undefined, 'zh-CN').text)
    assert.match(plan?.['policy-place-1-title'] ?? '', /^\p{Script=Han}/u)
  })

  test('is nothing where the instrument has no page', () => {
    const [press] = itemsOf(written('[@press-us-aiap-2025-08, claim 8.5]').text)
    assert.deepEqual(
      Object.keys(press ?? {}).filter((name) => /place|address/u.test(name)),
      [],
    )
  })

  test('is exported as CSL, and as nothing else', () => {
    const items = itemsOf(written('[@eu-ai-act, art. 5]').text)
    assert.match(
      writeCslYaml(items),
      /policy-place-1-address: "https:\/\/eur-lex\.europa\.eu[^"]*#art_5"/u,
    )
    assert.doesNotMatch(writeBibtex(items) + writeRis(items), /art_5|Prohibited AI/u)
  })
})

suite('other places of a listed instrument', () => {
  const first = written('[@eu-ai-act, art. 5]').text

  test('outdate nothing, and are written with the next thing', () => {
    const plan = written('[@eu-ai-act, art. 6]', first)
    assert.deepEqual([plan.lacking, plan.changed], [[], []])
    assert.match(plan.text, /"policy-place-2": "art\. 6"/u)
    assert.equal(written('[@eu-ai-act, art. 6]', plan.text).text, plan.text)
  })

  test('leave those of another report that shares the file, as far as they are places', () => {
    assert.match(written('[@eu-ai-act, art. 6]', first).text, /"policy-place-1": "art\. 5"/u)
    const wrong = first.replace('"art. 5"', '"art. 5000"')
    const { text } = written('[@eu-ai-act, art. 6]', wrong)
    assert.doesNotMatch(text, /art\. 5|art_5|policy-place-2/u)
  })

  test('are none in a file of an earlier release, which stays valid', () => {
    const items = itemsOf(first).map((item) =>
      Object.fromEntries(
        Object.entries(item).filter(([name]) => !/place-|-address|-title$/u.test(name)),
      ),
    )
    const earlier = JSON.stringify(
      items.map((item) => ({
        ...item,
        'policy-written': String(item['policy-written'])
          .split(' ')
          .filter((part) => !/^policy-(?:place-|address|title)/u.test(part))
          .join(' '),
      })),
    )
    const plan = written('[@eu-ai-act, art. 5]', earlier)
    assert.deepEqual([plan.lacking, plan.changed], [[], []])
    assert.match(plan.text, /#art_5/u)
  })

  test('do not hide that something else changed', () => {
    const [act] = itemsOf(written('[@eu-ai-act, art. 6]', first).text)
    assert.ok(act)
    const update = updateCslFile(first, [{ ...act, title: 'Another title', 'policy-written': '' }])
    assert.ok('changed' in update)
    assert.deepEqual(update.changed, ['eu-ai-act'])
  })
})
