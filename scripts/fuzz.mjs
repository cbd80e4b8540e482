// npm run fuzz -- --seeds 1000 --from 1: generated reports, beside Pandoc. Prints how often each kind of
// difference occurs, and the smallest report for each difference of no known kind, of which a tidy
// report has none. npm run fuzz -- report.md …: these files instead.
// npm run fuzz -- --documents …: see fuzzDocuments.mjs.
import './nodeFloor.mjs'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fuzzedDocuments } from './fuzzDocuments.mjs'
import { Failure, main } from './steps.mjs'

const { differencesIn, ourCitations, shows } = await import('../test/pandoc/comparedReports.ts')
const { generatedReport } = await import('../test/pandoc/generatedReports.ts')
const { reduced } = await import('../test/pandoc/reduced.ts')

const unknown = 'of no known kind'

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      untidy: { type: 'boolean', default: false },
      reduce: { type: 'string', default: '20' },
      documents: { type: 'boolean', default: false },
      kinds: { type: 'string' },
      write: { type: 'string' },
    },
  })
  if (values.documents) {
    await fuzzedDocuments(values)
    return
  }
  const reports = positionals.length > 0 ? filesOf(positionals) : generated(values)
  const counts = await compare(reports, Number(values.reduce))
  print(counts)
  if (counts.kinds.has(unknown) && !values.untidy) throw new Failure('New kinds of difference.')
})

function* generated({ seeds, from, untidy }) {
  const first = Number(from)
  for (let seed = first; seed < first + Number(seeds); seed += 1) {
    yield { name: `seed ${seed}`, report: generatedReport(seed, !untidy) }
  }
}

function* filesOf(files) {
  for (const file of files) yield { name: file, report: readFileSync(file, 'utf8') }
}

async function compare(reports, reductions) {
  const counts = { reports: 0, citations: 0, refused: 0, kinds: new Map() }
  let left = reductions
  for (const { name, report } of reports) {
    counts.reports += 1
    counts.citations += ourCitations(report).length
    for (const difference of await differencesOrNone(name, report, counts)) {
      count(counts.kinds, difference)
      if (difference.kind !== undefined) continue
      left -= 1
      console.log(`${name}: ${difference.side} ${difference.citation}`)
      if (left >= 0) console.log(`  ${JSON.stringify(await smallest(report, difference))}`)
    }
  }
  return counts
}

async function differencesOrNone(name, report, counts) {
  try {
    return await differencesIn(report)
  } catch (error) {
    counts.refused += 1
    console.log(`${name}: Pandoc refuses it: ${error.message}`)
    return []
  }
}

function count(kinds, { side, kind }) {
  const name = kind?.name ?? unknown
  const own = kinds.get(name) ?? { extra: 0, missed: 0, metadata: 0 }
  kinds.set(name, { ...own, [side]: own[side] + 1 })
}

function smallest(report, difference) {
  return reduced(report, async (part) => {
    try {
      return await shows(part, difference)
    } catch {
      return false
    }
  })
}

function print({ reports, citations, refused, kinds }) {
  console.log(`\n${reports} reports, ${refused} refused by Pandoc; we read ${citations} citations`)
  const all = (own) => own.extra + own.missed + own.metadata
  const rows = [...kinds].toSorted(([, a], [, b]) => all(b) - all(a))
  console.log('| read by us alone | by Pandoc alone | difference |\n| --- | --- | --- |')
  for (const [name, own] of rows) {
    console.log(`| ${own.extra} | ${own.missed + own.metadata} | ${name} |`)
  }
}
