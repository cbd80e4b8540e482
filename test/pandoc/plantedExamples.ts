import commonmarkSpec from 'commonmark-spec'

/** An example of CommonMark's specification, a key in the place of each word that stands alone. */
export interface PlantedExample {
  readonly number: number
  readonly report: string
}

/** Pandoc takes it for metadata, and reads nothing since it is no YAML. */
const refused = 96

/** The examples that hold words, with keys planted in them; each key stands once. */
export const plantedExamples: readonly PlantedExample[] = commonmarkSpec.tests
  .map(({ number, markdown }) => ({ number, report: planted(markdown.replaceAll('→', '\t')) }))
  .filter(({ number, report }) => number !== refused && report.includes('@k'))

/** `source` with `@k1`, `@k2` … for its words, but for names of tags, entities and attributes. */
function planted(source: string): string {
  let count = 0
  return source.replace(/(?<![\w<&/#=.-])[a-z]{3,}(?![\w=:@.&;-])/gi, () => {
    count += 1
    return `@k${String(count)}`
  })
}

/** Where Pandoc reads CommonMark's own examples otherwise than CommonMark and we. */
export const differingExamples: readonly {
  /** What Pandoc does otherwise. */
  readonly reason: string
  readonly examples: readonly number[]
}[] = [
  {
    reason: 'lets a destination hold blanks, line ends and quotation marks',
    examples: [488, 490, 491, 508, 568],
  },
  { reason: 'knows no character references around a title', examples: [41] },
  {
    reason: 'begins no indented code right behind a heading, or takes a rule behind it for one',
    examples: [100, 115],
  },
  { reason: 'reads no info string of several words', examples: [143, 146] },
  { reason: 'reads no style sheet that nothing closes', examples: [173] },
  { reason: 'reads no instructions', examples: [180, 627] },
  {
    reason: 'reads no definition whose label holds an unclosed bracket or begins on another line',
    examples: [194, 208, 548, 564],
  },
  { reason: 'ends indented code in a quotation at a lazy line', examples: [236] },
  {
    reason: 'reads emphasis within emphasis of the same marks otherwise',
    examples: [418, 432, 470],
  },
  {
    reason: 'reads a group before a parenthesis or bracket that begins no link',
    examples: [497, 538, 546, 569, 570, 571],
  },
  {
    reason: 'reads no definition whose label holds citations between marks of emphasis',
    examples: [554, 558, 559, 585, 589],
  },
  {
    reason: 'reads a group behind an exclamation mark, whatever label follows',
    examples: [576, 577, 582, 583, 584, 586],
  },
  { reason: 'defines a label in brackets', examples: [590] },
  { reason: 'knows no addresses of made-up schemes', examples: [599] },
  { reason: 'knows tags that CommonMark does not', examples: [622, 624] },
]
