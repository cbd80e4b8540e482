import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { buildCommandLine } from '../../scripts/build.mjs'
import { usageIn } from '../../src/cli/usage/usage.ts'
import { notChinese } from '../support/chineseText.ts'
import { nodeOfCommandLine } from '../support/commandLine.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

const top = mkdtempSync(path.join(tmpdir(), 'policy-citation-chinese-'))
undoAtExit(() => {
  removeFolder(top)
})
const build = buildCommandLine
const script = await build(path.join(top, 'extension'))

/** What is run here: the examples, and one of everything that goes wrong. */
const work = path.join(top, 'work')
mkdirSync(work)
const examples = path.join(import.meta.dirname, '../../examples')
const reports = readdirSync(examples).filter((name) => name.endsWith('.md'))
for (const name of reports) copyFileSync(path.join(examples, name), path.join(work, name))
writeFileSync(path.join(work, 'old.md'), '# 甲 {#1}\n\n文。\n\n# 乙 {#2}\n\n旧。\n')
writeFileSync(path.join(work, 'new.md'), '# 甲 {#1}\n\n文。\n\n# 丙 {#3}\n\n新。\n')
writeFileSync(path.join(work, 'latin.md'), Buffer.from([0x61, 0xe9, 0x0a]))
writeFileSync(path.join(work, 'bare.md'), '# 无\n')
writeFileSync(path.join(work, 'bomb.xml'), '<!DOCTYPE a [<!ENTITY b "c">]><ACT>&b;</ACT>')
writeFileSync(
  path.join(work, '问题.md'),
  `---
lang: zh-CN
bibliography: none.json
---

第一 [@us-aiap-2025:I.1.1, p. 99]，第二 [@us-aiap-2025:I.9.9]。第三 [@us-eo-14110]，第四 [@US-AIAP-2025:I.1.1]。
第五 [@eu-ai-act；@us-aiap-2025]。按照@us-aiap-2025:I.1.1规定。
由国防部牵头 [@us-aiap-2025:I.1.1]。《人工智能法案》共有 200 条 [@eu-ai-act]。该计划分为四大支柱 [@us-aiap-2025]。
自2024年1月1日起适用 [@eu-ai-act, 第 5 条]。
必须禁止 [@us-aiap-2025:I.1.1]。
`,
)

interface Answer {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Answer {
  const { stdout, stderr, status } = spawnSync(nodeOfCommandLine, [script, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { ...inNoLanguage, ...environment },
  })
  return { out: stdout, err: stderr, code: status }
}

const named = ['LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG']
const inNoLanguage = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !named.includes(name)),
)

suite('the language is the reader’s', () => {
  const misspelt = ['chek']
  const inEnglish = 'There is no command “chek”. See --help.\n'
  const inSimplified = '没有命令“chek”。用法见 --help。\n'
  const inTraditional = '沒有命令「chek」。用法請見 --help。\n'
  for (const [environment, said] of [
    [{ LANG: 'zh_CN.UTF-8' }, inSimplified],
    [{ LANG: 'zh_TW.UTF-8' }, inTraditional],
    [{ LANG: 'zh_HK.UTF-8' }, inTraditional],
    [{ LANG: 'en_GB.UTF-8' }, inEnglish],
    [{ LANG: 'fr_FR.UTF-8' }, inEnglish],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, inEnglish],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, inSimplified],
    [{ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:zh_TW:en' }, inTraditional],
    [{ LANG: 'C.UTF-8', LANGUAGE: 'zh_CN' }, inEnglish],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, inEnglish],
  ] as const) {
    test(`that of the environment: ${JSON.stringify(environment)}`, () => {
      assert.equal(run(misspelt, environment).err, said)
    })
  }

  test('that of the settings before that of the environment, and that of the option before both', () => {
    const folder = path.join(work, '.vscode')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'settings.json'), '{ "policyCitation.language": "zh-Hant" }')
    assert.equal(run(misspelt, { LANG: 'zh_CN.UTF-8' }).err, inTraditional)
    assert.equal(run([...misspelt, '--language', 'zh-Hans']).err, inSimplified)
    assert.equal(run([...misspelt, '--language', 'en'], { LANG: 'zh_CN' }).err, inEnglish)
    removeFolder(folder)
  })

  test('a language that is none is told in that of the environment', () => {
    const { err } = run(['check', '问题.md', '--language', 'de'], { LANG: 'zh_CN.UTF-8' })
    assert.equal(err, '没有语言“de”：可用 en、zh-Hans 或 zh-Hant。\n')
  })
})

