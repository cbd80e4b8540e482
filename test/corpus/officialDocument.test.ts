import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parseCorpusFile } from '../../src/core/corpusFile/parseCorpusFile.ts'
import type { Pages, Provision } from '../../src/core/corpus/provision.ts'
import { publishedPlan } from '../support/officialSource.ts'
import {
  printedPillars,
  readPlanPdf,
  type Passage,
  type PrintedSection,
} from '../support/planPdf.ts'
import { printedAgencies, printedLeaders } from '../support/printedAgencies.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { longestSharedRun, runsOf, wordsOf } from '../support/wordRuns.ts'

/** Names, besides those of agencies, that our texts may give as the plan prints them. */
const properNames = [
  'Comprehensive Environmental Response, Compensation, and Liability Act',
  'Confidential Information Protection and Statistical Efficiency Act',
  'National AI R&D Strategic Plan',
  'Workforce Innovation and Opportunity Act',
]

const { skip } = publishedPlan

const { instrument: plan, provisions } = readPlan()
const agencies = readAgencies()

const divisions = provisions.filter((provision) => provision.level === 'division')
const measures = provisions.filter((provision) => provision.level === 'measure')
const pillars = divisions.filter(({ kind }) => kind === 'pillar')
const sections = divisions.filter(({ kind }) => kind === 'section')

const pdf =
  skip === false ? await readPlanPdf() : { bytes: new Uint8Array(), pageCount: 0, lines: [] }
const printed = printedPillars(pdf)
const printedSections = printed.flatMap((pillar) => pillar.sections)

/** Each action with the bullet at its place in the PDF, and the heading above that bullet. */
const actions = printedSections
  .flatMap(({ heading, bullets }) => bullets.map((bullet) => ({ heading, bullet })))
  .flatMap((place, index) => {
    const measure = measures[index]
    return measure === undefined ? [] : { ...place, measure }
  })

test('the checksum is that of the official document', { skip }, () => {
  assert.equal(createHash('sha256').update(pdf.bytes).digest('hex'), plan.sha256)
})

test('the front matter tells which page of the PDF bears which number', { skip }, () => {
  const numbered = pdf.lines.filter(({ kind, text }) => kind === 'running' && /^\d+$/.test(text))
  assert.deepEqual(
    numbered.map(({ text }) => Number(text)),
    numbered.map(({ page }) => printedNumber(page)),
  )
  assert.equal(numbered[0]?.page, plan.firstPage)
  assert.equal(numbered.length, pdf.pageCount - (plan.firstPage ?? 0) + 1)
})

test('the last action ends on the last page of the body, page 23', { skip }, () => {
  assert.equal(plan.lastPage, 23)
  assert.equal(printedPages(actions.map(({ bullet }) => bullet)).last, 23)
})

test('pillars and sections bear the printed headings, in order', { skip }, () => {
  assert.deepEqual(
    printed.map(({ heading }) => plainQuotes(heading.text)),
    pillars.map(({ key, titles }) => `Pillar ${pathOf(key)}: ${titles.en}`),
  )
  assert.deepEqual(
    printedSections.map(({ heading }) => plainQuotes(heading.text)),
    sections.map(({ titles }) => titles.en),
  )
  assert.deepEqual(
    printed.map((pillar) => pillar.sections.length),
    pillars.map(({ children }) => children.length),
  )
})

test('each section has as many actions as bullets, 103 in all', { skip }, () => {
  assert.deepEqual(
    printedSections.map(({ bullets }, index) => `${sections[index]?.key}: ${bullets.length}`),
    sections.map(({ key, children }) => `${key}: ${children.length}`),
  )
  assert.equal(actions.length, 103)
})

test('each pillar, section and action is on the printed pages that it names', { skip }, () => {
  const passages = [
    ...printed.map((pillar) => [pillar.heading, ...pillar.sections.flatMap(passagesOf)]),
    ...printedSections.map(passagesOf),
    ...actions.map(({ bullet }) => [bullet]),
  ]
  const astray = [...pillars, ...sections, ...measures].flatMap(({ key, pages }, index) => {
    const inPrint = pageRange(printedPages(passages[index] ?? []))
    return pageRange(pages) === inPrint ? [] : `${key}: ${pageRange(pages)}, printed on ${inPrint}`
  })
  assert.deepEqual(astray, [])
})

