/** A way in which we read Markdown as Pandoc does, and remark does not. */
export interface DecidedByPandoc {
  readonly reason: string
  /** Fits every report in which the two may differ so. */
  readonly pattern: RegExp
  readonly source: string
  /** The keys that Pandoc cites in `source`, and so do we. */
  readonly keys: readonly string[]
}

/** A marker behind what containers begin with, or behind another marker. */
const fancyMarker =
  /(?:^|[\n\r\t >])(?:\(\d+\)|\(?(?:[#a-z]|@[\w-]*|[cdilmvx]+)[).])(?:[\t \n\r]|$)/i

/** A line of hyphens further down, and behind it, or behind comments, a field or the end. */
const furtherMetadata =
  /[\n\r][\t >]*---[\t ]*(?:\r\n|[\n\r])(?=[\t >]*[^\s>])(?:[\t >]*(?:#[^\n\r]*)?(?:\r\n|[\n\r]))*(?:[\t >]*(?:---|\.\.\.|\{)|[^\n\r]*:(?:[\t\n\r ]|$))/

/** Where Pandoc decides on blocks, and not as remark does. */
export const decidedByPandoc: readonly DecidedByPandoc[] = [
  {
    reason: 'display maths runs from two dollars to the next, over all lines but blank ones',
    pattern: /\$\$/,
    source: '$$\n- @a\n$$ {#eq-x}\n\n@b\n\n- c\n\n  $$\n  @d\n  # e $$ @f\n\n$$\n@g\n\n@h $$\n',
    keys: ['b', 'f', 'g', 'h'],
  },
  {
    reason: 'a dollar behind a backslash ends no maths',
    pattern: /\$[^$]*\\\$/,
    source: 'a $b\\$ @a$ @b $5 @c \\$6 d$ @e',
    keys: ['b', 'e'],
  },
  {
    reason: 'metadata stands further down too, behind a line of hyphens that begins a block',
    pattern: furtherMetadata,
    source:
      'a\n\n---\n# @a\nb: "@b"\nc_: "@c"\n\n"@d": e\n...\n> ---\n> # f\n>\n> f: "@f"\n> ---\n> @g\n\n' +
      '---\n# @h\n---\n\n---\n\n    @i\n\n---\ntext @j\n---\n\n---\nk: @k\n',
    keys: ['b', 'f', 'g', 'j', 'k'],
  },
  {
    reason: 'the header of a chunk holds backticks',
    pattern: /`{3,} *\{.*`/,
    source: "```{r, cap='`a`'}\n# @a\n```\n\n@b\n",
    keys: ['b'],
  },
  {
    reason: 'lists are numbered by letters, Roman numerals, # or nothing, in parentheses or not',
    pattern: fancyMarker,
    source:
      '(a) b\n\n    @a\n\nb. c\n\n   @b\n\nC) d\n\n   @c\n\nD.  e\n\n    @d\n\niv) f\n\n    @e\n\n' +
      '#. g\n\n   @f\n\n(2) h\n\n    @g\n    (i) i\n\n            @h\n\n10)\n\n    a. ~~~\n       @i\n       ~~~\n\n@j\n',
    keys: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'j'],
  },
  {
    reason: 'examples have a label or none, and hold what is indented by a tab stop',
    pattern: fancyMarker,
    source: '(@) a\n\n    @b\n\n(@long-label) c\n\n    @d\n\n        @e\n\n@. f\n\n    @g\n',
    keys: ['b', 'd', 'g'],
  },
  {
    reason: 'a term has definitions, which hold blocks',
    pattern: /(?:^|[\n\r])[\t >]*[:~](?:[\t \n\r]|$)/,
    source:
      'Term\n:   @a\n\n    @b\n\n        @c\n\nTerm\n\n~   ~~~\n    @d\n    ~~~\n\n:   e\n:   f\n\n    @g\n\nNo\nterm\n: h\n\n    @i\n',
    keys: ['a', 'b', 'g'],
  },
  {
    reason: 'each cell of a table and each line of a line block is read by itself',
    pattern: /\|/,
    source: '| `a | @b` |\n|---|---|\n| c | @d |\n\n| `e\n| @f`\n\n| `g\n|\n| @h`\n',
    keys: ['d', 'f', 'h'],
  },
  {
    reason: 'the rows of a simple table are indented as their columns want it',
    pattern: /--[\t ]+--/,
    source: '     a  b\n------  ------\n     1  @a\n     2  @b\n\n    @c\n',
    keys: ['a', 'b'],
  },
  {
    reason: 'a comment ends where it does, over blank lines and behind text, or is none',
    pattern: /<!--(?!.*-->)/,
    source: 'a <!-- b\n\n@c\n\n- d --> @e\n\n<!-- f\n\n@g\n',
    keys: ['e', 'g'],
  },
  {
    reason: 'the fences of a division stand for themselves',
    pattern: /:::/,
    source:
      '::: {.a b="@a"}\n    @b\n:::\n\n:::: c\n::: @d\n@e\n:::\n    @f\n::::\n    @g\n\n::: h i\n@j\n',
    keys: ['e', 'j'],
  },
  {
    reason: 'raw TeX is a command with arguments, or an environment',
    pattern: /\\\p{L}+\*?\s*[[{]/u,
    source: 'a \\footnote{See @a} @b \\cite[@d]{@e} \\begin{f}@g\\end{f} \\LaTeX @h',
    keys: ['b', 'h'],
  },
  {
    reason: 'attributes belong to the code, the brackets or the link before them',
    pattern: /[`\])>]\{/,
    source: '`a`{.r b=@c} `d`{@e} [f @g]{h="@i"} [j](k){l=@m} <https://n.example>{p=@q}',
    keys: ['e', 'g'],
  },
]