/** A command and what it says of: what it writes of documents and reports is theirs. */
const runs: readonly (readonly string[])[] = [
  [],
  ['chek'],
  ['check'],
  ['check', '问题.md', ...reports, '--report-ignored'],
  ['check', '问题.md', '没有.md', 'latin.md'],
  ['check', '问题.md', '--format', 'xml'],
  ['check', '问题.md', '--as-of', '明天'],
  ['check', '问题.md', '--official', '无'],
  ['check', '问题.md', '--official', 'us-aiap-2025=没有.md'],
  ['check', '问题.md', '--official', 'us-aiap-2025=bomb.xml'],
  ['check', '问题.md', '--corpus', '没有'],
  ['check', '问题.md', '--corpus', 'bare.md'],
  ['check', '--fehlt'],
  ['check', '--format'],
  ['check', '--report-ignored=1'],
  ['export'],
  ['export', '没有.md'],
  ['export', 'bare.md'],
  ['import'],
  ['import', 'bomb.xml'],
  ['find', '--limit', '无', '甲'],
  ['render'],
  ['render', '问题.md', '--to', '无'],
  ['render', '问题.md', '--output', '问题.md'],
  ['diff'],
  ['library'],
  ['library', '多'],
  ['library', '--languages', '--format', '无'],
  ['filter', '多'],
]

const localeOf = { 'zh-Hans': 'zh_CN.UTF-8', 'zh-Hant': 'zh_TW.UTF-8' } as const

for (const language of ['zh-Hans', 'zh-Hant'] as const) {
  suite(`in ${language}, nothing is half English`, () => {
    for (const args of runs) {
      test(JSON.stringify(args), () => {
        const { out, err } = run(args, { LANG: localeOf[language] })
        const said = args[0] === 'render' ? err : out + err
        assert.notEqual(said, '')
        assert.deepEqual(notChinese(ourWordsOf(said)), [], said)
      })
    }

    test('what the library was checked for when, and in which languages it is', () => {
      const stale = run(['library', '--stale', '--as-of', '2030-01-01', '--language', language])
      const rows = stale.out.trimEnd().split('\n')
      const said = rows.map((row) => row.split('\t').slice(2).join('\t'))
      assert.deepEqual(said.flatMap(notChinese), [])
      const [head = ''] = run(['library', '--languages', '--language', language]).out.split('\n')
      assert.deepEqual(notChinese(head), [])
    })

    test('what became of each provision', () => {
      const { out } = run(['diff', 'old.md', 'new.md', '--language', language])
      assert.deepEqual(notChinese(out.replaceAll(/\{\+|\+\}|\[-|-\]/gu, '')), [])
    })

    test('counts have the words that count them', () => {
      const { out } = run(['check', '问题.md', '--language', language])
      const wanted =
        language === 'zh-Hans' ? /^1 份报告中有 \d+ 个问题$/mu : /^1 份報告中有 \d+ 個問題$/mu
      assert.match(out, wanted)
    })
  })
}

test('the usage names the same commands, options and formats in each language', () => {
  const { whole, find } = usageIn('en')
  for (const language of ['zh-Hans', 'zh-Hant'] as const) {
    const translated = usageIn(language)
    assert.deepEqual(tokensOf(translated.whole), tokensOf(whole))
    assert.deepEqual(tokensOf(translated.find), tokensOf(find))
    assert.deepEqual(notChinese(withoutSynopsis(translated.whole)), [])
  }
})

/** What is ours in what is said: quoted words of reports, and the names of formats and commands, are signs. */
function ourWordsOf(said: string): string {
  return said
    .replaceAll(/(?:用法：)?node cli\.js .*/gu, '')
    .replaceAll(/“[^”\n]*”|「[^」\n]*」/gu, '某')
    .replaceAll(/(?<=可用 )[^。\n]*/gu, '某')
    .replaceAll(/(?<![\w.])(?:render|library|filter)(?= )/gu, '某')
}

function tokensOf(usage: string): readonly string[] {
  const tokens = usage.matchAll(/--[a-z-]+|node cli\.js [a-z]+|[a-z-]+(?:\|[a-z-]+)+/gu)
  return Array.from(tokens, ([token]) => token).sort()
}

/** Without how commands are called, and without the names that they bear. */
function withoutSynopsis(usage: string): string {
  return usage
    .replaceAll(/^(?:用法：)?\s*node cli\.js .*$/gmu, '')
    .replaceAll(/^pandoc report\.md.*$/gmu, '')
    .replaceAll(/^ {2}--map \S+$/gmu, '')
    .replaceAll(/\b[a-z]+(?:,[a-z]+)+\b/gu, '')
    .replaceAll(/^ {2}-[^\u4e00-\u9fff]*(?: |$)/gmu, '')
    .replaceAll(/\b(?:check|export|import|find|filter|render|diff|library|text|csl:)(?!\w)/gu, '')
    .replaceAll(/[ \n]+/gu, ' ')
    .replaceAll(/ ?(\P{ASCII}) ?/gu, '$1')
}