test('an action is led by just those that the plan says it is led by', { skip }, () => {
  const wrong = actions.flatMap(({ measure, bullet }) => {
    const [ours, inPrint] = [measure.lead, printedLeaders(bullet.text, agencies)].map((codes) =>
      codes.join('; '),
    )
    return ours === inPrint ? [] : `${measure.key}: ${ours}, printed ${inPrint}`
  })
  assert.deepEqual(wrong, [])
})

test('46 bullets say who leads; of the other actions 23 run through an agency', { skip }, () => {
  const led = actions.filter(({ bullet }) => /\bled by\b/i.test(bullet.text))
  const others = actions.filter((action) => !led.includes(action))
  const through = others.filter(({ measure }) => measure.through.length > 0)
  assert.deepEqual(
    led.filter(({ measure }) => measure.lead.length === 0),
    [],
  )
  assert.deepEqual([led.length, through.length, others.length - through.length], [46, 23, 34])
})

test('an action names no agency that neither its bullet nor its section does', { skip }, () => {
  const invented = actions.flatMap(({ measure, bullet, heading }) => {
    const named = printedAgencies(`${heading.text}: ${bullet.text}`, agencies)
    const ours = [...measure.lead, ...measure.through, ...measure.with]
    return ours.filter((code) => !named.includes(code)).map((code) => `${measure.key}: ${code}`)
  })
  assert.deepEqual(invented, [])
})

test('the names that our texts may give are those that the plan prints', { skip }, () => {
  const text = ` ${printedWords().join(' ')} `
  assert.deepEqual(
    properNames.filter((name) => !text.includes(` ${wordsOf(name).join(' ')} `)),
    [],
  )
})

test('no six words of the plan in a row stand in our texts, names apart', { skip }, () => {
  const printedRuns = new Set(runsOf(printedWords(), 6))
  const names = [...properNames, ...agencies.map((agency) => agency.names.en)].map(wordsOf)
  const borrowed = provisions.flatMap((provision) =>
    ownTexts(provision)
      .flatMap((text) => runsOf(wordsOf(text), 6))
      .filter((run) => printedRuns.has(run) && !isMostlyAName(run.split(' '), names))
      .map((run) => `${provision.key}: ${run}`),
  )
  assert.deepEqual(borrowed, [])
})

function readPlan() {
  const read = readCorpusFile('us-aiap-2025.md')
  if (read.kind !== 'instrument') throw new Error('the plan is not an instrument')
  return read.file
}

function readAgencies() {
  const read = readCorpusFile('agencies.md')
  if (read.kind !== 'register') throw new Error('the agencies are not a register')
  return read.agencies
}

function readCorpusFile(name: string) {
  return parseCorpusFile(readFileSync(path.join(projectRoot, 'corpus', name), 'utf8'), name)
}

function passagesOf({ heading, bullets }: PrintedSection): readonly Passage[] {
  return [heading, ...bullets]
}

/** The number that a page of the PDF bears, by our front matter. */
function printedNumber(page: number): number {
  return page - (plan.firstPage ?? Number.NaN) + 1
}

function printedPages(passages: readonly Passage[]): Pages {
  return {
    first: printedNumber(Math.min(...passages.map(({ first }) => first))),
    last: printedNumber(Math.max(...passages.map(({ last }) => last))),
  }
}

function pageRange(pages: Pages | undefined): string {
  return pages === undefined ? 'nowhere' : `${pages.first}-${pages.last}`
}

function pathOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

function plainQuotes(text: string): string {
  return text.replaceAll('’', "'")
}

/** All words of the PDF but those at the edge of each page; the notes follow the rest. */
function printedWords(): readonly string[] {
  const body = pdf.lines.filter(({ kind }) => kind !== 'running' && kind !== 'note')
  const notes = pdf.lines.filter(({ kind }) => kind === 'note')
  return wordsOf([...body, ...notes].map(({ text }) => text).join(' '))
}

/** What we wrote: not the titles of the instrument and its divisions, which are the issuer's. */
function ownTexts({ level, titles, summary, aliases }: Provision): readonly string[] {
  return [...(level === 'measure' ? [titles.en] : []), summary?.en ?? '', ...aliases]
}

/** Whether more than half of `run` is one of `names` or a piece of it. */
function isMostlyAName(run: readonly string[], names: readonly (readonly string[])[]): boolean {
  return names.some((name) => longestSharedRun(run, name) * 2 > run.length)
}
