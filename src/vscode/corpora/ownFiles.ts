import * as vscode from 'vscode'

/** The folder whose Markdown files are corpus files without any setting. */
const ownFolder = '.policy'

/** Where the analyst's own corpus files are looked for: patterns of a workspace folder, and single files elsewhere. */
interface OwnPlaces {
  readonly patterns: readonly vscode.RelativePattern[]
  /** Files outside of the workspace, named by their whole paths; none in an untrusted workspace. */
  readonly outside: readonly vscode.Uri[]
}

/**
 * What `policyCitation.corpora` names, and the `.policy/` folder of each workspace folder. VS Code
 * leaves out what an untrusted workspace sets (`restrictedConfigurations` in the manifest).
 */
function ownPlaces(): OwnPlaces {
  const folders = vscode.workspace.workspaceFolders ?? []
  const patterns = folders.flatMap((folder) =>
    [`${ownFolder}/**/*.md`, ...namedIn(folder).filter(isWithin)].map(
      (glob) => new vscode.RelativePattern(folder, glob),
    ),
  )
  const [first] = folders
  const outside = vscode.workspace.isTrusted
    ? namedIn(first).flatMap((name) => outsideFile(name, first))
    : []
  return { patterns, outside }
}

/** What to watch: the files, and the folder itself, whose coming and going is told of it alone. */
export function watchedPatterns(): readonly vscode.RelativePattern[] {
  const folders = vscode.workspace.workspaceFolders ?? []
  return [
    ...folders.map((folder) => new vscode.RelativePattern(folder, ownFolder)),
    ...ownPlaces().patterns,
  ]
}

/** Whether `uri` is one of the analyst's own corpus files, so that it is no report. */
export function isOwnFile(document: vscode.TextDocument): boolean {
  if (!document.uri.path.endsWith('.md')) return false
  const { patterns, outside } = ownPlaces()
  if (outside.some((uri) => uri.toString() === document.uri.toString())) return true
  return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0)
}

function namedIn(folder: vscode.WorkspaceFolder | undefined): readonly string[] {
  const value: unknown = vscode.workspace.getConfiguration('policyCitation', folder).get('corpora')
  if (!Array.isArray(value)) return []
  return value.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
}

const wholePath = /^(?:\/|~\/|[A-Za-z]:[\\/]|\\\\)/u

/** Whether a pattern names files of the workspace only. */
function isWithin(name: string): boolean {
  return !wholePath.test(name) && !name.split(/[\\/]/u).includes('..')
}

/** The one file that `name` means outside of the workspace; a share of another machine is never one. */
function outsideFile(
  name: string,
  folder: vscode.WorkspaceFolder | undefined,
): readonly vscode.Uri[] {
  if (isWithin(name) || name.startsWith('\\\\') || name.startsWith('//')) return []
  if (/[*?[\]{}\0]/u.test(name)) return []
  if (/^\/|^[A-Za-z]:[\\/]/u.test(name)) {
    return [vscode.Uri.file(name).with({ scheme: folder?.uri.scheme ?? 'file' })]
  }
  return folder === undefined || name.startsWith('~') ? [] : [vscode.Uri.joinPath(folder.uri, name)]
}

/** The corpus files that are there now, each once, in the order of the places and then of their paths. */
export async function findOwnFiles(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? []
  const found = await Promise.all(
    folders.flatMap((folder) => [
      filesBelow(vscode.Uri.joinPath(folder.uri, ownFolder), deepestFolder),
      ...namedIn(folder)
        .filter(isWithin)
        .map((name) => filesNamed(folder, name)),
    ]),
  )
  const all = [...found.flatMap(inOrder), ...ownPlaces().outside]
  const byId = new Map(all.filter(isMarkdown).map((uri) => [uri.toString(), uri]))
  return [...byId.values()].slice(0, mostFiles)
}

/** More files than this are no corpus, but a pattern that says too much. */
const mostFiles = 1000

/** How many folders `.policy/` is looked at below itself. */
const deepestFolder = 8

/** The files below `folder`, its links left alone. It needs no search service, which virtual workspaces lack. */
async function filesBelow(folder: vscode.Uri, depth: number): Promise<readonly vscode.Uri[]> {
  const entries = await entriesOf(folder)
  const found = await Promise.all(
    entries.map(async ([name, type]): Promise<readonly vscode.Uri[]> => {
      const uri = vscode.Uri.joinPath(folder, name)
      if (type !== vscode.FileType.Directory) return [uri]
      return depth > 0 ? filesBelow(uri, depth - 1) : []
    }),
  )
  return found.flat()
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder)
  } catch {
    // Most workspaces have no such folder.
    return []
  }
}

async function filesNamed(
  folder: vscode.WorkspaceFolder,
  name: string,
): Promise<readonly vscode.Uri[]> {
  if (!isPattern.test(name)) return [vscode.Uri.joinPath(folder.uri, name)]
  return vscode.workspace.findFiles(new vscode.RelativePattern(folder, name), null, mostFiles)
}

const isPattern = /[*?[\]{}]/u

function inOrder(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return [...uris].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
}

function isMarkdown({ path }: vscode.Uri): boolean {
  return path.endsWith('.md')
}

/** What a file is, as far as it says whether it can be read. */
export type FileState =
  | { readonly kind: 'file'; readonly size: number; readonly stamp: string }
  | { readonly kind: 'gone' }
  /** A symbolic link, or within a folder that is one: it may lead out of the workspace. */
  | { readonly kind: 'link' }
  /** A folder, a pipe, a device. */
  | { readonly kind: 'noFile' }

/** Looks at `uri`, and at the folders between it and its workspace folder, without reading it. */
export async function fileState(uri: vscode.Uri): Promise<FileState> {
  try {
    if (await leadsThroughLink(uri)) return { kind: 'link' }
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri)
    if (type !== vscode.FileType.File) return { kind: 'noFile' }
    return { kind: 'file', size, stamp: `${String(mtime)} ${String(size)}` }
  } catch {
    return { kind: 'gone' }
  }
}

async function leadsThroughLink(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  if (folder === undefined) return false
  let above = uri
  while (above.path.length > folder.uri.path.length) {
    const { type } = await vscode.workspace.fs.stat(above)
    if ((type & vscode.FileType.SymbolicLink) !== 0) return true
    above = vscode.Uri.joinPath(above, '..')
  }
  return false
}
