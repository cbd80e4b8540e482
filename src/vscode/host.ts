import * as vscode from 'vscode'
import type {
  Disposable,
  FileKind,
  FilePattern,
  Host,
  StoredFiles,
  Watching,
} from '../workspace/host.ts'
import { settingsSection } from '../workspace/settings.ts'
import { dayOf } from '../workspace/today.ts'
import { hasProcesses } from './hasProcesses.ts'
import { displayLanguage } from './settings.ts'

/** The files of all file systems that VS Code knows, those of the web and of virtual workspaces too. */
const files: StoredFiles = {
  async stat(address) {
    const { type, size, mtime } = await fs().stat(vscode.Uri.parse(address))
    return { kind: kindOf(type), isLink: isLink(type), size, modified: mtime }
  },
  async readDirectory(folder) {
    const entries = await fs().readDirectory(vscode.Uri.parse(folder))
    return entries.map(([name, type]) => ({ name, kind: kindOf(type), isLink: isLink(type) }))
  },
  async readFile(address) {
    return fs().readFile(vscode.Uri.parse(address))
  },
  async writeFile(address, bytes) {
    await fs().writeFile(vscode.Uri.parse(address), bytes)
  },
  async rename(from, to) {
    const [source, target] = [vscode.Uri.parse(from), vscode.Uri.parse(to)]
    if (!isOnDisk(target)) await fs().rename(source, target, { overwrite: true })
    else {
      // VS Code deletes first what is to be replaced, and then may fail to replace it.
      const { replace } = await import('../disk/writeWhole.ts')
      await replace(source.fsPath, target.fsPath)
    }
  },
  async delete(address) {
    await fs().delete(vscode.Uri.parse(address))
  },
}

/** Whether `uri` is a file of the machine that we run on. */
export function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && hasProcesses()
}

/** VS Code as the workspace wing sees it. */
export const editorHost: Host & Watching & { readonly files: StoredFiles } = {
  files,
  get folders() {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString())
  },
  get isTrusted() {
    return vscode.workspace.isTrusted
  },
  get displayLanguage() {
    return displayLanguage()
  },
  get today() {
    return dayOf(new Date())
  },
  settings(scope) {
    const resource = scope === undefined ? undefined : vscode.Uri.parse(scope)
    return vscode.workspace.getConfiguration(settingsSection, resource)
  },
  hiddenFiles(folder) {
    return vscode.workspace.getConfiguration('files', vscode.Uri.parse(folder)).get('exclude')
  },
  nameOf(address) {
    return vscode.workspace.asRelativePath(vscode.Uri.parse(address))
  },
  watch(patterns, changed) {
    return vscode.Disposable.from(...patterns.map((pattern) => watcherOf(pattern, changed)))
  },
  onDidChangePlaces(changed) {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settingsSection}.corpora`)) changed()
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(changed),
    )
  },
  // VS Code may miss a change that another program made while the window had no focus.
  onDidReturn(returned) {
    return vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) returned()
    })
  },
}

function fs(): vscode.FileSystem {
  return vscode.workspace.fs
}

function kindOf(type: vscode.FileType): FileKind {
  if ((type & vscode.FileType.File) !== 0) return 'file'
  return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'other'
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0
}

function watcherOf({ folder, pattern }: FilePattern, changed: () => void): Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.parse(folder), pattern),
  )
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  )
}
