import * as vscode from 'vscode'

/** Files that only memory holds, by path; every other path that ends in no file name is a folder. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly texts = new Map<string, string>()
  /** Of files that are in no UTF-8, instead of a text. */
  readonly bytes = new Map<string, Uint8Array>()
  /** What happens once, before the file of that path is looked for. */
  readonly beforeStat = new Map<string, () => Promise<void>>()
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.#changed.event

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined)
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const before = this.beforeStat.get(uri.path)
    this.beforeStat.delete(uri.path)
    await before?.()
    if (!/\.[a-z]+$/u.test(uri.path)) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
    }
    const { length } = this.readFile(uri)
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: length }
  }

  readDirectory(): [string, vscode.FileType][] {
    return []
  }

  createDirectory(): void {
    // Every folder is there.
  }

  /** Writes `text` as another program does. */
  change(uri: vscode.Uri, text: string): void {
    this.writeFile(uri, new TextEncoder().encode(text))
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.bytes.get(uri.path)
    if (bytes !== undefined) return bytes
    const text = this.texts.get(uri.path)
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri)
    return new TextEncoder().encode(text)
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.texts.set(uri.path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content))
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }])
  }

  delete(uri: vscode.Uri): void {
    this.texts.delete(uri.path)
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions()
  }
}
