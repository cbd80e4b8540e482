import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { schemeOf } from '../workspace/addresses.ts'
import { boundsOf } from '../workspace/reports/bibliographyFiles.ts'
import { findPandoc, type Search } from './findPandoc.ts'
import { inOwnFolder, NoFolder } from './ownFolder.ts'
import { isNewEnough, versionSaid } from './pandocVersion.ts'
import {
  readNamedFile,
  readStyleFile,
  type NamedFile,
  type RefusedFile,
  type ReportPlace,
} from './reportFiles.ts'
import {
  citedOnly,
  citesAnything,
  holdsItems,
  listedEntries,
  namedFiles,
  readTree,
  type ReportTree,
} from './reportTree.ts'
import { runKept, type Answer, type Keeper } from './runKept.ts'
import { thisMachine } from './thisMachine.ts'

/** A report whose list of references is wanted. */
export interface PrintingRequest extends ReportPlace, Pick<Search, 'setting'> {
  /** The report as it stands in the editor. */
  readonly text: string
  readonly keeper: Keeper
  /** The file of our own filter. */
  readonly filter: string
  readonly signal: AbortSignal
  /** The most that all takes, in milliseconds. */
  readonly time: number
}

/** A list of references as Pandoc prints it. */
export interface PrintedList {
  readonly kind: 'printed'
  readonly entries: readonly string[]
  /** What Pandoc warns of, line by line. */
  readonly warnings: readonly string[]
  /** What the style's file is called; absent where it is Pandoc's own style. */
  readonly style?: string
  readonly version: string
}

/** Why there is no list. */
export type NoList =
  | { readonly kind: 'noPandoc' | 'notWhole' | 'noProgram' | 'notPandoc' }
  | { readonly kind: 'nothingCited' | 'noBibliography' | 'tooMuch' | 'tooSlow' | 'cancelled' }
  /** Our own folder could not be made, or holds no more; `error` is Node's. */
  | { readonly kind: 'noFolder'; readonly error: unknown }
  | { readonly kind: 'tooOld'; readonly version: string }
  | { readonly kind: 'refused'; readonly file: RefusedFile }
  | { readonly kind: 'failed'; readonly said: readonly string[] }

/**
 * The list of references of a report, as the analyst's own Pandoc prints it with our filter. Pandoc gets our
 * own arguments, the report on its standard input, and copies of the style and the bibliographies that the
 * metadata of the report names, as far as they lie in the folder that is worked in.
 */
export async function printWithPandoc(request: PrintingRequest): Promise<PrintedList | NoList> {
  const late = AbortSignal.timeout(request.time)
  const signal = AbortSignal.any([request.signal, late])
  try {
    return await inOwnFolder((folder) => printIn({ ...request, signal }, folder))
  } catch (error) {
    if (request.signal.aborted) return { kind: 'cancelled' }
    if (late.aborted) return { kind: 'tooSlow' }
    if (error instanceof NoFolder) return { kind: 'noFolder', error: error.why }
    throw error
  }
}

/** A Pandoc that our filter runs in. */
interface Pandoc {
  readonly program: string
  readonly version: string
}

/** Prints with nothing but what lies in `folder`, which is ours alone. */
async function printIn(request: PrintingRequest, folder: string): Promise<PrintedList | NoList> {
  const pandoc = await usablePandoc(request, folder)
  if ('kind' in pandoc) return pandoc
  const run = async (args: readonly string[], input: string): Promise<Answer | NoList> =>
    answerOf(request, folder, { program: pandoc.program, args, input })
  const read = await run(readingArguments(folder), request.text)
  if ('kind' in read) return read
  const tree = readTree(read.output)
  if (tree === undefined) return { kind: 'notPandoc' }
  const given = await givenFiles(request, tree, folder)
  if ('kind' in given) return given
  const printed = await run(printingArguments(request, given, folder), citedOnly(tree))
  if ('kind' in printed) return printed
  const list = readTree(printed.output)
  if (list === undefined) return { kind: 'notPandoc' }
  const warnings = linesOf(`${read.said}\n${printed.said}`, folder)
  const { version } = pandoc
  const { style } = given
  const named = style === undefined ? {} : { style }
  return { kind: 'printed', version, ...named, entries: listedEntries(list), warnings }
}

