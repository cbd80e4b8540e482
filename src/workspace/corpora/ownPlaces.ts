import { addressOfPath, pathOf, pathWithin, resolveIn, schemeOf, segmentsOf } from '../addresses.ts'
import { fits, globsOf, isPattern } from '../glob.ts'
import type { Address, FilePattern, Host } from '../host.ts'
import { namedCorpora } from '../settings.ts'

/** The folder whose Markdown files are corpus files without any setting. */
const ownFolder = '.policy'

/** What of a host says where the analyst's own corpus files are. */
export type Places = Pick<Host, 'folders' | 'isTrusted' | 'settings'>

/** The patterns by which own corpus files are found, in the order in which these are read. */
export function ownPatterns(places: Places): readonly FilePattern[] {
  return places.folders.flatMap((folder) => {
    const named = namedCorpora(places.settings(folder)).filter(isWithin)
    return [`${ownFolder}/**/*.md`, ...named].map((pattern) => ({ folder, pattern }))
  })
}

/** Own corpus files outside of all folders, named by their whole paths; none where these folders are not trusted. */
export function ownFilesOutside(places: Places): readonly Address[] {
  const [first] = places.folders
  if (!places.isTrusted) return []
  return namedCorpora(places.settings(first)).flatMap((name) => outsideFile(name, first))
}

/** What to watch: the files, and the folder itself, whose coming and going is told of it alone. */
export function watchedPatterns(places: Places): readonly FilePattern[] {
  return [
    ...places.folders.map((folder) => ({ folder, pattern: ownFolder })),
    ...ownPatterns(places),
  ]
}

/** Whether the file at `address` is one of the analyst's own corpus files, so that it is no report. */
export function isOwnFile(places: Places, address: Address): boolean {
  const path = pathOf(address)
  if (!isCorpusFileName(path)) return false
  if (ownFilesOutside(places).includes(address)) return true
  return ownPatterns(places).some(({ folder, pattern }) => {
    const within = pathWithin(pathOf(folder), path)
    return within !== undefined && globsOf(pattern).some((glob) => fits(glob, within))
  })
}

/** Whether a file called so, or a whole path, can be a corpus file. */
export function isCorpusFileName(name: string): boolean {
  return name.endsWith('.md')
}

/**
 * `noMarkdown`: its name ends otherwise; `notClosed`: a bracket of the pattern; `tooMany`: it stands for too many
 * patterns; `outside`: a pattern, a home or a share where only single files are read.
 */
export type NamesNoFile = 'noMarkdown' | 'notClosed' | 'tooMany' | 'outside'

/** Why `name`, out of the setting, names no corpus file wherever it is read; `undefined` where it may. */
export function whyNoFile(name: string): NamesNoFile | undefined {
  if (!isWithin(name) && (isPattern(name) || /^~|^\\\\|^\/\//u.test(name))) return 'outside'
  if (isOpen(name, '{', '}') || isOpen(name, '[', ']')) return 'notClosed'
  if (globsOf(name).length === 0 && name.trim() !== '') return 'tooMany'
  return endsAsCorpusFile(name) ? undefined : 'noMarkdown'
}

function isOpen(name: string, open: string, close: string): boolean {
  return name.lastIndexOf(open) > name.lastIndexOf(close)
}

/** Whether what a pattern has behind its last sign can be the end of the name of a corpus file. */
function endsAsCorpusFile(name: string): boolean {
  const written = name.trimEnd().replace(/^.*[*?\]}]/su, '')
  return isCorpusFileName(written) || (isPattern(name) && '.md'.endsWith(written))
}

const wholePath = /^(?:\/|~\/|[A-Za-z]:[\\/]|\\\\)/u

/** Whether a pattern names files of its folder only. */
function isWithin(name: string): boolean {
  return !wholePath.test(name) && !segmentsOf(name).includes('..')
}

/** The one file that `name` means outside of `folder`; a share of another machine is never one. */
function outsideFile(name: string, folder: Address | undefined): readonly Address[] {
  if (isWithin(name) || name.startsWith('\\\\') || name.startsWith('//')) return []
  if (isPattern(name) || name.includes('\0')) return []
  if (/^\/|^[A-Za-z]:[\\/]/u.test(name)) {
    return [addressOfPath(name, folder && schemeOf(folder))]
  }
  return folder === undefined || name.startsWith('~') ? [] : [resolveIn(folder, name)]
}
