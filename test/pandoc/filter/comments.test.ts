import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { filterFile, pandocTree } from '../pandoc.ts'

const filtersOnly = { filters: [{ type: 'lua', path: 'policy-citation.lua' }] }
const comment = '<!-- policy-citation-ignore-line statement.*: counted by hand -->'

/** Reports with comments of ours, `~` for each, and the same as if none had ever stood there. */
const pairs: readonly (readonly [withComments: string, without: string])[] = [
  ['A ~ b.', 'A b.'],
  ['A~ b.', 'A b.'],
  ['A ~b.', 'A b.'],
  ['A ~\nb.', 'A\nb.'],
  ['A\n~ b.', 'A\nb.'],
  ['A\n~\nb.', 'A\nb.'],
  ['A ~', 'A'],
  ['~ A', 'A'],
  ['A ~ ~ b', 'A b'],
  ['A ~ ~', 'A'],
  ['A ~  \nb', 'A  \nb'],
  ['A ~\\\nb', 'A\\\nb'],
  ['A\\\n~ b', 'A\\\nb'],
  ['*a ~* b ~ *c*', '*a* b *c*'],
  ['a *~ b* "~ c"', 'a *b* "c"'],
  ['# H ~', '# H'],
  ['~\n# H', '# H'],
  ['- a ~\n- b~', '- a\n- b'],
  ['~\n\nA\n\n~\n\nB', 'A\n\nB'],
  ['> ~\n> A', '> A'],
  ['<div>~</div>\n\nA', '<div></div>\n\nA'],
  ['[a ~](u) b', '[a](u) b'],
  ['~\n<!-- other -->\n\nA', '<!-- other -->\n\nA'],
  ['A ~[@x, p. 3]~ b', 'A [@x, p. 3] b'],
  ['A `~`{=html5} b', 'A b'],
  ['```{=markdown}\n~\n```\n\nA', 'A'],
  ['Term ~\n\n:   Def ~', 'Term\n\n:   Def'],
  ['a^[n ~] b', 'a^[n] b'],
  ['文字~\n文字', '文字\n文字'],
  ['---\ntitle: "a ~ b"\n---\n\nA', '---\ntitle: a b\n---\n\nA'],
]

suite('The filter takes our comments out as if none had stood there', () => {
  for (const [report, without] of pairs) {
    test(JSON.stringify(report), async () => {
      const written = report.replaceAll('~', comment)
      const filtered = await pandocTree(written, filterFile, filtersOnly)
      assert.deepEqual(filtered, await pandocTree(without, filterFile, filtersOnly))
    })
  }

  test('with a third dash as well', async () => {
    const report = 'A <!--- policy-citation-ignore-line statement.*: by hand ---> b.'
    const filtered = await pandocTree(report, filterFile, filtersOnly)
    assert.deepEqual(filtered, await pandocTree('A b.', filterFile, filtersOnly))
  })

  test('and leaves what looks like one in code, maths and raw TeX, and the comments of others', async () => {
    const report = `\`${comment}\` <!-- policy --> \`${comment}\`{=latex} x\n\n    ${comment}\n\n\`\`\`\n${comment}\n\`\`\`\n`
    const filtered = await pandocTree(report, filterFile, filtersOnly)
    assert.deepEqual(filtered, await pandocTree(report))
  })
})
