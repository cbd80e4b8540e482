import { carriageReturn, isLineBreak, lineFeed } from './characters.ts'

/**
 * The least length of a chunk when a text is cut, in UTF-16 units; the greatest is twice as much, unless
 * a line is longer. Measured: with less, a long text has more chunks to list anew at each edit; with
 * more, each edit copies and searches a longer string.
 */
export const usualChunkLength = 8192

/**
 * `text` in chunks that end with a line break, after a blank line where there is one near; the last may
 * end anywhere. Nothing for an empty text. Linear in the length of `text`.
 */
export function cutIntoChunks(text: string, chunkLength = usualChunkLength): readonly string[] {
  if (text === '') return []
  if (text.length <= 2 * chunkLength) return [text]
  const chunks: string[] = []
  let start = 0
  while (start < text.length) {
    const end = chunkEnd(text, start, chunkLength)
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}

/** Cuts a text that comes in parts, as {@link cutIntoChunks} cuts it whole. */
export class ChunkCutter {
  readonly #chunks: string[] = []
  #rest = ''
  /** From which length on the rest is cut; a line without end is not searched for one at each part. */
  #longest = 4 * usualChunkLength

  /** Takes the next part, of any length. */
  add(part: string): void {
    this.#rest += part
    if (this.#rest.length <= this.#longest) return
    const chunks = [...cutIntoChunks(this.#rest)]
    this.#rest = chunks.pop() ?? ''
    this.#longest = Math.max(4 * usualChunkLength, 2 * this.#rest.length)
    for (const chunk of chunks) this.#chunks.push(chunk)
  }

  /** The chunks of all parts. */
  finish(): readonly string[] {
    return [...this.#chunks, ...cutIntoChunks(this.#rest)]
  }
}

/** Whether `text` ends with a line break. */
export function endsLine(text: string): boolean {
  return isLineBreak(text.charCodeAt(text.length - 1))
}

/** Whether `text` ends within the pair of characters that ends a line, whose second begins `next`. */
export function joinsNext(text: string, next: string): boolean {
  return text.charCodeAt(text.length - 1) === carriageReturn && next.charCodeAt(0) === lineFeed
}

function chunkEnd(text: string, start: number, chunkLength: number): number {
  if (text.length - start <= 2 * chunkLength) return text.length
  const least = start + chunkLength
  const line = lineEnd(text, least, least + chunkLength)
  if (line === -1) return lastLineEnd(text, start, least) ?? nextLineEnd(text, least)
  // Behind a blank line no paragraph is open, which would belong to two chunks.
  const near = Math.min(text.length, line + (chunkLength >> 2))
  for (let end = line; end !== -1; end = lineEnd(text, end, near)) {
    if (isLineBreak(text.charCodeAt(end))) return nextLineEnd(text, end)
  }
  return line
}

/** The offset behind the first line break from `from` on that ends at or before `limit`; -1 where there is none. */
function lineEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    if (endsLineAt(text, at)) return at + 1
  }
  return -1
}

function nextLineEnd(text: string, from: number): number {
  const end = lineEnd(text, from, text.length)
  return end === -1 ? text.length : end
}

/** The offset behind the last line break before `before`, behind `start`. */
function lastLineEnd(text: string, start: number, before: number): number | undefined {
  for (let at = before - 1; at > start; at -= 1) if (endsLineAt(text, at - 1)) return at
  return undefined
}

function endsLineAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)
}
