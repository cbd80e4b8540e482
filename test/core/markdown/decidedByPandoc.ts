/** A way in which we read Markdown as Pandoc does, and remark does not. */
export interface DecidedByPandoc {
  readonly reason: string
  /** Fits every report in which the two may differ so. */
  readonly pattern: RegExp
  readonly source: string
  /** The keys that Pandoc cites in `source`, and so do we. */
  readonly keys: readonly string[]
}

/** Where Pandoc decides on blocks, and not as remark does. */
export const decidedByPandoc: readonly DecidedByPandoc[] = [
  {
    reason: 'display maths runs from two dollars to the next, over all lines but blank ones',
    pattern: /\$\$/,
    source: '$$\n- @a\n$$ {#eq-x}\n\n@b\n\n- c\n\n  $$\n  @d\n  # e $$ @f\n\n$$\n@g\n\n@h $$\n',
    keys: ['b', 'f', 'g', 'h'],
  },
  {
    reason: 'the header of a chunk holds backticks',
    pattern: /`{3,} *\{.*`/,
    source: "```{r, cap='`a`'}\n@a\n```\n\n@b\n",
    keys: ['b'],
  },
]
