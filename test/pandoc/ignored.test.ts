import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { ignoringFix } from '../../src/core/features/problems/ignoring/ignoreHere.ts'
import { findProblems } from '../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { applyEdits } from '../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../support/fixtureLibrary.ts'
import { filterFile, pandocTree } from './pandoc.ts'

const corpus = fixtureCorpus()
const key = '@xx-lantern-2031:IX.9'
const filtersOnly = { filters: [{ type: 'lua', path: 'policy-citation.lua' }] }

/** `tree` without the comments of ours, as pages get it that cannot hold HTML. */
function withoutComments(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.filter((one) => !isComment(one)).map(withoutComments)
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, withoutComments(value)]),
  )
}

function isComment(node: unknown): boolean {
  return /^\{"t":"Raw(?:Block|Inline)","c":\["html","<!-- policy-citation-[^"]*-->"\]\}$/u.test(
    JSON.stringify(node),
  )
}

/** The report with each of its problems ignored by the fix, one after the other, and by which ones. */
function ignoredOneByOne(
  source: string,
): readonly { readonly kind: string; readonly text: string }[] {
  const report = analyseReport(source)
  return findProblems(report, corpus).shown.flatMap((problem) => {
    const fix = ignoringFix(problem, report)
    if (fix === undefined) return []
    const text = applyEdits(source, fix.edits)
    const after = findProblems(analyseReport(text), corpus)
    const before = findProblems(report, corpus).shown
    const ignored = after.ignored?.map((one) => one.problem.code) ?? []
    assert.ok(ignored.includes(problem.code), `${JSON.stringify(text)} ignores ${problem.code}`)
    assert.equal(after.shown.length + ignored.length, before.length, JSON.stringify(text))
    return [{ kind: fix.kind, text }]
  })
}

async function assertPrintsTheSame(source: string, text: string): Promise<void> {
  const before = await pandocTree(source)
  assert.deepEqual(withoutComments(await pandocTree(text)), before, JSON.stringify(text))
  const filtered = await pandocTree(text, filterFile, filtersOnly)
  const wanted = await pandocTree(source, filterFile, filtersOnly)
  assert.deepEqual(filtered, wanted, `filtered: ${JSON.stringify(text)}`)
}

const places: readonly (readonly [name: string, report: string, kind?: string])[] = [
  ['a paragraph', `See [${key}], and more.\n`],
  ['a paragraph that is indented', `One.\n\n   See [${key}].\n`],
  ['a heading', `Text.\n\n# See [${key}] {#see}\n\nText.\n`],
  ['a heading with its line below', `See [${key}]\n===\n\nText.\n`],
  ['text right below a heading', `# A\nSee [${key}].\nMore.\n`],
  ['a block quotation', `A:\n\n> One.\n>\n> See [${key}],\n> and more.\n`],
  ['a block quotation in another', `> > See [${key}]\n> lazily.\n`],
  ['an item', `- one [${key}]\n- two\n`],
  ['the second of an enumeration', `3. one\n4. two [${key}]\n   and more\n5. three\n`],
  ['an item that stands apart', `- one\n\n- two [${key}]  \n  and more\n`],
  ['the second paragraph of an item', `1. one\n\n     two [${key}]\n`],
  ['the second paragraph of an item, by a tab', `1.\tone\n\n\ttwo [${key}]\n\n2.\tthree\n`],
  ['a quotation in an item', `- one\n\n  > two [${key}]\n`],
  ['an item in a quotation', `> - one [${key}]\n>   more\n> - two\n`],
  ['a pipe table', `Text.\n\n| a | b |\n|---|---|\n| x | [${key}] |\n\nText.\n`],
  [
    'a pipe table below its caption',
    `Table: All.\n\n| a | b |\n|---|---|\n| x | [${key}] |\n`,
    'ignoreInFile',
  ],
  ['a caption below its table', `| a | b |\n|---|---|\n| x | y |\n\n: All [${key}].\n`],
  [
    'a grid table',
    `+---+----------------------------+\n| a | [${key}] |\n+---+----------------------------+\n`,
  ],
  ['a simple table', `a      b\n---    ------------------------\nx      [${key}]\n`],
  ['a line block', `| See [${key}]\n| and more\n`],
  ['a term', `One\n\n:   Its text.\n\nTwo [${key}]\n\n:   Its text.\n`],
  ['a definition', `One\n\n:   Its text [${key}]\n    goes on.\n\n    And on [${key}].\n`],
  ['a note', `Text.[^1]\n\n[^1]: See [${key}]\n    more.\n\n    See [${key}].\n`],
  ['a division', `::: note\nSee [${key}].\n:::\n`],
  ['a division of HTML', `<div>\n\nSee [${key}].\n\n</div>\n`],
  ['an element of HTML', `<div>See [${key}].</div>\n`],
  ['a figure', `![See [${key}].](a.png)\n`],
  ['a figure in an item', `- ![See [${key}].](a.png)\n`, 'ignoreInFile'],
  ['a title', `---\ntitle: "See [${key}]"\n---\n\nText.\n`, 'ignoreInFile'],
  ['a title with text right below', `---\ntitle: "See [${key}]"\n---\nText.\n`, 'ignoreInFile'],
  ['brackets over two lines in an item', `- a [see @smith;\n  ${key}] b\n- c\n`],
  ['code at the end of a line', `- a [${key}] \`code\`\n  b\n`],
  ['code over the end of a line', `- a [${key}] \`code\n  code\` b\n`, 'ignoreInFile'],
  ['maths over the end of a line', `- a [${key}] $x +\n  y$ b\n`, 'ignoreInFile'],
  ['emphasis over the end of a line', `- a *b [${key}]\n  c* d\n`],
  ['a hard break by a backslash', `- a [${key}]\\\n  b\n`],
  ['a citation in the sentence at the end of a line', `- as ${key}\n  [p. 3] says\n`],
  ['a citation in the sentence at the end', `- as ${key}\n- b\n`],
  ['a key glued to Chinese', `- 根据${key}，\n  继续\n`],
  ['an address at the end of a line', `- [${key}] <https://a.example>\n  b\n`],
  ['quotation marks at the end of a line', `- [${key}] "a\n  b"\n`],
  ['a note in the line over its end', `- a^[see [${key}]\n  b] c\n`],
  ['a comment before', `<!-- other -->\n\nSee [${key}].\n`],
  ['an example', `(@one) See [${key}].\n\n(@two) b\n`],
  ['the end without a line break', `See [${key}]`],
  ['line breaks of Windows', `One.\r\n\r\nSee [${key}].\r\n\r\n- b [${key}]\r\n- c\r\n`],
]

suite('The fix that has a finding ignored changes nothing else of what Pandoc prints, in', () => {
  for (const [name, report, kind] of places) {
    test(name, async () => {
      const ignored = ignoredOneByOne(report)
      assert.ok(ignored.length > 0)
      for (const one of ignored) {
        if (kind !== undefined) assert.equal(one.kind, kind)
        await assertPrintsTheSame(report, one.text)
      }
    })
  }

  test('reports of all sorts of blocks', async () => {
    const pieces = places.map(([, report]) => report).filter((one) => !one.startsWith('---'))
    const reports = fc.sample(
      fc
        .array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 4 })
        .map((own) => own.join('\n')),
      { numRuns: 60, seed: 20 },
    )
    for (const report of reports) {
      for (const { text } of ignoredOneByOne(report)) await assertPrintsTheSame(report, text)
    }
  })
})
