import type { Dice } from '../bench/dice.ts'

/** Counts the keys of one report, so that each stands in it once. */
export class Keys {
  #count = 0

  next(): string {
    this.#count += 1
    return `k${String(this.#count)}`
  }
}

/** What a report is made with. */
export interface Making {
  /** Whether what is opened is closed, words are parted by blanks, and blocks by blank lines. */
  readonly tidy: boolean
  readonly dice: Dice
  readonly keys: Keys
}

const blanks = [' ', ' ', ' ', '\n']

type Inline = (making: Making, depth: number) => string

const english = ['the plan', 'rules', 'in 2025', 'states', 'R&D', "the agency's", 'says', 'e.g.']
const chinese = ['根据', '规定', '第三条', '，', '。', '《计划》', '“发展”', '出口管制']
const odd = [
  '$5',
  '3 * 4',
  'a_b',
  '< b',
  '\\*',
  '&amp;',
  '&copy;',
  '--',
  '...',
  '"so"',
  '!',
  '^',
  '~',
]

const citations: readonly Inline[] = [
  ({ keys }) => `[@${keys.next()}]`,
  ({ keys }) => `[@${keys.next()}, p. 3]`,
  ({ keys }) => `@${keys.next()}`,
  ({ keys }) => `@${keys.next()} [p. 3]`,
  ({ keys }) => `[see @${keys.next()}, art. 5(1)(a); @${keys.next()}]`,
  ({ keys }) => `[-@${keys.next()}, pp. 3-5]`,
  ({ keys }) => `-@${keys.next()}`,
  ({ keys }) => `@{${keys.next()}}`,
  ({ keys }) => `根据[@${keys.next()}]规定`,
  ({ keys }) => `根据@${keys.next()}`,
  ({ keys }) => `（@${keys.next()}）`,
  ({ keys }) => `[@${keys.next()}, p. 3; p. 4]`,
  ({ keys }) => `[@${keys.next()}, 第 3 页，第一支柱]`,
  ({ keys }) => `@${keys.next()} [see @${keys.next()}]`,
  ({ keys }) => `[@us-aiap-2025:I.${keys.next()}, *p.* 3]`,
]

const plain: readonly Inline[] = [
  ({ dice }) => dice.pick(english),
  ({ dice }) => dice.pick(english),
  ({ dice }) => dice.pick(chinese),
]

const marked: readonly Inline[] = [
  (making, depth) => `*${inlines(making, depth)}*`,
  (making, depth) => `**${inlines(making, depth)}**`,
  (making, depth) => `_${inlines(making, depth)}_`,
  (making, depth) => `~~${inlines(making, depth)}~~`,
  (making, depth) => `[${inlines(making, depth)}](https://a.example/b)`,
  (making, depth) => `[${inlines(making, depth)}](b "title")`,
  (making, depth) => `![${inlines(making, depth)}](b.png){width=50%}`,
  (making, depth) => `[${inlines(making, depth)}]{.smallcaps}`,
  (making, depth) => `^[${inlines(making, depth)}]`,
  (making, depth) => `<b>${inlines(making, depth)}</b>`,
  (making, depth) => `<span title="x">${inlines(making, depth)}</span>`,
  (making, depth) => `"${inlines(making, depth)}"`,
  (making, depth) => `“${inlines(making, depth)}”`,
  (making, depth) => `(${inlines(making, depth)})`,
  (making, depth) => `[${inlines(making, depth)}][ref]`,
]

const hiding: readonly Inline[] = [
  ({ keys }) => `\`@${keys.next()}\``,
  ({ keys }) => `\`\`a \` @${keys.next()}\`\``,
  ({ keys }) => `\`r x$@${keys.next()}\``,
  ({ keys }) => `\`x\`{.r key=@${keys.next()}}`,
  ({ keys }) => `$x_{@${keys.next()}}$`,
  ({ keys }) => `$$y = @${keys.next()}$$`,
  ({ keys }) => `<!-- @${keys.next()} -->`,
  ({ keys }) => `<https://a.example/@${keys.next()}>`,
  ({ keys }) => `https://a.example/@${keys.next()}`,
  ({ keys }) => `bob@${keys.next()}.example`,
  ({ keys }) => `\\@${keys.next()}`,
  ({ keys }) => `<i class="@${keys.next()}">x</i>`,
  ({ keys }) => `[x](https://a.example/@${keys.next()})`,
  ({ keys }) => `\\cite{@${keys.next()}}`,
  ({ keys }) => `\\textbf{[@${keys.next()}]}`,
  ({ keys }) => `{{< ref @${keys.next()} >}}`,
  () => '[^n]',
  () => '\\\n',
  () => '  \n',
]

const loose: readonly Inline[] = [
  ({ dice }) => dice.pick(odd),
  ({ dice }) =>
    dice.pick(['*', '**', '_', '`', '$', '$$', '[', ']', '](', '<', '<!--', '{', '"', '\\']),
]

/** Text of a line or several, with citations that Pandoc reads and some that it does not. */
export function inlines(making: Making, depth: number): string {
  const { dice, tidy } = making
  const parts = Array.from({ length: dice.between(1, 4) }, () => inline(making, depth))
  return parts.reduce((text, part) => text + dice.pick(tidy ? blanks : [...blanks, '']) + part)
}

/** As {@link inlines}, in one line. */
export function oneLine(making: Making): string {
  return inlines(making, 1).replaceAll('\n', ' ').replaceAll('|', '')
}

function inline(making: Making, depth: number): string {
  const { dice, tidy } = making
  const chance = dice.next()
  if (chance < 0.4) return dice.pick(citations)(making, depth)
  if (chance < 0.65) return dice.pick(plain)(making, depth)
  if (chance < 0.8 && depth > 0) return dice.pick(marked)(making, depth - 1)
  if (chance < 0.96 || tidy) return dice.pick(hiding)(making, depth)
  return dice.pick(loose)(making, depth)
}
