// The product as a window has it, through its own entry points: the library and own corpora in a folder, with
// 0 to 2,000 instruments. Prints a table for each shape: keys, hovers, starts, saving, memory, what is found.
// `node test/bench/shape.bench.ts [--shapes 13x650,200x10000] [--against FOLDER] …`;
// `--against` names another checkout, built and with its packages, which is measured beside this one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isSmallest, sized } from './benchSize.ts'
import { cellOf, figures, type Row } from './shape/figures.ts'
import { installed } from './shape/installed.ts'
import { makeShape } from './shape/makeShape.ts'
import { Stages } from './shape/stages.ts'

const usualShapes = '0x0,1x50,13x650,200x10000,200x100000,2000x20000'

const { values: options } = parseArgs({
  options: {
    /** How many own instruments, and how many measures in all of them. */
    shapes: { type: 'string', default: sized(usualShapes, '2x12') },
    /** Another checkout, which is measured in the same run. */
    against: { type: 'string' },
    /** How many queries of each kind there are. */
    queries: { type: 'string', default: sized('60', '1') },
    /** How long is typed, and judged again, in each shape. */
    seconds: { type: 'string', default: sized('60', '0.1') },
    /** So many fresh processes start cold, and as many warm; one where there are more than 50,000 measures. */
    starts: { type: 'string', default: sized('3', '1') },
    /** A folder for profiles of what each process did: those of starts first, that of the work last. */
    profile: { type: 'string' },
    /** Where all figures are written as JSON. */
    json: { type: 'string' },
    /** All of these at their least. */
    smallest: { type: 'boolean', default: isSmallest },
  },
})

const here = resolve(import.meta.dirname, '../..')
/** Those that are measured, by what the table calls them. */
const checkouts = new Map([['here', here]])
if (options.against !== undefined) checkouts.set('against', resolve(options.against))

/** Of so many measures a start takes long enough to be measured once. */
const many = 50_000

const folder = mkdtempSync(join(tmpdir(), 'shape-bench-'))
const installedHere = await installed(here, join(folder, 'installed'))

function measureShape(shape: string): Readonly<Record<string, Row>> {
  const [instruments = 0, measures = 0] = shape.split('x').map(Number)
  const own = { instruments, measures, folder: join(folder, shape) }
  const asked = { queries: Number(options.queries), seconds: Number(options.seconds) }
  makeShape({ ...own, ...asked, installed: installedHere })
  const both = [...checkouts].map(([name, root]) => {
    const storage = join(folder, `${shape}-${name}`)
    const from = { root, installed: root === here ? installedHere : root }
    const told = { ...own, ...asked, ...from, storage, rounds: sized(5, 1) }
    return { name, stages: new Stages(told, options.profile) }
  })
  // In turns, so that all see the same load of the machine.
  const starts = measures > many ? 1 : Number(options.starts)
  for (let round = 0; round < starts; round++) {
    for (const { stages } of both) stages.startCold()
    // Whoever works with it starts it warm, too.
    if (round > 0) for (const { stages } of both) stages.startWarm()
  }
  const rows = both.map(({ name, stages }) => [name, stages.row()] as const)
  rmSync(own.folder, { recursive: true })
  return Object.fromEntries(rows)
}

function printTable(shape: string, rows: Readonly<Record<string, Row>>): void {
  const [instruments = '', measures = ''] = shape
    .split('x')
    .map((count) => Number(count).toLocaleString('en'))
  console.log(`\n### ${instruments} own instruments with ${measures} measures\n`)
  const head = [...Object.keys(rows), ...(checkouts.size > 1 ? ['here / against'] : [])]
  printRow(['', ...head])
  printRow(['---', ...head.map(() => '---:')])
  for (const figure of figures) {
    const values = Object.values(rows).map((row) => figure.of(row))
    const [ours = 0, others] = values
    const ratio = others === undefined ? [] : [others === 0 ? '–' : (ours / others).toFixed(2)]
    printRow([figure.name, ...values.map((value) => cellOf(figure, value)), ...ratio])
  }
  const [ours, others] = Object.values(rows)
  if (others !== undefined) printRow(['the same ten', '', '', `${sameAnswers(ours, others)} %`])
}

/** How many of the queries that both were judged by gave the same ten in the same order, in percent. */
function sameAnswers(ours: Row | undefined, others: Row): string {
  const own = ours?.used.answers ?? []
  const both = others.used.answers.slice(0, own.length)
  const same = both.filter((answer, at) => answer === own[at])
  return ((same.length / both.length) * 100).toFixed(1)
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

try {
  const all: Record<string, Readonly<Record<string, Row>>> = {}
  for (const shape of options.shapes.split(',')) {
    const rows = measureShape(shape)
    all[shape] = rows
    printTable(shape, rows)
    if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(all))
  }
} finally {
  rmSync(folder, { recursive: true })
}
