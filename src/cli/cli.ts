#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { isCalendarDay } from '../core/corpus/calendarDate.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import { findingsWriter, tellProblems } from './check.ts'
import { complain, endWhereUnwritten, say, tell } from './console.ts'
import { changesWriter, tellChanges } from './diff.ts'
import { exportText } from './export.ts'
import { Failure, Misuse } from './failure.ts'
import { findLines, findOptions, findUsage, findWords, usualLimit } from './find.ts'
import { importDocument } from './import.ts'
import { checksWriter, languagesWriter, tellChecks, tellLanguages } from './library.ts'
import { renderNamed } from './render.ts'
import { begin } from './session.ts'

const usage = `Usage: node cli.js check [options] REPORT…
       node cli.js export --format csl-json|csl-yaml|bibtex|biblatex|ris|stratml [options] INSTRUMENT|REPORT
       node cli.js import [options] DOCUMENT
       node cli.js find [--sentence] [--limit N] [options] [WORDS…]
       node cli.js filter
       node cli.js render [--to markdown] [--csl STYLE] [options] REPORT
       node cli.js diff [--format text|markdown|json] OLD NEW
       node cli.js library --stale [--as-of DATE] [options]
       node cli.js library --languages [--format text|markdown|json] [options]

check looks at reports, or all reports in folders, as Policy Citation does in the editor;
export writes an instrument, or what a report cites, for Pandoc, Quarto, Zettlr and StratML tools;
import makes a corpus file from a document: PDF, HTML, Markdown, StratML, Akoma Ntoso, USLM, Formex;
find writes what the editor would offer for @WORDS, best first: key, title and place. Without words,
each line of the standard input is a search of its own, answered by one line of JSON.
filter writes the Lua filter by which Pandoc prints the place of each provision where the style of
the references wants it: pandoc report.md --lua-filter policy-citation.lua --citeproc
render writes a report as that filter would make it, for tools that run no filters: in Markdown, with
each place where the style that the report names under csl: wants it.
diff says what became of each provision from one file to the other, corpus files or official
documents: inserted, deleted, moved, changed word by word.
library --stale lists when the facts of each instrument were checked, the longest ago first;
library --languages how many headings, titles and summaries each has in which language.

  --format text|json|sarif   how check writes the problems, and find what it finds (text)
  --language en|zh-Hans|zh-Hant   the language of messages and titles (as set, or en)
  --corpus FILE|FOLDER       corpus files of your own; those that the editor finds unless given
  --report-ignored           what comments in the reports have ignored is written, too, with their reasons
  --official ID=FILE         the official document of an instrument: quotations are verified
  --official ID@DATE=FILE    the same, of the text of that day: each report means the newest that is
                             not after its own day; without a day it is that of the corpus
  --as-of DATE               the day to go by (today), but for reports with policy-as-of:
  --id ID                    the id of the imported instrument; made of its title unless given
  --output FILE              the corpus file or report to write; standard output unless given
  --to markdown              what render writes
  --csl STYLE                the style to render for, in place of that of the report
  --sentence                 what find is given is the text before the cursor, with nothing typed
  --stale, --languages       what library lists
  --limit N                  the most that find writes for one search (10)
  --help, --version

The settings of the editor hold, as .vscode/settings.json of this folder has them.

Exit code of check:
  0   no warnings and no errors
  1   warnings or errors
  1   a file of those that are named could not be read; the others were judged, and it is named
  2   it could not run, no report could be read, or what was found could not be written
Of the others: 1 where nothing is found for the words given, facts want to be checked again, or two
files differ, 2 where they could not run or write. 1 where whoever reads the output stops before its end.
`

/** The folder of the extension's built files; this file lies in it. */
const folder = import.meta.dirname

async function main(): Promise<number> {
  if (namedCommand() === 'find') return find()
  const { values, positionals } = parsed(options)
  if (values.help) return tellUsage()
  if (values.version) return tellVersion()
  const [command, ...names] = positionals
  if (command === 'check') return check(names, values)
  if (command === 'export') return exportItems(names, values)
  if (command === 'import') return importOne(names, values)
  if (command === 'filter') return tellFilter(names)
  if (command === 'render') return renderOne(names, values)
  if (command === 'diff') return tellDiff(names, values)
  if (command === 'library') return tellLibrary(names, values)
  throw new Failure(`There is no command “${command ?? ''}”. See --help.`)
}

