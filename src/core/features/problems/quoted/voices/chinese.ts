import { otherWork, ownWork } from '../../../../report/quoted/besideQuotation.ts'
import { fold } from '../../../../words/fold.ts'
import { greatestOf } from '../../../../text/lists.ts'
import type { VoiceAsked, Voice } from './asked.ts'
import { withOtherTitles, withoutHanging } from './chineseTitles.ts'

// All are read in folded text: simplified characters, half-width punctuation.

const ownNouns =
  /[计规]划|纲要|战略|方案|法案|条例|办法|规[定则章]|(?:行政)?命令|文[件本]|原文|文[中内]|意见|倡议|框架|宣言|指[南引]|本法|该法|此法|第[\d一二三四五六七八九十百千]+[条款项章节页部]|条[文款]|支柱|序言|前言|附[件录]|立法者|其中|一[条节章]/gu
const othersNouns =
  /议员|部长|大臣|总[统理裁监]|主[席任]|官员|发言人|负责人|教授|学[者界]|专家|律师|法官|法院|记者|媒体?|报[纸社道]|[时日早晚邮]报|通?[讯路新法美共]社|电视台|广播公司|周刊|杂志|网站|评论|人士|批评|支持者|反对者|业[界内者]|[外舆商政律各产科]界|(?:法[律学]|金融|科技|企业)界|舆论|协会|公会|工会|团体|组织|机构|智库|公司|企业|厂商|院[长士]|所长|会长|创始人|首席|执行官|研究[员者]|分析师|经济学家|委员|代表|顾问|幕僚|州长|市长|检察长|民众|网友|主管|高管|[署局司处]长|学会|基金会|律所|事务所|用户|有人|人们|[他她我]们?|论文|文章|报告|演讲|声明|访谈|采访|研究|书[中里]|社论|博[客文]|推文/gu
const verbs =
  /表示|指出|认为|强调|写[道明着有]|批评|形容|警告|回应|提醒|直言|坦[言承]|透露|呼吁|主张|评[价论]|讥[讽为]?|斥[责为]?|誉为?|称[之作为呼]?|叫[作做]|看作|视[作为]|所[言说述]|报道|要求|规定|明[确定]|提[出到及]|声[称明]|宣[称布告]|承诺|希望|建议|担[心忧]|质疑|抱怨|解释|补充|告诉|载明|列[明举出]|禁止|主旨|定义|反对|谴责|赞[扬赏誉]|欢迎|回答|反问|感叹|总结|预[测言]|描[绘述]|刻画|解读|概括|理解为|比[作喻]|喻为|归纳|戏称|调侃|感慨|忧心|痛批|坚称|断言|疾呼|盛赞|笑称|反驳|驳斥|追问|分析|介绍|估计|说/gu

/** A clause says who speaks in so many characters before the verb. */
const longestSubject = 30
/** So many characters may part the verb from the quotation. */
const mostBetween = 14
/** So many characters of a quotation without a speaker are a fragment that may be a term or in scare quotes. */
const longestFragment = 14

/** Whose words a quotation in a Chinese sentence has; see `voiceOf`. */
export function voiceInChinese({ beside, words, names }: VoiceAsked): Voice {
  const read = (text: string): string =>
    withoutQuoted(withOtherTitles(withNames(text, names), names))
  const [before, behind] = [read(beside.before), read(beside.behind)]
  const spoken = spokenOf(before, behind, beside.isCitedRightBehind)
  if (spoken !== undefined) return spoken
  if (
    spokenBehind(read(beside.previous).split('“”').at(-1) ?? '') === 'others' &&
    beside.previous !== ''
  )
    return 'unsure'
  if (lastOf(othersNouns, before) !== undefined) return 'unsure'
  if (before.slice(-4).includes(ownWork)) return 'own'
  const isFragment = /\p{L}/u.test(before) && isShort(words) && !before.endsWith(':')
  return beside.isCitedRightBehind && !isFragment ? 'own' : 'unsure'
}

