import type { Division, Instrument, Measure, ProvisionKind } from '../../corpus/provision.ts'
import { printedLabel } from '../locatorLabels.ts'

type Step = Division | Measure

/**
 * The anchor of the official page at which the last of `steps`, each below the one before it, begins:
 * its own, else what its site calls such a place, else that of the nearest step above.
 */
export function officialAnchor(instrument: Instrument, steps: readonly Step[]): string | undefined {
  const last = steps.at(-1)
  if (last === undefined) return undefined
  const here =
    last.anchor ?? (isOnEurLex(instrument) ? eurLexAnchor(last, steps.at(-2)) : undefined)
  return here ?? officialAnchor(instrument, steps.slice(0, -1))
}

/** Whether the address leads to a page of EUR-Lex: by its ELI, or to a text that is no PDF. */
function isOnEurLex({ url }: Instrument): boolean {
  if (url === undefined || !URL.canParse(url)) return false
  const { hostname, pathname } = new URL(url)
  return hostname === 'eur-lex.europa.eu' && !/\bpdf\b/iu.test(pathname)
}

/** As all texts of the Official Journal are marked on EUR-Lex; points of paragraphs and of annexes have no anchor. */
function eurLexAnchor(step: Step, above: Step | undefined): string | undefined {
  const label = printedLabel(step)
  const name = eurLexNames[step.kind]
  if (name !== undefined) return `${name}_${label}`
  if (above === undefined) return undefined
  const outer = printedLabel(above)
  if (step.kind === 'section' && above.kind === 'chapter') return `cpt_${outer}.sct_${label}`
  return step.kind === 'paragraph' && above.kind === 'article'
    ? paragraphAnchor(outer, label)
    : undefined
}

const eurLexNames: Readonly<Partial<Record<ProvisionKind, string>>> = {
  article: 'art',
  recital: 'rct',
  annex: 'anx',
  chapter: 'cpt',
}

/** `057.001` for the first paragraph of Article 57; inserted ones (`4a`) have none. */
function paragraphAnchor(article: string, paragraph: string): string | undefined {
  const numbers = [article, paragraph]
  if (!numbers.every((number) => /^\d{1,3}$/u.test(number))) return undefined
  return numbers.map((number) => number.padStart(3, '0')).join('.')
}
