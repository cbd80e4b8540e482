import type { Language } from '../core/corpus/language.ts'

/**
 * The place of a file or a folder: a URI as text, escaped as `addresses.ts` does it and VS Code does,
 * so that one place has one address.
 */
export type Address = string

/** What a file is, a link being what it leads to where that is known. */
export type FileKind = 'file' | 'folder' | 'other'

/** What a folder says of one thing in it. */
export interface FileEntry {
  readonly name: string
  readonly kind: FileKind
  readonly isLink: boolean
}

/** What a file says of itself, a link of what it leads to. */
export interface FileStat {
  readonly kind: FileKind
  readonly isLink: boolean
  /** In bytes. */
  readonly size: number
  /** When it was written last, in milliseconds since 1970. */
  readonly modified: number
}

/**
 * Files to read. Each method rejects where nothing is there, or it may not be read, with an error whose `code` is
 * that of Node or of VS Code: `fileErrors.ts` tells them apart.
 */
export interface Files {
  stat(address: Address): Promise<FileStat>
  readDirectory(folder: Address): Promise<readonly FileEntry[]>
  readFile(address: Address): Promise<Uint8Array>
}

/** Files to keep something in. Each method rejects where that cannot be done. */
export interface StoredFiles extends Files {
  /** Makes the folders above it as well. */
  writeFile(address: Address, bytes: Uint8Array): Promise<void>
  /** Takes the place of what is called `to`. */
  rename(from: Address, to: Address): Promise<void>
  delete(address: Address): Promise<void>
}

/** The values of our settings as they are written, not yet looked at. */
export interface SettingValues {
  /** Of `policyCitation.` and `name`; `undefined` where nothing is set. */
  get(name: string): unknown
}

/** All that this wing asks of whom it works for: the editor, the command line, a server. */
export interface Host {
  readonly files: Files
  /** The folders that are worked in, the main one first. */
  readonly folders: readonly Address[]
  /** Whether settings that lie in these folders may name files outside of them. */
  readonly isTrusted: boolean
  /** The language of what surrounds us, for those who set none. */
  readonly displayLanguage: Language
  /** The day by the reader's calendar: `2026-11-29`. */
  readonly today: string
  /** The settings that hold for the file or folder `scope`, or for all that is worked in. */
  settings(scope?: Address): SettingValues
  /** What is not shown of `folder`, as the editor's setting `files.exclude` is written. */
  hiddenFiles(folder: Address): unknown
  /** What messages call the file at `address`. */
  nameOf(address: Address): string
}

/** Files that are looked for below `folder`, by a pattern such as `plans/*.md`. */
export interface FilePattern {
  readonly folder: Address
  readonly pattern: string
}

/** What a host tells that stays while files, folders and settings change. */
export interface Watching {
  /** Calls `changed` when a file that fits one of `patterns` comes, changes or goes. */
  watch(patterns: readonly FilePattern[], changed: () => void): Disposable
  /** Calls `changed` when other folders are worked in, they became trusted, or the corpora that settings name changed. */
  onDidChangePlaces(changed: () => void): Disposable
  /** Calls `returned` when the analyst comes back: until then a change may have been missed. */
  onDidReturn(returned: () => void): Disposable
}

/** What ends when it is disposed of. */
export interface Disposable {
  dispose(): void
}

/** Where those who maintain an installation read what happened. */
export interface Log {
  info(line: string): void
  warn(line: string): void
  error(line: string): void
}