const sharedOptions = {
  format: { type: 'string' },
  language: { type: 'string' },
  corpus: { type: 'string', multiple: true, default: [] },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig

const options = {
  ...sharedOptions,
  official: { type: 'string', multiple: true, default: [] },
  'as-of': { type: 'string' },
  'report-ignored': { type: 'boolean', default: false },
  id: { type: 'string' },
  output: { type: 'string' },
  to: { type: 'string', default: 'markdown' },
  csl: { type: 'string' },
  stale: { type: 'boolean', default: false },
  languages: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig

const optionsOfFind = {
  ...sharedOptions,
  'as-of': { type: 'string' },
  sentence: { type: 'boolean', default: false },
  limit: { type: 'string', default: usualLimit },
} satisfies ParseArgsOptionsConfig

/** What is written first that is no option, nor the value of one. */
function namedCommand(): string | undefined {
  const all = { ...options, ...optionsOfFind }
  return parseArgs({ allowPositionals: true, strict: false, options: all }).positionals[0]
}

function parsed<Table extends ParseArgsOptionsConfig>(table: Table) {
  try {
    return parseArgs({ allowPositionals: true, options: table })
  } catch (error) {
    // What Node advises behind the first sentence is of no use here.
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new Misuse(`${why}. See --help.`)
  }
}

type Values = ReturnType<typeof parsed<typeof options>>['values']

/** Writes what the editor would offer for words, or for each line of the standard input. */
async function find(): Promise<number> {
  const { values, positionals } = parsed(optionsOfFind)
  if (values.help) return tellUsage()
  if (values.version) return tellVersion()
  const words = positionals.slice(1)
  const asked = findOptions(values, dayNamed(values['as-of']))
  const session = await begin(folder, values)
  return words.length > 0 ? findWords(session, words.join(' '), asked) : findLines(session, asked)
}

/** Writes all provisions of an instrument, or what a report cites. */
async function exportItems([name, ...others]: readonly string[], values: Values): Promise<number> {
  if (name === undefined || others.length > 0) {
    throw new Failure('Name one instrument or one report to export. See --help.')
  }
  const { host, corpus } = await begin(folder, values)
  tell(await exportText(host.files, name, values.format ?? 'csl-json', corpus))
  return 0
}

/** Makes a corpus file from a document, and says what could not be understood. */
async function importOne([file, ...others]: readonly string[], values: Values): Promise<number> {
  if (file === undefined || others.length > 0) {
    throw new Failure('Name one document to import. See --help.')
  }
  const { id, output } = values
  const { corpus } = await begin(folder, values)
  const { text, unread } = await importDocument({ file, id, output, folder }, corpus)
  for (const { where, what } of unread) complain(`${file}, ${where}: not understood: ${what}`)
  say(text)
  return 0
}

/** Writes a report as the Lua filter would make it, and says what it could not. */
async function renderOne([name, ...others]: readonly string[], values: Values): Promise<number> {
  const { to, csl, output } = values
  if (name === undefined || others.length > 0) {
    throw new Failure('Name one report to render. See --help.')
  }
  if (to !== 'markdown') throw new Failure(`“${to}” is nothing that render writes: markdown.`)
  const { host, corpus } = await begin(folder, values)
  const { text, notes } = await renderNamed(host, { name, csl, output }, corpus)
  for (const note of notes) complain(note)
  say(text)
  return 0
}

/** Writes what became of each provision from one file to the other. */
async function tellDiff(
  [before, after, ...others]: readonly string[],
  values: Values,
): Promise<number> {
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Failure('Name two files to compare, the older first. See --help.')
  }
  return tellChanges([before, after], folder, changesWriter(values.format ?? 'text'))
}

/** Writes what the library has, and corpus files that are named. */
async function tellLibrary(names: readonly string[], values: Values): Promise<number> {
  if (names.length > 0) throw new Failure('library is given nothing. See --help.')
  if (values.stale === values.languages) {
    throw new Failure('Say what to list of the library: --stale or --languages. See --help.')
  }
  const tell = values.stale ? tellsChecks(values) : tellsLanguages(values)
  const { host, library, corpus } = await begin(folder, values)
  return tell(values.corpus.length > 0 ? corpus : library, host.today)
}

type TellCorpus = (corpus: Corpus, today: string) => number

function tellsChecks(values: Values): TellCorpus {
  const named = dayNamed(values['as-of'])
  const write = checksWriter(values.format ?? 'text')
  return (corpus, today) => tellChecks(corpus, named ?? today, write)
}

function tellsLanguages({ format = 'text' }: Values): TellCorpus {
  const write = languagesWriter(format)
  return (corpus) => tellLanguages(corpus, write)
}

async function check(names: readonly string[], values: Values): Promise<number> {
  if (names.length === 0) throw new Failure('Name a report to check. See --help.')
  const write = findingsWriter(values.format ?? 'text', version())
  const session = await begin(folder, values)
  const day = dayNamed(values['as-of'])
  const withIgnored = values['report-ignored']
  return tellProblems(session, { names, officials: values.official, day, withIgnored, write })
}

/** A day of the calendar. */
function dayNamed(text: string | undefined): string | undefined {
  if (text === undefined || isCalendarDay(text)) return text
  throw new Misuse(`“${text}” is no day: write it as 2026-07-27.`)
}

function tellUsage(): number {
  tell(usage)
  return 0
}

/** Writes the Lua filter for Pandoc. */
function tellFilter(names: readonly string[]): number {
  if (names.length > 0) throw new Failure('filter is given nothing. See --help.')
  say(readFileSync(beside('media/pandoc/policy-citation.lua'), 'utf8'))
  return 0
}

function tellVersion(): number {
  tell(`${version()}\n`)
  return 0
}

function version(): string {
  const { version: number } = JSON.parse(readFileSync(beside('package.json'), 'utf8')) as {
    readonly version: string
  }
  return number
}

/** A file of the extension. */
function beside(name: string): string {
  return path.join(folder, '..', name)
}

endWhereUnwritten()
process.on('SIGINT', () => {
  process.exit(130)
})

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    complain(error instanceof Failure ? error.message : String(error))
    if (error instanceof Misuse && namedCommand() === 'find') complain(findUsage)
    process.exitCode = 2
  },
)
