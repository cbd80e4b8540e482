import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { exportText } from '../../../src/cli/export.ts'
import { nodeFiles } from '../../../src/cli/nodeFiles.ts'
import { draftBibliography } from '../../../src/core/features/bibliographies/draftBibliography.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { pandocPlain } from '../pandoc.ts'

const corpus = libraryCorpus()

/** A report in key form, and the file that release 0.1 wrote for it, into which its analyst had put a book. */
const report = textBeside('report.md')
const oldFile = textBeside('report.policy.json')

function textBeside(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** The file as *Write Bibliography* leaves it where it finds `file`. */
function updatedFile(file = oldFile): string {
  const read = (): BibliographyText => ({ kind: 'read', text: file })
  const plan = draftBibliography(analyseReport(report), corpus, 'report.md', read)
  if ('why' in plan) return assert.fail(plan.why)
  assert.deepEqual([plan.path, plan.edit], ['report.policy.json', undefined])
  return plan.text
}

function idsIn(file: string): readonly string[] {
  return (JSON.parse(file) as readonly { readonly id: string }[]).map(({ id }) => id)
}

/** What Pandoc prints of the report beside `file`, without its list. */
function textWith(file: string): Promise<string> {
  const metadata = { 'suppress-bibliography': true }
  return pandocPlain(report, { 'report.policy.json': file }, { metadata })
}

/** What Pandoc prints with the list. */
function allWith(file: string): Promise<string> {
  return pandocPlain(report, { 'report.policy.json': file })
}

test('a report of release 0.1 has no problems but what is so', () => {
  const { shown } = findProblems(analyseReport(report), corpus)
  assert.deepEqual(
    shown.map(({ code }) => code),
    ['citation.no-longer-in-force', 'citation.no-longer-in-force', 'bibliography.incomplete'],
  )
})

test('with its old file it prints as it did', async () => {
  assert.equal(
    await textWith(oldFile),
    [
      'The plan',
      'The plan wants it (The White House 2025g, 3), and an ecosystem of evaluations (see The White House 2025d, 12; 2025e, 12). As The White House (2025c, 16) says, the grid matters; so does the first pillar (The White House 2025a, 3–13).',
      'Exports are promoted (2025f), after the order that was revoked (The White House 2023).',
      'Elsewhere',
      'The act bans it (European Parliament and Council of the European Union 2024b, 2024a), Britain does not (Department for Science, Innovation and Technology 2025), and China asks for names (Cyberspace Administration of China; National Development and Reform Commission; Ministry of Education; Ministry of Science and Technology; Ministry of Industry and Information Technology; Ministry of Public Security; National Radio and Television Administration 2023; World AI Conference and High-Level Meeting on Global AI Governance, Shanghai 2025).[1]',
      '[1] So it was reported (“A Chinese News Article on America’s AI Action Plan, Claim 8.5” 2025), and compared with others (Smith 2020, 7). The plan as a whole (The White House 2025b) and the act (Artificial Intelligence Act 2024) say more.',
    ].join('\n\n') + '\n',
  )
  assert.match(
    await allWith(oldFile),
    /“Remove Red Tape and Onerous Regulation, Recommended Action 3\.” In/u,
  )
})

test('with its file brought up to date every citation still finds its work', async () => {
  assert.equal(
    await textWith(updatedFile()),
    [
      'The plan',
      'The plan wants it (White House 2025e, 3), and an ecosystem of evaluations (see White House 2025c, 12; 2025d, 12). As White House (2025b, 16) says, the grid matters; so does the first pillar (White House 2025a, 3–13).',
      'Exports are promoted (Exec. Order No. 14320, sec. 3(b) 2025), after the order that was revoked (Exec. Order No. 14110, sec. 4.2 2023).',
      'Elsewhere',
      'The act bans it (Regulation (EU) 2024/1689, art. 5(1)(a) 2024, Regulation (EU) 2024/1689, annex III 2024), Britain does not (Department for Science, Innovation and Technology 2025), and China asks for names (Interim Measures for the Management of Generative AI Services, art. 9 2023; World AI Conference and High-Level Meeting on Global AI Governance 2025).[1]',
      '[1] So it was reported ([Chinese News Article], claim 8.5 2025), and compared with others (Smith 2020, 7). The plan as a whole (White House 2025f) and the act (Regulation (EU) 2024/1689 2024) say more.',
    ].join('\n\n') + '\n',
  )
  const list = await allWith(updatedFile())
  for (const place of ['Recommendation 12.”', 'Action 3.”', 'Point 4.”', 'art. 5(1)(a), OJ L']) {
    assert.ok(list.includes(place), place)
  }
})

test('its items per measure become those of the same keys, where they stand, and instruments follow', () => {
  const [before, after] = [idsIn(oldFile), idsIn(updatedFile())]
  assert.deepEqual(after.slice(0, before.length), before)
  assert.deepEqual(after.slice(before.length), [
    'us-eo-14320',
    'uk-aioap-2025',
    'cn-genai-2023',
    'cn-gaigap-2025',
    'press-us-aiap-2025-08',
  ])
})

test('what the analyst had put there stays, character by character, and a second run changes nothing', () => {
  const file = updatedFile()
  const book = oldFile.slice(0, oldFile.indexOf('  {\n    "id": "us-eo-14110"'))
  assert.ok(book.includes('smith2020') && file.startsWith(book))
  assert.equal(updatedFile(file), file)
})

for (const format of ['csl-json', 'csl-yaml', 'bibtex', 'biblatex', 'ris', 'stratml']) {
  test(`it is exported as ${format}, with each work that its keys name`, async () => {
    const file = fileURLToPath(new URL('report.md', import.meta.url))
    const exported = await exportText(nodeFiles, file, format, corpus)
    const ours = idsIn(oldFile).filter((id) => id !== 'smith2020')
    for (const id of ours) {
      assert.ok(exported.replaceAll('_', ':').includes(id), `${format}: ${id}`)
    }
  })
}
