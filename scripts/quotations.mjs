// Writes docs/quotations.md from what was measured of quotations: node scripts/quotations.mjs
// With --print, it is measured anew first, where the official texts lie beside the project.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const page = await import('../test/support/quotations/quotationsPage.ts')

if (process.argv.includes('--print')) {
  const measuring = await import('../test/support/quotations/measuredQuotations.ts')
  const published = await measuring.measuredPublished()
  const made = await measuring.measuredMade(page.mostByRule)
  const file = path.join(root, 'test/support/quotations/measured.json')
  writeFileSync(file, `${JSON.stringify(page.tablesOf(published, made), undefined, 2)}\n`)
}
const text = page.quotationsPage(page.tablesMeasuredLast())
writeFileSync(path.join(root, 'docs/quotations.md'), text)
