/** A kept segment, and what it was made of: enough to say what of it is in use before it is read. */
export interface ListedSegment {
  /** The name under which it is kept. */
  readonly name: string
  /** In the order of the segment. */
  readonly instruments: readonly ListedInstrument[]
}

/** An instrument of a kept segment. */
export interface ListedInstrument {
  readonly id: string
  /** Of the content of its file. */
  readonly hash: string
  /** Of the keys that it has, see `fingerprintOfKeys`. */
  readonly fingerprint: number
}

/** `segments` as a text of lines: a name, and below it, indented, its instruments. */
export function writeList(segments: readonly ListedSegment[]): string {
  return segments
    .flatMap(({ name, instruments }) => [
      name,
      ...instruments.map(({ id, hash, fingerprint }) => ` ${id} ${String(fingerprint)} ${hash}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

/** The segments of a text that {@link writeList} wrote; whatever else it says is no segment that is kept. */
export function readList(text: string): readonly ListedSegment[] {
  return text
    .split(/\n(?! )/u)
    .filter((lines) => lines !== '')
    .map((lines) => {
      const [name = '', ...instruments] = lines.split('\n')
      return { name, instruments: instruments.map(readInstrument) }
    })
}

function readInstrument(line: string): ListedInstrument {
  const [, id = '', fingerprint = '', ...hash] = line.split(' ')
  return { id, hash: hash.join(' '), fingerprint: Number(fingerprint) }
}
