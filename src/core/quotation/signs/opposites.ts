import { isNegation } from '../weightyWords.ts'

/**
 * Verbs, in groups of which no one can stand for one of another: who quotes a text may write another form
 * of its verb in brackets, or a like one, but not that something is strengthened that is to be eliminated.
 */
const verbs: Readonly<Record<string, string>> = {
  more: 'strengthen increase expand promote support encourage accelerate boost enhance bolster foster advance grow raise broaden extend facilitate improve develop help assist drive stimulate reinforce deepen maximize maximise incentivize incentivise prioritize prioritise empower favour favor endorse welcome',
  less: 'eliminate remove reduce weaken limit restrict prohibit ban repeal rescind revoke abolish delete decrease lower curb curtail undermine hinder discourage prevent block delay oppose stop terminate forbid withdraw abandon ignore minimize minimise impede hamper inhibit obstruct deter suppress stifle diminish lessen dismantle reject refuse deny avoid disable jeopardize jeopardise impair neglect cease dissuade disrupt constrain thwart preclude bar',
  make: 'create establish introduce adopt launch implement build',
  secure: 'ensure assure guarantee secure safeguard protect',
  keep: 'retain preserve maintain uphold sustain continue',
  take: 'accept recognize recognise comply cooperate participate publish disclose share invest begin start',
  ask: 'consider review study explore examine evaluate assess discuss investigate analyze analyse',
  require: 'require mandate oblige force compel',
  allow: 'allow permit authorize authorise enable',
}

/** The groups that are far enough from one another, besides that of *less* from every one. */
const far = new Set([
  'ask more',
  'allow ask',
  'ask require',
  'more require',
  'allow require',
  'ask secure',
])

/** Nouns of the same groups. */
const nouns: Readonly<Record<string, string>> = {
  more: 'promotion expansion enhancement encouragement improvement acceleration facilitation development advancement',
  less: 'prevention elimination removal reduction restriction limitation prohibition repeal abolition obstruction suppression avoidance weakening',
  secure: 'protection',
  keep: 'preservation maintenance',
}

/** Other words of which no one can stand for one of another group. */
const others: readonly (readonly string[])[] = [
  ['all every each', 'some several certain', 'most', 'few', 'many', 'no none'],
  ['more greater larger higher', 'less fewer smaller lower'],
  ['before', 'after'],
  ['with', 'without'],
  ['public', 'private'],
  ['mandatory compulsory', 'voluntary optional'],
  ['domestic', 'foreign'],
  ['minimum', 'maximum'],
  ['least', 'most'],
  ['always', 'never', 'sometimes', 'often', 'rarely'],
  ['including', 'excluding'],
  ['benefit benefits advantage advantages', 'risk risks harm harms threat threats danger dangers'],
  ['safe secure', 'dangerous hazardous'],
  ['strong stronger', 'weak weaker'],
  ['open', 'closed'],
]

/** The same in Chinese, where words are looked for in what is written. */
const hanGroups: readonly (readonly [string, string])[] = [
  [
    '加强 加強 强化 強化 增强 增強 扩大 擴大 促进 促進 支持 鼓励 鼓勵 增加 提高 提升 推动 推動 推进 推進 加快 完善 允许 允許 保护 保護 保障 维护 維護 发展 發展 确保 確保 保证 保證 便利 协助 協助 帮助 幫助 改善 改进 改進 优化 優化 深化 壮大 壯大',
    '取消 削弱 减少 減少 限制 禁止 废除 廢除 降低 停止 放松 放鬆 淘汰 消除 减弱 減弱 放弃 放棄 侵害 危害 损害 損害 阻止 阻碍 阻礙 妨碍 妨礙 防止 避免 遏制 抑制 压缩 壓縮 破坏 破壞 拒绝 拒絕 中断 中斷',
  ],
  ['全部 所有 一切', '部分 个别 個別 少数 少數'],
  ['以上', '以下'],
  ['之前 以前', '之后 之後 以后 以後'],
]

const lessInHan = new RegExp((hanGroups[0]?.[1] ?? '').replaceAll(' ', '|'), 'u')
/** Before a verb; 不断 and 不同 are none. */
const negatesInHan = /[不未无無没沒](?![断斷同])/u

const groupOfVerb: ReadonlyMap<string, string> = new Map(
  Object.entries(verbs)
    .flatMap(([group, words]) =>
      words.split(' ').flatMap((word) => formsOf(word).map((form) => [form, group] as const)),
    )
    .concat(
      Object.entries(nouns).flatMap(([group, words]) =>
        words.split(' ').map((word) => [word, group] as const),
      ),
    ),
)

const groupsOfOthers: readonly ReadonlyMap<string, number>[] = others.map(
  (groups) =>
    new Map(groups.flatMap((words, group) => words.split(' ').map((word) => [word, group]))),
)

