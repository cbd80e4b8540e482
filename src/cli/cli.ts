#!/usr/bin/env node
import path from 'node:path'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { isCalendarDay } from '../core/corpus/calendarDate.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import type { Language } from '../core/corpus/language.ts'
import { inWords, sentence, type Sentence } from '../core/corpus/sentence.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import { findingsWriter, tellProblems } from './check.ts'
import { complain, endWhereUnwritten, say, tell } from './console.ts'
import { changesWriter, tellChanges } from './diff.ts'
import { exportText } from './export.ts'
import { Failure, Misuse } from './failure.ts'
import { readBytes } from './files.ts'
import { findLines, findOptions, findWords, usualLimit } from './find.ts'
import { readFolderSettings } from './folderSettings.ts'
import { importDocument, notUnderstood } from './importing/import.ts'
import { importInto, takenIn } from './importing/importInto.ts'
import { checksWriter, languagesWriter, tellChecks, tellLanguages } from './library.ts'
import { languageToComplainIn, readersLanguage } from './readersLanguage.ts'
import { renderNamed } from './render.ts'
import { begin, readingNamed } from './session.ts'
import { usageIn } from './usage/usage.ts'

/** The folder of the extension's built files; this file lies in it. */
const folder = import.meta.dirname

async function main(): Promise<number> {
  if (here() === undefined) {
    throw new Failure(
      sentence`The folder that this runs in is there no more. Change to another one.`,
    )
  }
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
  throw new Failure(sentence`There is no command “${command ?? ''}”. See --help.`)
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
  map: { type: 'string' },
  output: { type: 'string' },
  into: { type: 'string' },
  take: { type: 'string' },
  to: { type: 'string', default: 'markdown' },
  csl: { type: 'string' },
  stale: { type: 'boolean', default: false },
  languages: { type: 'boolean', default: false },
  'reading-time': { type: 'string' },
  'reading-memory': { type: 'string' },
} satisfies ParseArgsOptionsConfig

const optionsOfFind = {
  ...sharedOptions,
  'as-of': { type: 'string' },
  sentence: { type: 'boolean', default: false },
  limit: { type: 'string', default: usualLimit },
} satisfies ParseArgsOptionsConfig

/** What is written, whether or not there are such options. */
function written() {
  const all = { ...options, ...optionsOfFind }
  return parseArgs({ allowPositionals: true, strict: false, options: all })
}

/** What is written first that is no option, nor the value of one. */
function namedCommand(): string | undefined {
  return written().positionals[0]
}

/** The language of what is said where no session is begun, or none can be. */
function languageWanted(): Language {
  const { language } = written().values
  const option = typeof language === 'string' ? language : undefined
  return languageToComplainIn(option, readFolderSettings(here() ?? '/'), process.env)
}

/** The folder that we run in; `undefined` where it is there no more. */
function here(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

function parsed<Table extends ParseArgsOptionsConfig>(table: Table) {
  try {
    return parseArgs({ allowPositionals: true, options: table })
  } catch (error) {
    throw new Misuse(misuseOf(error))
  }
}

/** What Node says of arguments that are not in `table`, without what it advises: that is of no use here. */
function misuseOf(error: unknown): Sentence {
  const { code, message } = error as NodeJS.ErrnoException
  const [why = ''] = message.split(/\.\s/u)
  const name = why.slice(why.indexOf("'") + 1, why.lastIndexOf("'")).replace(' <value>', '')
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return sentence`Unknown option '${name}'. See --help.`
  }
  return why.endsWith('does not take an argument')
    ? sentence`Option '${name}' does not take an argument. See --help.`
    : sentence`Option '${name}' wants an argument. See --help.`
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
    throw new Failure(sentence`Name one instrument or one report to export. See --help.`)
  }
  const { host, corpus } = await begin(folder, values)
  tell(await exportText(host.files, name, values.format ?? 'csl-json', corpus))
  return 0
}

/** Makes a corpus file from a document, and says what could not be understood. */
async function importOne([file, ...others]: readonly string[], values: Values): Promise<number> {
  if (file === undefined || others.length > 0) {
    throw new Failure(sentence`Name one document to import. See --help.`)
  }
  const { id, output, into, map } = values
  const taken = values.take === undefined ? undefined : takenIn(values.take)
  const { corpus, language, reading } = await begin(folder, values)
  if (into !== undefined) {
    await importInto({ file, into, output, map, taken, folder, language, reading }, corpus)
    return 0
  }
  const request = { file, id, output, map, folder, language, reading }
  const { text, unread } = await importDocument(request, corpus)
  for (const one of unread) complain(notUnderstood(file, one, wordsIn(language)))
  say(text)
  return 0
}