function spokenOf(before: string, behind: string, isCitedRightBehind: boolean): Voice | undefined {
  const tail = before.slice(-60)
  if (/所谓的?$/u.test(tail)) return 'others'
  if (isDenied(tail, behind, isCitedRightBehind)) return 'others'
  if (isTitleOfWork(tail, behind)) return 'others'
  const said = spokenBefore(before)
  const then = spokenBehind(behind)
  if (said === undefined) return then ?? reportedBy(before)
  return said === 'own' && then === 'others' ? 'unsure' : said
}

/** `据路透社报道，`, `根据该办法，`. */
function reportedBy(before: string): Voice | undefined {
  const by = /(?:根据|依据|按照|依照|[据依按])([^,;:。据依按]{1,40})[,:]?$/u.exec(before.slice(-44))
  return by === null ? undefined : voiceIn(by[1] ?? '')
}

/** Verbs of people alone, and such as are said of texts as well. */
const ofPeople =
  /^(?:表示|认为|坦言|直言|回应|透露|批评|告诉|写道|呼吁|感叹|反问|担[心忧]|抱怨|质疑|解读|概括|比[作喻]|归纳|戏称|调侃|感慨|忧心|痛批|坚称|断言|疾呼|盛赞|笑称|反驳|驳斥|追问)$/u
const ofBoth = /^(?:说|称|指出|强调|警告|评[价论]|声称|宣称|解释|补充)$/u

/** Somebody whom no word tells to be one. */
function voiceOfUnknown(subject: string, verb: string): Voice | undefined {
  const clause = subject.split(/[,、:“”]/u).at(-1) ?? ''
  if (!/\p{sc=Han}{2}/u.test(clause)) return undefined
  if (ofPeople.test(verb)) return 'others'
  return ofBoth.test(verb) ? 'unsure' : undefined
}

/** Who speaks by the last verb before the quotation, in its clause or the one before. */
function spokenBefore(before: string): Voice | undefined {
  const clauses = before.slice(-120)
  const from = greatestOf(['。', ';', '!', '?'].map((mark) => clauses.lastIndexOf(mark))) + 1
  const said = [...clauses.slice(from).matchAll(verbs)]
  for (const { 0: verb, index } of said.toReversed()) {
    const start = from + index
    const gap = clauses.slice(start + verb.length)
    if (gap.replaceAll('“”', '').length > mostBetween) return undefined
    if (gap.includes('“”') && !/“”[、和与及以或,]{0,3}[^,]{0,3}$/u.test(gap)) return undefined
    const voice = voiceOfVerb(clauses.slice(Math.max(from, start - longestSubject), start), verb)
    if (voice === 'own') return reported(clauses.slice(from, start)) ?? voice
    if (voice !== undefined) return voice
  }
  return undefined
}

function voiceOfVerb(subject: string, verb: string): Voice | undefined {
  const lastClause = subject.split('“”').at(-1) ?? ''
  const voice = voiceIn(lastClause)
  if (/[称叫看视誉讥斥形评]/u.test(verb) && lastClause.includes('被')) {
    const agent = voiceIn(lastClause.slice(lastClause.lastIndexOf('被') + 1))
    return agent ?? (/[誉讥斥]/u.test(verb) ? 'others' : 'unsure')
  }
  // Others say what they call an instrument.
  if (/^称之|^形容/u.test(verb) && voice === 'own')
    return lastOf(othersNouns, lastClause) === undefined ? 'unsure' : 'others'
  return voice ?? voiceOfUnknown(subject, verb)
}

/** Whether others are said to say what an instrument says. */
function reported(before: string): Voice | undefined {
  const own = lastOf(ownNouns, before) ?? before.lastIndexOf(ownWork)
  const clause = before.slice(0, Math.max(0, own)).slice(-longestSubject)
  const verb = [...clause.matchAll(verbs)].at(-1)
  if (verb === undefined || clause.slice(verb.index + verb[0].length).length > 3) return undefined
  return voiceIn(clause.slice(0, verb.index)) === 'others' ? 'unsure' : undefined
}

