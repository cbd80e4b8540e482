import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isSimplified } from '../../../src/core/text/scripts.ts'
import { problemsIn, saidSentences, verdictsIn } from '../../support/whoseWords.ts'

/** What is said of a quotation: nothing, that it is open whose it is, that something is wrong with it, or none of these. */
type Outcome = 'nothing' | 'hint' | 'alarm' | 'other'

function outcomeOf(verdict: string | undefined): Outcome {
  if (verdict === undefined) return 'nothing'
  if (verdict === 'whose words') return 'hint'
  return ['altered', 'not found', 'found elsewhere'].includes(verdict) ? 'alarm' : 'other'
}

/** How often each letter of the set led to each outcome; of words that others quote nothing may be said. */
function table(name: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { letters, text, quoted } of saidSentences(name)) {
    const verdicts = new Map(verdictsIn(text))
    for (const [at, letter] of Array.from(letters).entries()) {
      const cell = `${letter} ${outcomeOf(verdicts.get(quoted[at] ?? ''))}`
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return counts
}

/** So many are, at most. */
const alarms = { whoseWords: 0, whoseWordsUnseen: 0, whoseWordsLast: 0 }

suite('Whose words are quoted', () => {
  for (const [name, most, least] of [
    ['whoseWords', 0, 80],
    ['whoseWordsUnseen', 4, 80],
    ['whoseWordsLast', 4, 22],
  ] as const) {
    test(`${name}: words of others are not held against an instrument, and mostly nothing is said of them`, () => {
      const counts = table(name)
      assert.ok((counts['o alarm'] ?? 0) <= alarms[name], JSON.stringify(counts))
      assert.equal(counts['o other'] ?? 0, 0)
      assert.ok((counts['o hint'] ?? 0) <= most, JSON.stringify(counts))
      assert.ok((counts['o nothing'] ?? 0) >= least, JSON.stringify(counts))
    })

    test(`${name}: what the sentence says that the instrument says is held against it`, () => {
      const counts = table(name)
      assert.equal(counts['i nothing'] ?? 0, 0)
      assert.ok((counts['i hint'] ?? 0) <= 2, JSON.stringify(counts))
    })

    test(`${name}: what may be of either is no alarm, and what stands there is verified`, () => {
      const counts = table(name)
      assert.equal(counts['u alarm'] ?? 0, 0)
      assert.equal(counts['v nothing'] ?? 0, 0)
      assert.equal(counts['v alarm'] ?? 0, 0)
    })
  }

  test('the sets have 260 sentences, in English and both kinds of Chinese', () => {
    const sentences = [...saidSentences('whoseWords'), ...saidSentences('whoseWordsUnseen')]
    assert.ok(sentences.length >= 260)
    const chinese = sentences.filter(({ text }) => /\p{sc=Han}/u.test(text))
    const traditional = chinese.filter(({ text }) => !isSimplified(text))
    assert.ok(chinese.length - traditional.length >= 30, String(chinese.length))
    assert.ok(traditional.length >= 15, String(traditional.length))
  })
})

const plan = '[@us-aiap-2025, p. 3]'
const close = 'AI is far too useful to smother in bureaucracy at this early stage'

for (const [name, text, expected] of [
  ['by whoever is named', `Senator Cruz said “${close}” ${plan}.`, ['altered']],
  [
    'each by who speaks it',
    `The plan says “${close}”, a line that Senator Cruz called “the best sentence of the year” ${plan}.`,
    ['altered'],
  ],
  [
    'as another work’s where that is cited nearer',
    `It is “a preemption by the power of the purse” [@smith2025, p. 3], says the plan’s critic ${plan}.`,
    [],
  ],
  [
    'as another work’s that is the subject',
    `@smith2025 calls it “a preemption by the power of the purse” ${plan}.`,
    [],
  ],
  [
    'as the instrument’s that is the subject',
    '@us-aiap-2025 [p. 3] asks for “a preemption by the power of the purse”.',
    ['not found'],
  ],
  [
    'as somebody’s who spoke the sentence before',
    `“It is a road map for all of us,” Senator Cruz said. “And nobody will stop us on the way” ${plan}.`,
    ['whose words'],
  ],
  [
    'as a block that somebody is said to speak',
    `Senator Cruz said:\n\n> We will build the future here and nowhere else.\n>\n> ${plan}\n`,
    [],
  ],
  [
    'as a block that nobody announces',
    `> We will build the future here and nowhere else.\n>\n> ${plan}\n`,
    ['not found'],
  ],
  [
    'as a block whose source stands below it',
    `> We will build the future here and nowhere else.\n> — Senator Ted Cruz ${plan}\n`,
    [],
  ],
] as const) {
  test(`a quotation is judged ${name}`, () => {
    const verdicts = verdictsIn(text).map(([, verdict]) => verdict)
    assert.deepEqual(verdicts, expected)
  })
}

test('what may be of others is a hint over the quotation, without a fix, and no alarm besides', () => {
  const text = `The approach is a “one size fits nobody” affair ${plan}.`
  const [problem, ...others] = problemsIn(text)
  assert.deepEqual(others, [])
  assert.equal(problem?.code, 'quotation.whose-words')
  assert.equal(text.slice(problem.span.start, problem.span.end), 'one size fits nobody')
})

test('sentences that nobody can take apart are judged all the same', () => {
  const sentence = `“not a word of this” and “nor of that” said “he who says” the plan ${plan} `
  for (const text of [
    sentence.repeat(300),
    `said, “${'plan says '.repeat(2000)}” ${plan}`,
    `${'“'.repeat(5000)}a” ${plan}`,
  ]) {
    assert.ok(Array.isArray(verdictsIn(text)))
  }
})

const words = {
  plan: 'the priority policy actions that are needed to sustain it',
  act: 'Human oversight shall aim to prevent whatever dangers may in practice come about',
  measures: '对拟人化互动服务实行包容审慎和分类分级监管，防止滥用失控',
}
const [act, measures] = ['[@eu-ai-act]', '[@cn-genai-2023]']

suite('Another text that is named as what speaks', () => {
  for (const text of [
    `The Code of Practice says that it exists “${words.act}” ${act}.`,
    `Under the code of conduct, which asks that “${words.act}”, firms sign up ${act}.`,
    `According to the Code of Practice, “${words.act}” ${act}.`,
    `“${words.act}”, says the Code of Practice ${act}.`,
    `The Code’s glossary calls it “${words.act}”, beyond what the Act asks for ${act}.`,
    `The Directive says that “${words.act}” ${act}.`,
    `The Digital Services Act says that “${words.act}” ${act}.`,
    `The request for information had sought comments on “${words.plan}”; the plan answers it ${plan}.`,
    `The RFI asked for “${words.plan}” ${plan}.`,
    `The press release says that “${words.plan}” come first ${plan}.`,
    `The fact sheet on the plan describes “${words.plan}” ${plan}.`,
    `The page of NIST on the framework says: “${words.plan}. It is in progress.”; the plan had asked for it ${plan}.`,
    `NIST’s page on the plan says that “${words.plan}” are in progress ${plan}.`,
    `The website of the Department says that “${words.plan}” are in progress ${plan}.`,
    `《人工智能拟人化互动服务管理暂行办法（征求意见稿）》提出“${words.measures}”，与生成式服务的办法一脉相承${measures}。`,
    `《网络安全法》第二十条规定“${words.measures}”${measures}。`,
    `《互聯網信息服務深度合成管理規定》要求「${words.measures}」${measures}。`,
    `根据《数据安全法》，“${words.measures}”${measures}。`,
    `《生成式人工智能服务管理办法（征求意见稿）》规定“${words.measures}”${measures}。`,
  ]) {
    test(`is not measured by the one that is cited: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(verdictsIn(text), [])
    })
  }

  for (const [text, verdict] of [
    [`The Regulation says that “${words.act}” ${act}.`, 'altered'],
    [`The AI Act says in its glossary that “${words.act}” ${act}.`, 'altered'],
    [`The first page of the plan says: “${words.plan}” ${plan}.`, 'not found'],
    [`The section of the plan on frameworks says: “${words.plan}” ${plan}.`, 'not found'],
    [`The plan’s page on NIST says: “${words.plan}” ${plan}.`, 'not found'],
    [`《生成式人工智能服务管理暂行办法》规定“${words.measures}”${measures}。`, 'altered'],
    [`《暂行办法》第三条规定“${words.measures}”${measures}。`, 'altered'],
    [`《生成式人工智能管理办法》规定“${words.measures}”${measures}。`, 'altered'],
    [`该办法依据《网络安全法》规定“${words.measures}”${measures}。`, 'altered'],
  ] as const) {
    test(`is none where it is the cited one or a part of it: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(
        verdictsIn(text).map(([, told]) => told),
        [verdict],
      )
    })
  }
})

