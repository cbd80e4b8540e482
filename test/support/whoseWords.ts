import { readFileSync } from 'node:fs'
import type { Problem } from '../../src/core/features/problems/problem.ts'
import { findProblems } from '../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../src/core/official/officialText.ts'
import type { OfficialVersion } from '../../src/core/official/officialVersions.ts'
import { quotationsOf } from '../../src/core/report/quotations.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { corpusOf } from './fixtureLibrary.ts'

/** A sentence of the set, and what its quotations with a citation of ours are, in order. */
export interface SaidSentence {
  readonly line: number
  /**
   * One letter a quotation: `i` words that are said to be the instrument’s and are altered or not there, `o` those
   * of others, `u` such as may be either, `v` words that stand in the instrument, `s` too few to judge; `-` where
   * no quotation stands with a citation of ours.
   */
  readonly letters: string
  readonly text: string
  /** The quotations that stand with a citation of ours. */
  readonly quoted: readonly string[]
}

const citations: ReadonlyMap<string, string> = new Map([
  ['{P}', '[@us-aiap-2025, p. 3]'],
  ['{A}', '[@eu-ai-act]'],
  ['{C}', '[@cn-genai-2023]'],
])

/** The sentences of `name`. */
export function saidSentences(name: string): readonly SaidSentence[] {
  const file = new URL(`quotations/${name}.tsv`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line, at) => {
    const [letters = '', written = ''] = line.split('\t')
    const cited = written.replaceAll(/\{[PAC]\}/gu, (short) => citations.get(short) ?? short)
    const text = cited.replaceAll('\\n', '\n')
    const quoted = quotationsOf(analyseReport(text))
      .filter((one) => one.citations.some(({ key }) => texts.has(key)))
      .map((one) => one.text)
    return { line: at + 1, letters: letters === '-' ? '' : letters, text, quoted }
  })
}

const corpus = corpusOf(
  ['us-aiap-2025', 'eu-ai-act', 'cn-genai-2023'].map((id) => ({
    name: `${id}.md`,
    text: readFileSync(new URL(`../../corpus/${id}.md`, import.meta.url), 'utf8'),
  })),
)

/** A few sentences of each instrument: what is not among them is not found. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  'us-aiap-2025': [
    'AI is far too important to smother in bureaucracy at this early stage, whether at the state or Federal level. The Federal government should not allow AI-related Federal funding to be directed toward states with burdensome AI regulations that waste these funds.',
    'Led by DOC through NIST, revise the NIST AI Risk Management Framework to eliminate references to misinformation, Diversity, Equity, and Inclusion, and climate change.',
    'Ensure that their systems are objective and free from top-down ideological bias.',
  ],
  'eu-ai-act': [
    '‘AI system’ means a machine-based system that is designed to operate with varying levels of autonomy and that may exhibit adaptiveness after deployment.',
    'Human oversight shall aim to prevent or minimise the risks to health, safety or fundamental rights that may emerge.',
  ],
  'cn-genai-2023': [
    '国家坚持发展和安全并重、促进创新和依法治理相结合的原则，采取有效措施鼓励生成式人工智能创新发展，对生成式人工智能服务实行包容审慎和分类分级监管。',
    '提供和使用生成式人工智能服务，应当遵守法律、行政法规，尊重社会公德和伦理道德，遵守以下规定。',
  ],
}

const texts = new Map(
  corpus.instruments.map((instrument) => {
    const parts = (sentences[instrument.key] ?? []).map((text) => ({
      level: 'measure' as const,
      text,
      parts: [],
    }))
    const text = findPassages({ parts, unread: [] }, instrument, corpus)
    const versions: readonly OfficialVersion[] = [{ day: '2025-07-23', text }]
    return [String(instrument.key), versions] as const
  }),
)

function officialOf(key: string): readonly OfficialVersion[] | undefined {
  return texts.get(key.split(':')[0] ?? '')
}

/** What is said of the quotations of `text`, in order: their words and the verdict. */
export function verdictsIn(text: string): readonly (readonly [string, string])[] {
  return judgeQuotations(analyseReport(text), { corpus, officialOf }).map(
    ({ quotation, verdict }) => [quotation.text, verdict] as const,
  )
}

/** The problems of the quotations of `text`, in order. */
export function problemsIn(text: string): readonly Problem[] {
  const { shown } = findProblems(analyseReport(text), corpus, undefined, officialOf)
  return shown.filter(({ code }) => code.startsWith('quotation.'))
}
