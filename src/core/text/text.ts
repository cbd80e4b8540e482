/**
 * A text that may be held in parts; a string is one. Offsets are UTF-16 offsets. `toString` joins all
 * parts and costs as much as the text is long: it is for work on the whole text, never for a key.
 */
export interface Text {
  readonly length: number
  slice(start: number, end?: number): string
  charAt(offset: number): string
  /** Where `sought` first stands from `from` on; -1 where it does not. */
  indexOf(sought: string, from?: number): number
  toString(): string
}
