import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { analyseReport, citationsOf } from '../../src/core/report/report.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { Scopes } from '../support/textMate.ts'

const scopes = await Scopes.load()
const roots = ['text.html.markdown', 'text.html.markdown.quarto', 'text.html.markdown.rmd']

/** The keys that the grammar colours in `text`, as written. */
async function colouredKeys(text: string, root = 'text.html.markdown'): Promise<readonly string[]> {
  const stretches = await scopes.of(text, root)
  return stretches.flatMap(({ text: key, scopes: names }) => {
    return names.includes('citation.key') ? [key.replace(/^\{|\}$/g, '')] : []
  })
}

/** The keys that Pandoc reads in `text`, as written. */
function readKeys(text: string): readonly string[] {
  const read = citationsOf(analyseReport(text)).filter(({ form }) => form !== 'glued')
  return read.map(({ key }) => key)
}

const cases = [
  'Rules [@us-aiap-2025:I.1.3] stand.',
  'Rules [@us-aiap-2025, p. 3, pillar I] stand.',
  '[see @a; -@b, p. 3; also @{c.d}]',
  '@us-aiap-2025 says',
  'As @us-aiap-2025 [p. 3] says.',
  '[-@a] and [@a;@b]',
  '依据@us-aiap-2025:I.1',
  '见 @us-aiap-2025:I.1.3规定',
  '以 [@us-aiap-2025，第 3 页] 为准',
  'analyst@home.org and <analyst@home.org>',
  'x.@y, \\@z',
  '`[@a]` and `r x@y`',
  'It is $x_{@a}$ and $$@b$$.',
  '$$\n@a\n$$',
  '```\n[@a]\n```',
  '```{r}\nx@y <- [@a]\n```',
  '~~~ {.md}\n@a\n~~~',
  'Text\n\n    [@a]\n',
  '<!-- [@a] -->',
  'Text <!-- @a --> text @b.',
  '# Heading [@a, p. 3]',
  '- [@a]\n- @b\n  and [@c, *p.* 3]',
  '> [@a]\n> @b',
  '*see [@a]* and **@b**',
  '| a | b |\n|---|---|\n| [@a] | @b [p. 3] |',
  'A note[^1].\n\n[^1]: @a',
  'A note[^1].\n\n[^1]: [@a].',
  'A note[^1].\n\n[^1]: See [@a, p. 3].',
  '@a--b and @a. @c: @d?',
  '[@a]: stands in a sentence',
  'two---@a dashes',
] as const

suite('the grammar of citations', () => {
  for (const text of cases) {
    test(`colours what Pandoc reads, before the extension is up: ${JSON.stringify(text)}`, async () => {
      for (const root of roots) assert.deepEqual(await colouredKeys(text, root), readKeys(text))
    })
  }

  for (const name of ['brief.md', 'brief.zh.md']) {
    test(`colours all citations of examples/${name}`, async () => {
      const text = readFileSync(path.join(projectRoot, 'examples', name), 'utf8')
      assert.ok(readKeys(text).length > 0)
      assert.deepEqual(await colouredKeys(text), readKeys(text))
    })
  }

  test('leaves a link, an emphasis and a code span behind a citation as they were', async () => {
    const text = '@a says *this*, `that` and [more](https://example.org).'
    const names = (await scopes.of(text, 'text.html.markdown')).map((stretch) => stretch.scopes)
    for (const scope of ['markup.italic', 'markup.inline.raw', 'markup.underline.link']) {
      assert.ok(
        names.some((name) => name.includes(scope)),
        scope,
      )
    }
  })

  test('makes no string of a citation, in which VS Code would offer less', async () => {
    for (const text of ['[@a]', '[@a, p. 3]', '@a']) {
      for (const { scopes: names } of await scopes.of(text, 'text.html.markdown')) {
        assert.doesNotMatch(names, /string|comment/)
      }
    }
  })
})

suite('the colours of citations in each theme of VS Code', () => {
  const key = 'constant.language.citation.key.pandoc'
  const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    contributes: {
      semanticTokenScopes: readonly [{ scopes: Readonly<Record<string, readonly string[]>> }]
    }
  }
  const [{ scopes: scopesOf }] = manifest.contributes.semanticTokenScopes

  for (const { name, plain, colourOf } of scopes.themes()) {
    /** As VS Code has it: the first of the scopes that the theme says anything of. */
    const colourOfKind = async (kind: string): Promise<string> => {
      for (const scope of scopesOf[kind] ?? []) {
        const colour = await colourOf(scope)
        if (colour !== undefined && colour !== plain) return colour
        if (colour === plain) break
      }
      return assert.fail(`${kind} is plain text`)
    }

    test(`${name}: all are no plain text, and a key that names nothing is unlike one that does`, async () => {
      assert.equal(await colourOf(key), await colourOfKind('otherKey'), 'that of the grammar stays')
      await colourOfKind('policyPlace')
      const unknown = await colourOfKind('unknownKey')
      assert.notEqual(unknown, await colourOfKind('policyKey'))
      assert.notEqual(unknown, await colourOfKind('otherKey'))
    })
  }
})
