// What Pandoc is given of a report when only its list is wanted, beside Pandoc itself: it reads the metadata,
// and prints the list of the whole report, and of what is left of it.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readNamedFile, readStyleFile } from '../../src/ownPandoc/reportFiles.ts'
import {
  citedOnly,
  listedEntries,
  namedFiles,
  readTree,
  type ReportTree,
} from '../../src/ownPandoc/reportTree.ts'
import { thisMachine } from '../../src/ownPandoc/thisMachine.ts'
import { publishedStyle } from '../support/officialSource.ts'
import { realFolder, writeIn } from '../workspace/realFolder.ts'
import { filterFile, filtering, pandocTree } from './pandoc.ts'

async function treeOf(
  report: string,
  ...rest: readonly Record<string, unknown>[]
): Promise<ReportTree> {
  const [files = {}, options = {}] = rest
  const json = JSON.stringify(await pandocTree(report, files as Record<string, string>, options))
  return readTree(json) ?? assert.fail('no tree')
}

const items = [
  ['zeta', 'Zeta', 2020],
  ['alpha', 'Alpha', 2021],
  ['alpha2', 'Alpha', 2021],
  ['beta', 'Beta', 2019],
  ['unused', 'Unused', 2018],
].map(([id, author, year]) => ({
  ...{
    id,
    type: 'book',
    title: `A *work* called ${String(id)}`,
    issued: { 'date-parts': [[year]] },
  },
  author: [{ family: author, given: 'A.' }],
}))
const refs = { 'refs.json': JSON.stringify(items) }

const reports: Readonly<Record<string, string>> = {
  order: 'First [@zeta, p. 3], then [@beta; @alpha2] and @alpha.\n',
  notes: 'A note.[^1] And [@beta].[^2]\n\n[^1]: See [@alpha, p. 2].\n[^2]: [@zeta; see @alpha2]\n',
  metadata: '---\ntitle: On [@zeta]\nabstract: |\n  By @beta.\n---\n\nText [@alpha].\n',
  nocite: '---\nnocite: |\n  @unused, @alpha2\nlang: en-GB\n---\n\nText [@zeta].\n',
  all: "---\nnocite: '@*'\n---\n\nText [@zeta].\n",
  behind: 'Text [@zeta].\n\n::: {#refs}\n:::\n\nMore [@alpha; @beta].\n',
  later:
    'Text [@zeta].\n\n---\ntitle: x [@alpha2]\nnocite: "@beta"\n...\n\n| a | b |\n|---|---|\n| [@alpha] | c |\n',
  own: '---\nreferences:\n- id: own\n  type: book\n  title: Own\n  issued: 2022\n---\n\n@own and [see @zeta, chap. 2 and *more* [@beta]].\n',
  nested:
    '> - [@beta]\n>\n>   ::: x\n>   *[@alpha2]*\n>   :::\n\n[text [@alpha]](http://x.example){.y}\n',
}

suite('Of what a report cites alone Pandoc prints the list of the whole report', () => {
  for (const name of ['chicago-author-date', 'ieee', 'oscola', 'apa']) {
    const { file, skip } = publishedStyle(name)
    test(`in ${name}`, { skip }, async () => {
      const files = { ...filterFile, ...refs, 'x.csl': readFileSync(file, 'utf8') }
      const options = { ...filtering, csl: 'x.csl', bibliography: ['refs.json'] }
      for (const [kind, report] of Object.entries(reports)) {
        const whole = listedEntries(await treeOf(report, files, options))
        const cited = citedOnly(await treeOf(report))
        const alone = listedEntries(await treeOf(cited, files, { ...options, from: 'json' }))
        assert.ok(whole.length > 0, kind)
        assert.deepEqual(alone, whole, kind)
      }
    })
  }

  test('and finds no name of a file in it', async () => {
    const fields = ['csl: x', 'citation-style: x', 'bibliography: [x]', 'citation-abbreviations: x']
    const names = ['csl', 'citation-style', 'bibliography', 'citation-abbreviations']
    const report = `---\n${fields.join('\n')}\nlang: en\n---\n\n[@a]\n`
    const { meta } = readTree(citedOnly(await treeOf(report))) ?? assert.fail('no tree')
    assert.deepEqual(Object.keys(meta).sort(), ['lang', 'policy-report'])
    assert.deepEqual(
      names.filter((name) => name in meta),
      [],
    )
  })
})

