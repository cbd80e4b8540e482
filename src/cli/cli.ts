#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Corpus } from '../core/corpus/corpus.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import {
  writeJson,
  writeSarif,
  writeText,
  type Finding,
  type Findings,
} from '../core/export/findings.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import type { Host } from '../workspace/host.ts'
import { misreadIn, settingsIn, type Settings } from '../workspace/settings.ts'
import { checkReports, type CheckedReports } from './check.ts'
import { exportText } from './export.ts'
import { Failure } from './failure.ts'
import { importDocument } from './import.ts'
import { readFolderSettings, type FolderSettings } from './folderSettings.ts'
import { commandLineHost } from './host.ts'
import { loadCorpus } from './loadCorpus.ts'
import { findNamedReports, type NamedReport } from './reports.ts'
import { readOfficialTexts } from './officialTexts.ts'

const usage = `Usage: node cli.js check [options] REPORT…
       node cli.js export --format csl-json|csl-yaml|bibtex|biblatex|ris|stratml [options] INSTRUMENT|REPORT
       node cli.js import [options] DOCUMENT

check looks at reports, or all reports in folders, as Policy Citation does in the editor;
export writes an instrument, or what a report cites, for Pandoc, Quarto, Zettlr and StratML tools;
import makes a corpus file from a document: PDF, HTML, Markdown, StratML, Akoma Ntoso, USLM, Formex.

  --format text|json|sarif   how check writes the problems (text)
  --language en|zh-Hans|zh-Hant   the language of messages (as set, or en)
  --corpus FILE|FOLDER       corpus files of your own; those that the editor finds unless given
  --official ID=FILE         the official document of an instrument: quotations are verified
  --id ID                    the id of the imported instrument; made of its title unless given
  --output FILE              the corpus file to write; standard output unless given
  --help, --version

The settings of the editor hold, as .vscode/settings.json of this folder has them.

Exit code: 0 without problems, 1 with warnings or errors or a report that could not be read, 2 where
it could not run or no report could be read.
`

/** The folder of the extension's built files; this file lies in it. */
const folder = import.meta.dirname

async function main(): Promise<number> {
  const { values, positionals } = parsed()
  if (values.help) return say(usage)
  if (values.version) return say(`${version()}\n`)
  const [command, ...names] = positionals
  if (command === 'check') return check(names, values)
  if (command === 'export') return exportItems(names, values)
  if (command === 'import') return importOne(names, values)
  throw new Failure(`There is no command “${command ?? ''}”. See --help.`)
}

type Values = ReturnType<typeof parsed>['values']

/** Writes all provisions of an instrument, or what a report cites. */
async function exportItems([name, ...others]: readonly string[], values: Values): Promise<number> {
  if (name === undefined || others.length > 0) {
    throw new Failure('Name one instrument or one report to export. See --help.')
  }
  const { host, corpus } = await begin(values)
  return say(await exportText(host.files, name, values.format ?? 'csl-json', corpus))
}

/** Makes a corpus file from a document, and says what could not be understood. */
async function importOne([file, ...others]: readonly string[], values: Values): Promise<number> {
  if (file === undefined || others.length > 0) {
    throw new Failure('Name one document to import. See --help.')
  }
  const { id, output } = values
  const { corpus } = await begin(values)
  const { text, unread } = await importDocument({ file, id, output, folder }, corpus)
  for (const { where, what } of unread) complain(`${file}, ${where}: not understood: ${what}`)
  return say(text)
}

/** What every command works with. */
interface Session {
  readonly host: Host
  readonly settings: Settings
  readonly language: Language
  readonly corpus: Corpus
}

/** Reads settings and corpora, and says what is wrong with them. */
async function begin(values: Values): Promise<Session> {
  const written = readFolderSettings(process.cwd())
  const host = commandLineHost(process.cwd(), written)
  const settings = settingsIn(written, host.displayLanguage)
  const language =
    values.language === undefined ? settings.language : languageNamed(values.language)
  complainOfSettings(written)
  const corpus = await loadCorpus(host, folder, values.corpus)
  complainOfCorpus(corpus, wordsIn(language))
  return { host, settings, language, corpus }
}

function complainOfSettings(written: FolderSettings): void {
  if (written.trouble !== undefined) complain(written.trouble)
  for (const { name, fallback } of misreadIn(written)) {
    complain(`${name} has a value of the wrong type; ${fallback} is used.`)
  }
}

function complainOfCorpus({ troubles }: Corpus, t: Words): void {
  for (const { place, severity, message } of troubles) {
    const where = `${place.file}:${String(place.line)}:${String(place.column)}`
    complain(`${where}: ${severity}: ${inWords(message, t)}`)
  }
}

async function check(names: readonly string[], values: Values): Promise<number> {
  if (names.length === 0) throw new Failure('Name a report to check. See --help.')
  const write = writerOf(values.format ?? 'text')
  const { host, corpus, language, settings } = await begin(values)
  const { severityOf } = settings
  const officialOf = await readOfficialTexts(values.official, corpus, folder)
  const { reports, unread } = await findNamedReports(host, names)
  const checking = { corpus, officialOf, language, severityOf }
  const { found, refused } = await checkReports(host.files, reports, checking, progressOf(reports))
  complainOfReports(refused, wordsIn(language))
  for (const name of unread) complain(`${name} could not be looked into: may it be read?`)
  return tell(found, refused.length + unread.length, write)
}

/** Says on a terminal which report is being looked at. */
function progressOf(reports: readonly NamedReport[]): (name: string, place: number) => void {
  return (name, place) => {
    const which = `${String(place + 1)} of ${String(reports.length)}`
    if (process.stderr.isTTY) complain(`${which}: ${name}`)
  }
}

function complainOfReports(refused: CheckedReports['refused'], t: Words): void {
  for (const [why, advice] of refused) complain(`${inWords(why, t)} ${inWords(advice, t)}`)
}

/** Writes what was found, unless nothing could be judged, and gives the exit code. */
function tell(found: Findings, failed: number, write: (findings: Findings) => string): number {
  if (failed > 0 && found.reports === 0) return 2
  say(write(found))
  return failed > 0 || found.findings.some(isWrong) ? 1 : 0
}

function isWrong({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning'
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        language: { type: 'string' },
        corpus: { type: 'string', multiple: true, default: [] },
        official: { type: 'string', multiple: true, default: [] },
        id: { type: 'string' },
        output: { type: 'string' },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error))
  }
}

function writerOf(format: string): (findings: Findings) => string {
  if (format === 'text') return writeText
  if (format === 'json') return writeJson
  if (format === 'sarif') return (findings) => writeSarif(findings, version())
  throw new Failure(`There is no format “${format}”: text, json or sarif.`)
}

function languageNamed(tag: string): Language {
  const language = languageOfTag(tag)
  if (language.toLowerCase() === tag.toLowerCase()) return language
  throw new Failure(`There is no language “${tag}”: en, zh-Hans or zh-Hant.`)
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

function say(text: string): 0 {
  process.stdout.write(text)
  return 0
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

// Whoever reads our output may stop before its end, as `head` does.
process.stdout.on('error', () => {
  process.exit(0)
})
process.on('SIGINT', () => {
  process.exit(130)
})

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    complain(error instanceof Failure ? error.message : String(error))
    process.exitCode = 2
  },
)
