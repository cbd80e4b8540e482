import assert from 'node:assert/strict'
import { expectedThing } from './expectedThing.ts'
import type { PrintedParts } from './printedThing.ts'
import { tableStyles } from './tableStyles.ts'
import { things } from './things.ts'

/** What tells a reader of a thing which document is meant, where it was published, and which place in it. */
interface Told {
  readonly document: RegExp
  /** Of law whose journal the library knows. */
  readonly journal?: RegExp
  readonly place?: RegExp
}

const plan = /America’s AI Action Plan|White House/iu
const act = { document: /Regulation \(EU\) 2024\/1689/u, journal: /\bOJ L\b|\bO\.J\. \(L\b/u }

const told: Readonly<Record<string, Told>> = {
  plan: { document: plan },
  action: {
    document: plan,
    place: /3.*pillar I, sec\.? 1, action 3|第 3 页，第一支柱第 1 节第 3 项/u,
  },
  'two actions': {
    document: plan,
    place:
      /3, pillar I, sec\.? 1, action 3.*4–5, pillar I, sec\.? 3, action 1|第 3 项建议行动.*第 4–5 页，第一支柱第 3 节第 1 项/u,
  },
  section: { document: plan, place: /3–4, pillar I, sec\.? 1|第 3–4 页，第一支柱第 1 节/u },
  article: { ...act, place: /art\.? 5\(1\)\(a\)|第 5 条第 1 款第 a 项/u },
  act,
  annex: { ...act, place: /annex III|附件三/u },
  recital: { ...act, place: /recital 29|序言第 29 段/u },
  'article of an older act': {
    document: /Regulation \(EU\) 2016\/679/u,
    journal: /\bOJ L ?119\/1\b|\bO\.J\. \(L 119\) 1\b/u,
    place: /art\.? 6\(1\)\(f\)|第 6 条第 1 款第 f 项/u,
  },
  'order in force no more': {
    document: /Exec\.? Order No\.? 14,?110/u,
    journal: /88 Fed\.? Reg\.? 75,?191/u,
    place: /(?:§|sec\.) 4\.2|第 4\.2 节/u,
  },
  order: {
    document: /Exec\.? Order No\.? 14,?320/u,
    journal: /90 Fed\.? Reg\.?, FR Doc\.? 2025-14218/u,
    place: /(?:§|sec\.) 3\(b\)|第 3 节第 b 款/u,
  },
  recommendation: {
    document: /CP 1241|AI Opportunities Action Plan/iu,
    place: /rec\.? 12|第 12 项/u,
  },
  subcategory: {
    document: /National Institute of Standards|Artificial Intelligence Risk Management Framework/iu,
    place: /22, GOVERN 1\.1|第 22 页，GOVERN 1\.1/u,
  },
  target: {
    document: /A\/RES\/70\/1|United Nations General Assembly|2030 Agenda/iu,
    place: /target 13\.a|具体目标 13\.a/iu,
  },
  'Chinese measures': { document: /生成式人工智能服务管理暂行办法/u, place: /art\.? 12|第十二条/u },
  'Chinese plan': { document: /人工智能全球治理行动计划/u },
  'claim of the press': {
    document: /Chinese News Article|中文新闻报道/iu,
    place: /claim 8\.5|第 8\.5 项/u,
  },
}

/** The styles of the first count, by which ways of writing were compared. */
const counted = tableStyles.filter(({ name }) =>
  /^(?:Chicago .*|APA|OSCOLA|Bluebook|GB\/T 7714-2025 numeric)$/u.test(name),
)

/**
 * How many citations of the table tell `part`, of how many that could, plainly and with the filter; a place
 * before any address. Cited by a key, a thing prints the same with the filter.
 */
export function countOf(part: keyof Told): {
  readonly of: number
  readonly plainly: number
  readonly filtered: number
} {
  const asked = counted.flatMap((style) =>
    things.flatMap((thing) => {
      const pattern = (told[thing.name] ?? assert.fail(thing.name))[part]
      const printed = expectedThing(thing, style) ?? assert.fail(thing.name)
      return pattern === undefined ? [] : [{ pattern, printed }]
    }),
  )
  const tells = ({ cited, listed = '' }: PrintedParts, pattern: RegExp): boolean =>
    pattern.test(part === 'place' ? (cited.split('http')[0] ?? '') : `${cited}\n${listed}`)
  return {
    of: asked.length,
    plainly: asked.filter(({ pattern, printed }) => tells(printed, pattern)).length,
    filtered: asked.filter(({ pattern, printed }) => tells(printed.filtered, pattern)).length,
  }
}