suite('The files that a report may name', () => {
  const outside = realFolder()
  const folder = path.join(outside, 'worked')
  mkdirSync(folder)
  writeIn(folder, 'sub/refs.json', '[]')
  writeIn(folder, 'my refs.json', '[]')
  writeIn(folder, 'own.csl', '<style/>')
  writeIn(outside, 'secret.json', '[]')
  writeIn(outside, 'worked2/refs.json', '[]')
  symlinkSync(path.join(outside, 'secret.json'), path.join(folder, 'link.json'))
  symlinkSync(outside, path.join(folder, 'up'))
  symlinkSync('sub/refs.json', path.join(folder, 'inner.json'))
  const place = {
    report: pathToFileURL(path.join(folder, 'sub/report.md')).href,
    folders: [pathToFileURL(folder).href],
  }

  /** What becomes of each bibliography that `fields` name. */
  async function outcome(fields: string): Promise<readonly string[]> {
    const { bibliography } = namedFiles(await treeOf(`---\n${fields}\n---\n\nText.\n`))
    const read = bibliography.map(async (name) => readNamedFile(thisMachine, place, name))
    return (await Promise.all(read)).map((file) => ('why' in file ? file.why : file.name))
  }

  const cases: Readonly<Record<string, readonly string[]>> = {
    'bibliography: refs.json': ['refs.json'],
    'bibliography: [refs.json, ../my refs.json]': ['refs.json', 'my refs.json'],
    'bibliography:\n- ../inner.json\n- none.json': ['inner.json', 'unread'],
    [`bibliography: ${folder}/sub/refs.json`]: ['refs.json'],
    'bibliography: |\n  refs.json': ['refs.json'],
    'x: &a refs.json\nbibliography: *a': ['refs.json'],
    'bibliography: http://127.0.0.1:9/refs.json': ['address'],
    'bibliography: "HTTPS://x.example/a.bib"': ['address'],
    'bibliography: file:///etc/passwd': ['address'],
    'bibliography: "file:refs.json"': ['address'],
    'bibliography: "data:text/plain,x"': ['address'],
    'bibliography: "C:/secret.json"': ['address'],
    'bibliography: //host/share/refs.json': ['outside'],
    "bibliography: '\\\\\\\\host\\\\share\\\\refs.json'": ['outside'],
    'bibliography: /etc/passwd': ['outside'],
    'bibliography: ../../secret.json': ['outside'],
    'bibliography: ../../worked2/refs.json': ['outside'],
    'bibliography: ../link.json': ['outside'],
    'bibliography: ../up/secret.json': ['outside'],
    'bibliography: ../up/worked/sub/refs.json': ['refs.json'],
    'bibliography: "refs.json\\0.csl"': ['outside'],
    'bibliography: refs.json/': ['refs.json'],
    'bibliography: x/../refs.json/.': ['refs.json'],
    'bibliography: ..': ['outside'],
    'bibliography: .': ['unread'],
    'bibliography: {a: refs.json}': [],
    'bibliography: true': [],
    'bibliography: refs.json\n...\n\n---\nbibliography: ../../secret.json': ['outside'],
  }
  for (const [fields, expected] of Object.entries(cases)) {
    test(fields.replaceAll(folder, ''), async () => {
      assert.deepEqual(await outcome(fields), expected)
    })
  }

  test('are only those of its own folder where it lies in none that is worked in', async () => {
    const alone = { ...place, folders: [] }
    const read = async (name: string): Promise<unknown> => {
      const file = await readNamedFile(thisMachine, alone, name)
      return 'why' in file ? file.why : file.name
    }
    assert.equal(await read('refs.json'), 'refs.json')
    assert.equal(await read('../own.csl'), 'outside')
  })

  /** What becomes of a style with this text, or of the one that `csl:` names. */
  async function styleOutcome(fields: string): Promise<string | undefined> {
    const { style } = namedFiles(await treeOf(`---\n${fields}\n---\n\nText.\n`))
    const file = style === undefined ? undefined : await readStyleFile(thisMachine, place, style)
    return file === undefined ? undefined : 'why' in file ? file.why : file.name
  }

  test('are one style, by its name with the ending or without', async () => {
    assert.equal(await styleOutcome('csl: ../own.csl'), 'own.csl')
    assert.equal(await styleOutcome('csl: ../own'), 'own.csl')
    assert.equal(await styleOutcome('citation-style: ../own.csl'), 'own.csl')
    assert.equal(await styleOutcome('csl: apa'), 'unread')
    assert.equal(await styleOutcome('csl: [../own.csl, ../own.csl]'), 'unread')
    assert.equal(await styleOutcome('csl: https://www.zotero.org/styles/apa'), 'address')
    assert.equal(await styleOutcome('csl: ""'), 'unread')
    assert.equal(await styleOutcome('title: x'), undefined)
  })

  test('are no style that leads to an address, however it says so', async () => {
    const link = '<link href="http://x.example/s" rel="independent-parent"/>'
    const styles: Readonly<Record<string, string>> = {
      [link]: 'dependent',
      [link.replace('-', '&#45;')]: 'dependent',
      [link.replace('-', '&#x2D;').replace('p', '&#112;')]: 'dependent',
      [`<!DOCTYPE style [<!ENTITY a "independent-parent">]>${link}`]: 'notAStyle',
      '<!doctype x>': 'notAStyle',
      '<link rel="self" href="http://x.example/s"/>': 's.csl',
    }
    for (const [text, expected] of Object.entries(styles)) {
      writeIn(folder, 'sub/s.csl', `<style>${text}</style>`)
      assert.equal(await styleOutcome('csl: s.csl'), expected, text)
    }
  })
})