/** The forms of an English verb that is regular, and `built`, `grew`, `grown`. */
function formsOf(verb: string): readonly string[] {
  if (verb === 'build') return ['build', 'builds', 'building', 'built']
  if (verb === 'grow') return ['grow', 'grows', 'growing', 'grew', 'grown']
  if (verb === 'uphold') return ['uphold', 'upholds', 'upholding', 'upheld']
  if (verb === 'forbid') return ['forbid', 'forbids', 'forbidding', 'forbade', 'forbidden']
  if (verb === 'withdraw') return ['withdraw', 'withdraws', 'withdrawing', 'withdrew', 'withdrawn']
  if (verb.endsWith('e')) {
    const stem = verb.slice(0, -1)
    return [verb, `${verb}s`, `${verb}d`, `${stem}ing`]
  }
  if (verb.endsWith('y')) {
    const stem = verb.slice(0, -1)
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`]
  }
  const doubled = /^(?:ban|bar|permit|compel|stop|deter)$/u.test(verb)
    ? verb + verb.slice(-1)
    : verb
  const third = verb.endsWith('sh') ? `${verb}es` : `${verb}s`
  return [verb, third, `${verb}ed`, `${verb}ing`, `${doubled}ed`, `${doubled}ing`]
}

/** Whether `said`, in brackets, is certainly of another sense than the words `replaced`, all in small letters. */
export function isOtherSense(said: readonly string[], replaced: readonly string[]): boolean {
  return (
    isOtherVerb(said, replaced) ||
    groupsOfOthers.some((groups) => areApart(groupsIn(said, groups), groupsIn(replaced, groups))) ||
    isOtherByBeginning(said, replaced) ||
    isOtherHan(said.join(''), replaced.join(''))
  )
}

function isOtherVerb(said: readonly string[], replaced: readonly string[]): boolean {
  // `[preventing]` for `protecting against`, `[prevent]` for `not allow` and `ensure that no`.
  if (said.some(isTurning) !== replaced.some(isTurning)) return false
  const [one, other] = [groupsIn(said, groupOfVerb), groupsIn(replaced, groupOfVerb)]
  return areApart(one, other) && [...one].every((a) => [...other].every((b) => areFar(a, b)))
}

/** Whether a word may turn a verb beside it into one of another group. */
function isTurning(word: string): boolean {
  return word === 'against' || word === 'from' || isNegation(word)
}

/** Whether `said` may be the contrary of what is taken back in `replaced`: `[refuses]` for `does not accept`, `[禁止]` for 不得. */
export function saysContrary(said: readonly string[], replaced: readonly string[]): boolean {
  return (isLess(said) && !isLess(replaced)) || isNegated(said, replaced)
}

function isLess(words: readonly string[]): boolean {
  const isOne = words.some((word) => groupOfVerb.get(word) === 'less' || lacking.has(word))
  return isOne || lessInHan.test(words.join(''))
}

const lacking = new Set(
  'lack lacks lacked lacking fail fails failed failing absent refrain refrains refrained refraining exempt exempts exempted free'.split(
    ' ',
  ),
)

function areFar(one: string, other: string): boolean {
  return one === 'less' || other === 'less' || far.has([one, other].sort().join(' '))
}

function groupsIn<Group>(
  words: readonly string[],
  groups: ReadonlyMap<string, Group>,
): ReadonlySet<Group> {
  return new Set(words.flatMap((word) => groups.get(word) ?? []))
}

/** Whether both have groups, and none in common. */
function areApart<Group>(one: ReadonlySet<Group>, other: ReadonlySet<Group>): boolean {
  return one.size > 0 && other.size > 0 && [...one].every((group) => !other.has(group))
}

/** Whether one has a word that the other turns into its contrary, and neither is taken back: `[unsafe]` for `safe`, not for `not safe`. */
function isOtherByBeginning(said: readonly string[], replaced: readonly string[]): boolean {
  const isEven = said.some((word) => isNegation(word)) === replaced.some((word) => isNegation(word))
  return isEven && (isNegated(said, replaced) || isNegated(replaced, said))
}

const negatingBeginning = /^(?:un|in|im|il|ir|non|dis|mis)-?(?=[a-z]{3})/u

/** Whether a word of `one` is one of `other` turned into its contrary: `unsafe`, `illegal`. */
function isNegated(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => {
    const bare = word.replace(negatingBeginning, '')
    return bare !== word && other.includes(bare) && !one.includes(bare)
  })
}

function isOtherHan(said: string, replaced: string): boolean {
  if (negatesInHan.test(said) !== negatesInHan.test(replaced)) return false
  const has = (words: string, text: string): boolean =>
    words.split(' ').some((word) => text.includes(word))
  return hanGroups.some(
    ([one, other]) =>
      (has(one, said) && has(other, replaced) && !has(one, replaced)) ||
      (has(other, said) && has(one, replaced) && !has(other, replaced)),
  )
}