/** Writes a report as the Lua filter would make it, and says what it could not. */
async function renderOne([name, ...others]: readonly string[], values: Values): Promise<number> {
  const { to, csl, output } = values
  if (name === undefined || others.length > 0) {
    throw new Failure(sentence`Name one report to render. See --help.`)
  }
  if (to !== 'markdown')
    throw new Failure(sentence`“${to}” is nothing that render writes: markdown.`)
  const { host, corpus, language } = await begin(folder, values)
  const { text, notes } = await renderNamed(host, { name, csl, output }, corpus)
  for (const note of notes) complain(inWords(note, wordsIn(language)))
  say(text)
  return 0
}

/** Writes what became of each provision from one file to the other. */
async function tellDiff(
  [before, after, ...others]: readonly string[],
  values: Values,
): Promise<number> {
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Failure(sentence`Name two files to compare, the older first. See --help.`)
  }
  const write = changesWriter(values.format ?? 'text')
  const settings = readFolderSettings(process.cwd())
  const language = readersLanguage(values.language, settings, process.env)
  const reading = readingNamed(values)
  return tellChanges([before, after], { folder, language, reading }, write)
}

/** Writes what the library has, and corpus files that are named. */
async function tellLibrary(names: readonly string[], values: Values): Promise<number> {
  if (names.length > 0) throw new Failure(sentence`library is given nothing. See --help.`)
  if (values.stale === values.languages) {
    throw new Failure(
      sentence`Say what to list of the library: --stale or --languages. See --help.`,
    )
  }
  const tell = values.stale ? tellsChecks(values) : tellsLanguages(values)
  const { host, library, corpus, language } = await begin(folder, values)
  return tell(values.corpus.length > 0 ? corpus : library, host.today, wordsIn(language))
}

type TellCorpus = (corpus: Corpus, today: string, t: Words) => number

function tellsChecks(values: Values): TellCorpus {
  const named = dayNamed(values['as-of'])
  const write = checksWriter(values.format ?? 'text')
  return (corpus, today, t) => tellChecks(corpus, named ?? today, (checks) => write(checks, t))
}

function tellsLanguages({ format = 'text' }: Values): TellCorpus {
  const write = languagesWriter(format)
  return (corpus, _today, t) => tellLanguages(corpus, (counts) => write(counts, t))
}

async function check(names: readonly string[], values: Values): Promise<number> {
  if (names.length === 0) throw new Failure(sentence`Name a report to check. See --help.`)
  const write = findingsWriter(values.format ?? 'text', version())
  const session = await begin(folder, values)
  const day = dayNamed(values['as-of'])
  const withIgnored = values['report-ignored']
  return tellProblems(session, { names, officials: values.official, day, withIgnored, write })
}

/** A day of the calendar. */
function dayNamed(text: string | undefined): string | undefined {
  if (text === undefined || isCalendarDay(text)) return text
  throw new Misuse(sentence`“${text}” is no day: write it as 2026-07-27.`)
}

function tellUsage(): number {
  tell(usageIn(languageWanted()).whole)
  return 0
}

/** Writes the Lua filter for Pandoc. */
function tellFilter(names: readonly string[]): number {
  if (names.length > 0) throw new Failure(sentence`filter is given nothing. See --help.`)
  say(new TextDecoder().decode(readBytes(beside('media/pandoc/policy-citation.lua'), largestOwn)))
  return 0
}

function tellVersion(): number {
  tell(`${version()}\n`)
  return 0
}

function version(): string {
  const text = new TextDecoder().decode(readBytes(beside('package.json'), largestOwn))
  return /"version": *"([^"]+)"/u.exec(text)?.[1] ?? ''
}

/** The largest of our own files that is read, in bytes. */
const largestOwn = 5_000_000

/** A file of the extension. */
function beside(name: string): string {
  return path.join(folder, '..', name)
}

endWhereUnwritten(() => wordsIn(languageWanted()))
process.on('SIGINT', () => {
  process.exit(130)
})

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const language = languageWanted()
    const said =
      error instanceof Failure
        ? error.said
        : sentence`This is a fault of Policy Citation; please report it: ${String(error)}`
    complain(inWords(said, wordsIn(language)))
    if (error instanceof Misuse && namedCommand() === 'find') complain(usageIn(language).find)
    process.exitCode = 2
  },
)
