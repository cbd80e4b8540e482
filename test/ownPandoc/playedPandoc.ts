// Programs that play Pandoc: each is a real process that is found, started and ended as Pandoc is.
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  printWithPandoc,
  type NoList,
  type PrintedList,
} from '../../src/ownPandoc/printWithPandoc.ts'
import type { Keeper } from '../../src/ownPandoc/runKept.ts'
import { realFolder, writeIn } from '../workspace/realFolder.ts'
// The script that ships is what is tried.
import { buildKeeper } from '../../scripts/build.mjs'

/** What starts programs, as it ships. */
export const keeper: Keeper = {
  command: process.execPath,
  script: await buildKeeper(realFolder()),
}

/** Why tests with such programs are skipped here: Windows starts no script without a shell. */
export const skip = process.platform === 'win32' && 'a script is no program here'

/** What a call of a played Pandoc was given. */
export interface PlayedCall {
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly input?: string
}

/** A program in a folder of its own. */
export interface Played {
  readonly program: string
  /** What it was given, call by call, as far as it says so. */
  readonly calls: () => readonly PlayedCall[]
}

/**
 * A program that runs `body`, JavaScript in which `args` are its arguments, `say(text)` writes all of a text,
 * `record(more)` writes down what it was given, and `input()` reads its standard input.
 */
export function playPandoc(body: string, name = 'pandoc'): Played {
  const folder = realFolder()
  const log = path.join(folder, 'calls.jsonl')
  const lines = [
    `#!${process.execPath}`,
    `const fs = require('node:fs')`,
    `const args = process.argv.slice(2)`,
    `const say = (text, to = 1) => { let at = 0; const bytes = Buffer.from(text)`,
    `  while (at < bytes.length) { try { at += fs.writeSync(to, bytes, at) } catch (e) { if (e.code !== 'EAGAIN') throw e } } }`,
    `const input = () => fs.readFileSync(0, 'utf8')`,
    `const record = (more) => fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify(`,
    `  { args, folder: process.cwd(), environment: process.env, ...more }) + '\\n')`,
    body,
  ]
  const program = writeIn(folder, name, lines.join('\n'))
  chmodSync(program, 0o755)
  const calls = (): readonly PlayedCall[] =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as PlayedCall)
      : []
  return { program, calls }
}

/** `body` behind the answer to `--version`. */
export function answeringVersion(body: string, version = '3.1'): string {
  return `if (args[0] === '--version') say('pandoc ${version}\\n'); else { ${body} }`
}

/** What is asked for beside the program. */
export interface Asking {
  /** A folder with the report in it, which is worked in. */
  readonly folder?: string
  readonly text?: string
  readonly time?: number
  readonly signal?: AbortSignal
  readonly filter?: string
}

/** The list of a report called `report.md`, printed by `setting`, or by what is found. */
export async function printedBy(
  setting: string,
  asking: Asking = {},
): Promise<PrintedList | NoList> {
  const folder = asking.folder ?? realFolder()
  const here = pathToFileURL(folder).href
  return printWithPandoc({
    setting,
    keeper,
    folders: [here],
    report: `${here}/report.md`,
    text: asking.text ?? 'As [@a].\n',
    time: asking.time ?? 20_000,
    signal: asking.signal ?? new AbortController().signal,
    filter:
      asking.filter ?? path.join(import.meta.dirname, '../../media/pandoc/policy-citation.lua'),
  })
}

/** JavaScript that answers as Pandoc does to a report with these `metadata` and one citation: its tree, then a list of `entries`. */
export function listing(
  entries: readonly string[],
  metadata: Readonly<Record<string, unknown>>,
): string {
  const cite = { t: 'Para', c: [{ t: 'Cite', c: [[{ citationId: 'a' }], []] }] }
  const tree = { 'pandoc-api-version': [1, 23], meta: metadata, blocks: [cite] }
  const divisions = entries.map((entry) => ({
    t: 'Div',
    c: [[`ref-a`, ['csl-entry'], []], [{ t: 'Para', c: [{ t: 'Str', c: entry }] }]],
  }))
  const refs = { t: 'Div', c: [['refs', ['references'], []], divisions] }
  const printed = { ...tree, meta: {}, blocks: [refs] }
  return `const read = input(); record({ input: read })
    say(JSON.stringify(args.includes('--citeproc') ? ${JSON.stringify(printed)} : ${JSON.stringify(tree)}))`
}

/** Metadata that names a bibliography. */
export const namingRefs: Readonly<Record<string, unknown>> = {
  bibliography: { t: 'MetaInlines', c: [{ t: 'Str', c: 'refs.json' }] },
}

/** A folder in which the bibliography of {@link namingRefs} lies. */
export function folderWithRefs(): string {
  const folder = realFolder()
  writeIn(folder, 'refs.json', '[{"id": "a", "title": "A"}]')
  return folder
}