/** The first Pandoc found that is new enough; or why there is none. */
async function usablePandoc(request: PrintingRequest, folder: string): Promise<Pandoc | NoList> {
  const { setting } = request
  const found = await findPandoc(thisMachine, { setting, folders: foldersAround(request) })
  if (typeof found === 'string') return { kind: found }
  let why: NoList = { kind: 'noPandoc' }
  for (const program of found) {
    const answer = await answerOf(request, folder, { program, args: ['--version'], input: '' })
    const version = 'kind' in answer ? undefined : versionSaid(answer.output)
    if (version !== undefined && isNewEnough(version)) return { program, version }
    why = version === undefined ? { kind: 'notPandoc' } : { kind: 'tooOld', version }
  }
  return why
}

/** The folders that are worked in, and the report's own, as far as they lie on the disk. */
function foldersAround({ report, folders }: ReportPlace): readonly string[] {
  const places = [...folders, boundsOf({ folders }, report)]
  return places.filter((place) => schemeOf(place) === 'file').map((place) => fileURLToPath(place))
}

/** What a program answers that is run in `folder`; or why it gave no answer that can be used. */
async function answerOf(
  { keeper, signal, time }: PrintingRequest,
  folder: string,
  run: { readonly program: string; readonly args: readonly string[]; readonly input: string },
): Promise<Answer | NoList> {
  const answer = await runKept(keeper, { ...run, folder, environment, time, signal })
  if (answer === 'tooMuch') return { kind: answer }
  return answer.code === 0 ? answer : { kind: 'failed', said: linesOf(answer.said, folder) }
}

/** What of our environment a program needs to start; by the last two no address can be reached. */
const environment: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'PATH',
      'HOME',
      'USERPROFILE',
      'SYSTEMROOT',
      'TEMP',
      'TMP',
      'TMPDIR',
      'LANG',
      'LC_ALL',
    ].flatMap((name) => {
      const value = thisMachine.variable(name)
      return value === undefined ? [] : [[name, value]]
    }),
  ),
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
}

/** Neither files nor filters nor settings of anybody are read. */
function sharedArguments(folder: string): readonly string[] {
  return ['--sandbox', `--data-dir=${path.join(folder, 'none')}`, '--to=json']
}

function readingArguments(folder: string): readonly string[] {
  return [...sharedArguments(folder), '--from=markdown']
}

/** The files that Pandoc is given, as they lie in our own folder. */
interface GivenFiles {
  /** What the style's file is called. */
  readonly style?: string
  readonly options: readonly string[]
}

function printingArguments(
  { filter }: PrintingRequest,
  { options }: GivenFiles,
  folder: string,
): readonly string[] {
  return [
    ...sharedArguments(folder),
    '--from=json',
    `--lua-filter=${filter}`,
    '--citeproc',
    ...options,
  ]
}

/** Copies what the metadata of `tree` names into `folder`; or says why there is nothing to print, or with nothing. */
async function givenFiles(
  request: PrintingRequest,
  tree: ReportTree,
  folder: string,
): Promise<GivenFiles | NoList> {
  const { style, bibliography } = namedFiles(tree)
  if (!citesAnything(tree)) return { kind: 'nothingCited' }
  if (bibliography.length === 0 && !holdsItems(tree)) return { kind: 'noBibliography' }
  const options: string[] = []
  const read = style === undefined ? undefined : await readStyleFile(thisMachine, request, style)
  if (read !== undefined && 'why' in read) return { kind: 'refused', file: read }
  if (read !== undefined) options.push(`--csl=${await copied(read, folder, 0)}`)
  for (const [at, name] of bibliography.entries()) {
    const file = await readNamedFile(thisMachine, request, name)
    if ('why' in file) return { kind: 'refused', file }
    options.push(`--bibliography=${await copied(file, folder, at + 1)}`)
  }
  return { options, ...(read && { style: read.name }) }
}

/** A copy of a file, alone in a folder of its own: its name says of which sort it is. */
async function copied({ name, bytes }: NamedFile, folder: string, at: number): Promise<string> {
  const own = path.join(folder, String(at))
  const file = path.join(own, name)
  try {
    await mkdir(own)
    await writeFile(file, bytes)
  } catch (error) {
    throw new NoFolder(error)
  }
  return file
}

/** The lines that Pandoc said, with files called as they are called where they were copied from. */
function linesOf(said: string, folder: string): readonly string[] {
  const parts = said
    .replaceAll(`${folder}${path.sep}`, '\0')
    .replace(/\0\d+[\\/]/gu, '')
    .split('\n')
  return parts.map((line) => line.trimEnd()).filter((line) => line !== '')
}
