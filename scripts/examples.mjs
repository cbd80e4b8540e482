// Writes into the pages for analysts what the commands of their examples print now: node scripts/examples.mjs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const { analystPages } = await import('../test/support/pages/analystPages.ts')
const { ExampleFolder } = await import('../test/support/pages/exampleFolder.ts')
const { renewedPage, runPage } = await import('../test/support/pages/pageRuns.ts')

const folder = await ExampleFolder.make()
for (const page of analystPages) {
  const renewed = renewedPage(page.text, runPage(page.text, folder.for(page.path)))
  if (renewed === page.text) continue
  writeFileSync(path.join(root, page.path), renewed)
  console.log(page.path)
}
