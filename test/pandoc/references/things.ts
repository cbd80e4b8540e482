/** Something to cite: keys whose citation the product writes, or a citation as an analyst writes it. */
export interface Thing {
  readonly name: string
  readonly keys: readonly string[]
  /** Written by hand, in English and in Chinese, where the library has no provision for it. */
  readonly byHand?: { readonly en: string; readonly zh: string }
}

/** What is cited in each style: plans, laws, orders, the press; wholes, divisions, measures, two at once. */
export const things: readonly Thing[] = [
  { name: 'plan', keys: ['us-aiap-2025'] },
  { name: 'action', keys: ['us-aiap-2025:I.1.3'] },
  { name: 'two actions', keys: ['us-aiap-2025:I.1.3', 'us-aiap-2025:I.3.1'] },
  { name: 'section', keys: ['us-aiap-2025:I.1'] },
  { name: 'article', keys: ['eu-ai-act:5.1.a'] },
  { name: 'act', keys: ['eu-ai-act'] },
  { name: 'annex', keys: ['eu-ai-act:annex-III'] },
  {
    name: 'recital',
    keys: ['eu-ai-act'],
    byHand: { en: '[@eu-ai-act, recital 29]', zh: '[@eu-ai-act, 序言第 29 段]' },
  },
  { name: 'article of an older act', keys: ['eu-gdpr:6.1.f'] },
  { name: 'order in force no more', keys: ['us-eo-14110:4.2'] },
  { name: 'order', keys: ['us-eo-14320:3.b'] },
  { name: 'recommendation', keys: ['uk-aioap-2025:12'] },
  { name: 'subcategory', keys: ['us-nist-ai-rmf:GOVERN.1.1'] },
  { name: 'target', keys: ['un-sdg:13.a'] },
  { name: 'Chinese measures', keys: ['cn-genai-2023:12'] },
  { name: 'Chinese plan', keys: ['cn-gaigap-2025'] },
  { name: 'claim of the press', keys: ['press-us-aiap-2025-08:8.5'] },
]