/** Who is named behind a quotation: `参议员说`. */
function spokenBehind(behind: string): Voice | undefined {
  const [, clause = '', next] = /^[,。—\s]*([^,。;!?“]{1,40})(.?)/u.exec(behind) ?? []
  if (/^[的是等这之和与并而也在将就被为但却则]/u.test(clause)) return undefined
  const verb = [...clause.matchAll(verbs)][0]
  if (verb === undefined || verb.index === 0 || next === '“') return undefined
  return (
    voiceIn(clause.slice(0, verb.index)) ?? voiceOfUnknown(clause.slice(0, verb.index), verb[0])
  )
}

/** Whose doings are spoken of, and not the words of a text. */
const atOurs =
  /本(?:项目|系统|产品|平台|公司|企业|单位|机构|报告|研究|文(?![件本])|部门|[地校院局])|此处|这里|我[们国方司校院局]|(?:现实|实践)中/u

/**
 * Whether it is said that the words do not stand in the text. What is denied to be somewhere else is what they speak
 * of, and of words that are cited before it a denial says so only where it names the text.
 */
function isDenied(tail: string, behind: string, isCitedRightBehind: boolean): boolean {
  const clause = tail.split(/[,。;]/u).at(-1) ?? ''
  const isBefore =
    /(?:[未不无]|没有?)[^,。;]{0,4}(?:出现|提[及到]|使用|包含|包括|涉及|写[入有]|规定|见到?|看到|找到)[^,。;]{0,4}$/u.test(
      tail,
    )
  if (isBefore && (voiceIn(clause) === 'own' || /[见看找]到/u.test(clause) || !atOurs.test(clause)))
    return true
  const denial =
    /^[^,。;“]{0,8}并?[未没无不][^,。;“]{0,4}(?:出现|提[及到]|使用|见于|写入|存在)[^,。;“]{0,12}/u.exec(
      behind,
    )?.[0]
  if (denial === undefined) return false
  return voiceIn(denial) === 'own' || (!isCitedRightBehind && !atOurs.test(denial))
}

function isTitleOfWork(tail: string, behind: string): boolean {
  return (
    /(?:题为|题目?是|标题为|名为|以)$/u.test(tail) &&
    (/^(?:的|为题)[^,。;]{0,12}(?:论文|文章|报告|演讲|研究|社论|研讨|会议|讲座|书)/u.test(behind) ||
      behind.startsWith('为题') ||
      /(?:论文|文章|报告|演讲|研究|社论|研讨会?|会议|讲座|新书)[^,。;]{0,4}$/u.test(
        tail.replace(/(?:题为|题目?是|标题为|名为|以)$/u, ''),
      ))
  )
}

/** Who is named last in `text`; a work by which something is done only where nobody else is. */
function voiceIn(text: string): Voice | undefined {
  return lastNamed(withoutHanging(text)) ?? lastNamed(text)
}

function lastNamed(text: string): Voice | undefined {
  const own = Math.max(text.lastIndexOf(ownWork), lastOf(ownNouns, text) ?? -1)
  const others = Math.max(text.lastIndexOf(otherWork), lastOf(othersNouns, text) ?? -1)
  if (own === -1 && others === -1) return undefined
  return own > others ? 'own' : 'others'
}

/** Where the last of what `pattern` finds in `text` ends. */
function lastOf(pattern: RegExp, text: string): number | undefined {
  const last = [...text.matchAll(pattern)].at(-1)
  return last && last.index + last[0].length
}

function isShort(words: string): boolean {
  return (words.match(/\p{sc=Han}/gu) ?? []).length <= longestFragment && !/[。;；]/u.test(words)
}

/** `text` folded, with {@link ownWork} where it has one of `names`. */
function withNames(text: string, names: readonly string[]): string {
  return names.reduce((sentence, name) => sentence.replaceAll(fold(name), ownWork), fold(text))
}

/** Other quotations as `“”`; one that is a name of an instrument is no quotation. */
function withoutQuoted(text: string): string {
  return text.replaceAll(/[“"][^”"“]*[”"]?/gu, (quoted) =>
    quoted.includes(ownWork) && quoted.length < 6 ? ownWork : '“”',
  )
}
