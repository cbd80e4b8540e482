// Writes docs/documents.md from what was measured of imports: node scripts/documents.mjs
// With --print, it is measured anew first, where published documents lie beside the project, by the
// built command line (npm run build); with --print-own, only documents of our own.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const measuring = await import('../test/support/documents/measuredImports.ts')
const { documentsPage } = await import('../test/support/documents/documentsPage.ts')
const { ownDocuments } = await import('../test/support/documents/ownDocuments.ts')
const { proofDocuments } = await import('../test/support/documents/proofDocuments.ts')

const isOnlyOwn = process.argv.includes('--print-own')
if (isOnlyOwn || process.argv.includes('--print')) {
  const measured = isOnlyOwn ? measuring.importsMeasuredLast().filter(isPublished) : []
  for (const document of isOnlyOwn ? ownDocuments : [...proofDocuments, ...ownDocuments]) {
    if (document.skip) throw new Error(document.skip)
    const judged = await measuring.judgedImport(document)
    measured.push({ ...measuring.countsOf(document, judged), ...(await effort(document.file)) })
    for (const line of judged.missing) console.log(`${document.title}: not found: ${line}`)
    for (const line of judged.miskeyed) console.log(`${document.title}: other key: ${line}`)
  }
  const file = path.join(root, 'test/support/documents/measured.json')
  writeFileSync(file, `${JSON.stringify(measured, undefined, 2)}\n`)
}
const page = path.join(root, 'docs/documents.md')
writeFileSync(page, documentsPage(measuring.importsMeasuredLast()))

function isPublished({ title }) {
  return !ownDocuments.some((own) => own.title === title)
}

/** Milliseconds and megabytes of an import by the command line; memory where the system tells it. */
async function effort(file) {
  const started = performance.now()
  const command = ['dist/cli.js', 'import', '--id', 'xx-test', file]
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'ignore' })
  let memory = 0
  const looking = setInterval(() => {
    memory = Math.max(memory, residentOf(child.pid))
  }, 10)
  await new Promise((resolve) => child.on('close', resolve))
  clearInterval(looking)
  const time = Math.round(performance.now() - started)
  return { time, ...(memory > 0 && { memory: Math.round(memory / 1024) }) }
}

/** What process `id` and those that it started have resident, in KB; 0 where the system does not tell it. */
function residentOf(id) {
  try {
    const status = readFileSync(`/proc/${String(id)}/status`, 'utf8')
    const own = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0)
    const children = readdirSync(`/proc/${String(id)}/task`).flatMap((task) =>
      readFileSync(`/proc/${String(id)}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter(Boolean),
    )
    return children.reduce((sum, child) => sum + residentOf(Number(child)), own)
  } catch {
    return 0
  }
}
