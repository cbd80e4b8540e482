// Writes docs/references.md from the table of references: node scripts/references.mjs
// With --print, what Pandoc prints now goes into the table first, where the styles lie beside the project.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const folder = path.join(root, 'test/pandoc/references')

if (process.argv.includes('--print')) await print()

const { referencesPage } = await import('../test/pandoc/references/page.ts')
writeFileSync(path.join(root, 'docs/references.md'), referencesPage())

async function print() {
  const { things } = await import('../test/pandoc/references/things.ts')
  const { tableStyles } = await import('../test/pandoc/references/tableStyles.ts')
  const { printedThing } = await import('../test/pandoc/references/printedThing.ts')
  const { publishedStyle } = await import('../test/support/officialSource.ts')
  const table = {}
  for (const style of tableStyles) {
    const csl = style.file && readFileSync(publishedStyle(style.file).file, 'utf8')
    const printed = (table[style.name] = {})
    for (const thing of things) printed[thing.name] = await printedThing(thing, style, csl)
  }
  writeFileSync(path.join(folder, 'printed.json'), `${JSON.stringify(table, undefined, 2)}\n`)
}
