/** What is asked of the disk that a report lies on. */
export interface Disk {
  /** The path of what `file` is, links followed; `undefined` where nothing is there. */
  realPath(file: string): Promise<string | undefined>
  /** What is in `file`, or why it is not read: no file, or one of more than `largest` bytes. */
  readFile(file: string, largest: number): Promise<Uint8Array | 'unread' | 'tooLarge'>
}
