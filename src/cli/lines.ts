/** A line of a stream of bytes, without its end. */
export interface Line {
  readonly text: string
  /** Whether all of it is UTF-8; what is not stands in the text as U+FFFD. */
  readonly isUtf8: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * The lines of `chunks`, each as soon as it has come whole. They end with a line feed, or a carriage
 * return and a line feed, and with nothing else; behind the last end there is no line.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let begun: Uint8Array[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      yield lineOf([...begun, chunk.subarray(start, end)])
      begun = []
      start = end + 1
    }
    if (start < chunk.length) begun.push(chunk.subarray(start))
  }
  if (begun.length > 0) yield lineOf(begun)
}

const strict = new TextDecoder('utf-8', { fatal: true })

function lineOf(parts: readonly Uint8Array[]): Line {
  const bytes = Buffer.concat(parts)
  const line = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
  try {
    return { text: strict.decode(line), isUtf8: true }
  } catch {
    return { text: new TextDecoder().decode(line), isUtf8: false }
  }
}
