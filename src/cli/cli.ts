#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Corpus } from '../core/corpus/corpus.ts'
import { usualSeverity } from '../core/features/problems/findProblems.ts'
import { inWords } from '../core/corpus/sentence.ts'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import { writeJson, writeSarif, writeText, type Findings } from '../core/export/findings.ts'
import { wordsIn } from '../wording/words.ts'
import { checkReports } from './check.ts'
import { exportText } from './export.ts'
import { Failure } from './failure.ts'
import { importDocument } from './import.ts'
import { findReports } from './files.ts'
import { loadCorpus } from './loadCorpus.ts'
import { readOfficialTexts } from './officialTexts.ts'

const usage = `Usage: node cli.js check [options] REPORT…
       node cli.js export --format csl-json|bibtex|stratml [options] INSTRUMENT|REPORT
       node cli.js import [options] DOCUMENT

check looks at reports, or all reports in folders, as Policy Citation does in the editor;
export writes an instrument, or what a report cites, for Pandoc, Quarto, Zettlr and StratML tools;
import makes a corpus file from a document: PDF, HTML, Markdown, StratML, Akoma Ntoso, USLM, Formex.

  --format text|json|sarif   how check writes the problems (text)
  --language en|zh-Hans|zh-Hant   the language of messages (en)
  --corpus FILE|FOLDER       corpus files of your own; .policy/ unless given
  --official ID=FILE         the official document of an instrument: quotations are verified
  --id ID                    the id of the imported instrument; made of its title unless given
  --output FILE              the corpus file to write; standard output unless given
  --help, --version

Exit code: 0 without problems, 1 with warnings or errors, 2 where it could not run.
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
function exportItems([name, ...others]: readonly string[], values: Values): number {
  if (name === undefined || others.length > 0) {
    throw new Failure('Name one instrument or one report to export. See --help.')
  }
  return say(exportText(name, values.format ?? 'csl-json', corpusOf(values)))
}

/** Makes a corpus file from a document, and says what could not be understood. */
async function importOne([file, ...others]: readonly string[], values: Values): Promise<number> {
  if (file === undefined || others.length > 0) {
    throw new Failure('Name one document to import. See --help.')
  }
  const { id, output } = values
  const { text, unread } = await importDocument({ file, id, output, folder }, corpusOf(values))
  for (const { where, what } of unread) complain(`${file}, ${where}: not understood: ${what}`)
  return say(text)
}

function corpusOf({ corpus: own, language }: Values): Corpus {
  const corpus = loadCorpus(folder, own)
  const t = wordsIn(languageNamed(language))
  for (const { place, severity, message } of corpus.troubles) {
    const where = `${place.file}:${String(place.line)}:${String(place.column)}`
    complain(`${where}: ${severity}: ${inWords(message, t)}`)
  }
  return corpus
}

async function check(names: readonly string[], values: Values): Promise<number> {
  if (names.length === 0) throw new Failure('Name a report to check. See --help.')
  const language = languageNamed(values.language)
  const write = writerOf(values.format ?? 'text')
  const corpus = corpusOf(values)
  const officialOf = await readOfficialTexts(values.official, corpus, folder)
  const reports = findReports(names)
  const onReport = (name: string, at: number): void => {
    if (process.stderr.isTTY) complain(`${String(at + 1)} of ${String(reports.length)}: ${name}`)
  }
  const found = checkReports(
    reports,
    { corpus, officialOf, language, severityOf: (code) => usualSeverity[code] },
    onReport,
  )
  say(write(found))
  return found.findings.some(({ severity }) => severity === 'error' || severity === 'warning')
    ? 1
    : 0
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        language: { type: 'string', default: 'en' },
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
