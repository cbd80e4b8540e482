/**
 * Verbs, in groups of which no one can stand for one of another: who quotes a text may write another form
 * of its verb in brackets, or a like one, but not that something is strengthened that is to be eliminated.
 */
const verbs: Readonly<Record<string, string>> = {
  more: 'strengthen increase expand promote support encourage accelerate boost enhance bolster foster advance grow raise broaden extend',
  less: 'eliminate remove reduce weaken limit restrict prohibit ban repeal rescind revoke abolish delete decrease lower curb curtail undermine hinder discourage prevent block delay oppose stop terminate forbid withdraw abandon ignore minimize minimise',
  make: 'create establish introduce adopt launch implement build',
  ask: 'consider review study explore examine evaluate assess discuss investigate analyze analyse',
  require: 'require mandate oblige force compel',
  allow: 'allow permit authorize authorise enable',
  keep: 'retain preserve maintain uphold sustain continue',
}

/** Groups that are not far enough from one another. */
const near = new Set([
  'allow more',
  'make more',
  'allow make',
  'ask make',
  'make require',
  'keep more',
  'keep make',
  'ask keep',
  'keep require',
  'allow keep',
])

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
]

/** The same in Chinese, where words are looked for in what is written. */
const hanGroups: readonly (readonly [string, string])[] = [
  [
    '加强 加強 强化 強化 增强 增強 扩大 擴大 促进 促進 支持 鼓励 鼓勵 增加 提高 提升 推动 推動 推进 推進 加快 完善 允许 允許 保护 保護 保障 维护 維護 发展 發展',
    '取消 削弱 减少 減少 限制 禁止 废除 廢除 降低 停止 放松 放鬆 淘汰 消除 减弱 減弱 放弃 放棄 侵害 危害 损害 損害',
  ],
  ['全部 所有 一切', '部分 个别 個別 少数 少數'],
  ['以上', '以下'],
  ['之前 以前', '之后 之後 以后 以後'],
]

const groupOfVerb: ReadonlyMap<string, string> = new Map(
  Object.entries(verbs).flatMap(([group, words]) =>
    words.split(' ').flatMap((word) => formsOf(word).map((form) => [form, group] as const)),
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
  const doubled = /^(?:ban|curb|permit|compel|stop)$/u.test(verb) ? verb + verb.slice(-1) : verb
  const third = verb.endsWith('sh') ? `${verb}es` : `${verb}s`
  return [verb, third, `${verb}ed`, `${verb}ing`, `${doubled}ed`, `${doubled}ing`]
}

/** Whether `said`, in brackets, is certainly of another sense than the words `replaced`, all in small letters. */
export function isOtherSense(said: readonly string[], replaced: readonly string[]): boolean {
  return (
    isOtherVerb(said, replaced) ||
    groupsOfOthers.some((groups) => areApart(groupsIn(said, groups), groupsIn(replaced, groups))) ||
    isNegated(said, replaced) ||
    isNegated(replaced, said) ||
    isOtherHan(said.join(''), replaced.join(''))
  )
}

function isOtherVerb(said: readonly string[], replaced: readonly string[]): boolean {
  const [one, other] = [groupsIn(said, groupOfVerb), groupsIn(replaced, groupOfVerb)]
  return areApart(one, other) && [...one].every((a) => [...other].every((b) => areFar(a, b)))
}

function areFar(one: string, other: string): boolean {
  return !near.has([one, other].sort().join(' '))
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

const negatingBeginning = /^(?:un|in|im|il|ir|non|dis|mis)-?(?=[a-z]{3})/u

/** Whether a word of `one` is one of `other` turned into its contrary: `unsafe`, `illegal`. */
function isNegated(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => {
    const bare = word.replace(negatingBeginning, '')
    return bare !== word && other.includes(bare) && !one.includes(bare)
  })
}

function isOtherHan(said: string, replaced: string): boolean {
  const has = (words: string, text: string): boolean =>
    words.split(' ').some((word) => text.includes(word))
  return hanGroups.some(
    ([one, other]) =>
      (has(one, said) && has(other, replaced) && !has(one, replaced)) ||
      (has(other, said) && has(one, replaced) && !has(other, replaced)),
  )
}
