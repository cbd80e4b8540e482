import * as vscode from 'vscode'
import { hashOf, isPart, writeWhole } from '../storedFiles.ts'

/** Compiled indexes that are kept; the oldest goes when one more comes. */
const mostKept = 48

/** What the name of a kept index looks like: a SHA-256 of what it was made of, in hexadecimal. */
const nameLength = 64
const keptName = /^[\da-f]{64}$/u

/**
 * Indexes of the analyst's own corpora, kept in the extension's own storage from one start to the next.
 * A file is named by a hash of what it was made of, and repeats that name at its beginning; it is
 * written beside its place and then moved there, so that none is ever half written. What cannot be read
 * or written is as if it were not there.
 */
export class IndexCache {
  readonly #folder: vscode.Uri
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>

  constructor(folder: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'warn'>) {
    this.#folder = folder
    this.#log = log
  }

  /** What was kept under `name`; `undefined` when nothing was, or something else. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      const file = await vscode.workspace.fs.readFile(this.#place(name))
      const head = new TextDecoder().decode(file.subarray(0, nameLength))
      return head === name ? file.subarray(nameLength) : undefined
    } catch {
      return undefined
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const file = new Uint8Array(nameLength + bytes.length)
    file.set(new TextEncoder().encode(name))
    file.set(bytes, nameLength)
    try {
      await writeWhole(this.#place(name), file)
      await this.#prune()
    } catch (error) {
      this.#log.warn(`An index could not be kept: ${String(error)}`)
    }
  }

  #place(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name)
  }

  /** Removes the oldest, and what a start that ended too soon left half written. */
  async #prune(): Promise<void> {
    const files = await vscode.workspace.fs.readDirectory(this.#folder)
    const parts = files.map(([name]) => name).filter(isPart)
    const kept = files.map(([name]) => name).filter((name) => keptName.test(name))
    const ages = await Promise.all(
      kept.map(async (name) => ({
        name,
        written: (await vscode.workspace.fs.stat(this.#place(name))).mtime,
      })),
    )
    const old = ages.sort((a, b) => b.written - a.written).slice(mostKept)
    for (const name of [...parts, ...old.map((one) => one.name)]) {
      await this.#remove(this.#place(name))
    }
  }

  async #remove(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.fs.delete(uri)
    } catch {
      // It is gone already, or cannot go.
    }
  }
}

/** The name under which something made of `parts` is kept. */
export async function cacheName(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return hashOf(bytes)
}