suite('A denial behind a quotation', () => {
  for (const text of [
    `“${words.act}” ${act} do not occur here.`,
    `“${words.act}” ${act} does not appear in our system.`,
    `“${words.act}” ${act} are not used by the bank.`,
    `“${words.act}” are not found in our system ${act}.`,
    `“${words.act}” ${act} is absent here.`,
    `“${words.measures}”${measures}的情形在本项目中不存在。`,
    `“${words.measures}”${measures}在本系统中并未出现。`,
    `本项目未涉及“${words.measures}”${measures}。`,
  ]) {
    test(`of what the words speak of takes no verdict from them: ${text.slice(-40)}`, () => {
      assert.match(verdictsIn(text)[0]?.[1] ?? '', /^(?:altered|not found|whose words)$/u)
    })
  }

  for (const text of [
    `“${words.act}” does not appear in the act ${act}.`,
    `“${words.act}” ${act} is never mentioned in the act.`,
    `“${words.act}” appears nowhere ${act}.`,
    `The words “${words.act}” are not found in any of its articles ${act}.`,
    `“${words.act}” is absent from the act ${act}.`,
    `“${words.measures}”并未出现在该办法中${measures}。`,
    `我们在该办法中没有看到“${words.measures}”${measures}。`,
  ]) {
    test(`of the words themselves leaves nothing to judge: ${text.slice(-40)}`, () => {
      assert.deepEqual(verdictsIn(text), [])
    })
  }
})
