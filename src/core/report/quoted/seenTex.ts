const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ times: '×', cdot: '·', pm: '±', div: '÷', ge: '≥', geq: '≥', le: '≤', leq: '≤' },
    ...{ approx: '≈', ldots: '…', dots: '…', cdots: '…', textellipsis: '…', percent: '%' },
    ...{ textemdash: '—', textendash: '–', S: '§', degree: '°', euro: '€', pounds: '£' },
    ...{ alpha: 'α', beta: 'β', mu: 'μ', to: '→', quad: ' ', qquad: ' ', textdollar: '$' },
  }),
)

/** Commands whose argument is seen, however it is set. */
const setting =
  /\\(?:text\p{L}*|math(?:rm|bf|it|sf|tt)|operatorname|emph|enquote|underline|mbox|uline)\*?(?![\p{L}*])\s*/gu
/** Commands with what is not seen, or not there. */
const elsewhere =
  /\\(?:footnote|label|ref|cite\w*|index|href|url|marginpar)\*?(?:\[[^\]]{0,200}\]|\{[^{}]{0,1000}\})*/gu

/** What a reader sees of maths as TeX has it, as far as that is a figure with a power, an index or a sign. */
export function seenMaths(maths: string): string {
  return seenTex(maths.replace(/\\[,;:! ]|~/gu, ' ').replaceAll('{,}', ','))
    .split(/[\^_]/u)
    .map((piece) => piece.trim())
    .join('')
}

/** What a reader sees of raw TeX: the argument of emphasis, a dash; nothing of a footnote. Linear. */
export function seenTex(tex: string): string {
  return tex
    .replace(elsewhere, '')
    .replace(setting, (command) => symbols.get(command.trim().slice(1)) ?? '')
    .replace(/\\(\p{L}+)\*?/gu, (_, name: string) => symbols.get(name) ?? '')
    .replace(/\\([%$#&_{}])|[{}]/gu, (_, escaped: string | undefined) => escaped ?? '')
}
