/**
 * The words by which sentences say how strongly something is put, in English and Chinese; of folded text,
 * in which a run of {@link own} stands for a name of the cited instrument, and a blank for white space.
 */

import { ownMark } from '../../../citation/laws/ownNames.ts'

/** A name of the cited instrument, as `markOwnNames` has it. */
const own = `${ownMark}+`

/** Those whom a text may bind. */
export const agents =
  /(?<![a-z])(?:agenc(?:y|ies)|departments?|compan(?:y|ies)|firms?|(?:sub)?contractors?|(?:develop|provid|deploy|manufactur|employ|export|import|research|us|own)ers?|labs?|laborator(?:y|ies)|vendors?|institutions?|(?<!united )states?|organi[sz]ations?|business(?:es)?|operators?|universit(?:y|ies)|recipients?|regulators?|commission|offices?|authorit(?:y|ies)|bod(?:y|ies)|countries|council|controllers?|processors?|ministries)(?![a-z])|机构|部门|机关|企业|公司|[开研]发者|提供者|部署者|研究人员|委员会|执委会|办公室|各州|州政府|组织|运营者|成员国|会员国|各国|大学|当局|厂商|业者/u

/** Who is no addressee: of these something is needed, not required. */
export const noAgents =
  /^one (?!of)|congress|cooperation|support|money|funding|time(?![a-z])|lawmaker|legislat|government|united states|americ|nation(?!al)|readers|everyone|国会|美国必|政府/u

const label =
  '(?:article|art\\.|section|sec\\.|pillar|action|recommendation|point|paragraph|goal|target) [\\w.()]+(?: of (?:the )?' +
  ownMark +
  '+)?'
const part =
  '(?:this|the|its) (?:action|measure|recommendation|provision|section|pillar|paragraph|article|subcategory)'
const partInChinese =
  '(?:这项|该项?|此项?|本)(?:行动|措施|建议|条款?|规定|节|款)|第[\\d零一二三四五六七八九十百]+条(?: ?第[\\d一二三四五六七八九十a-z]+[款项]){0,2}'

/** What is said to require, ban or pay: the instrument or a part of it, where a clause begins. */
const subject =
  `(?:^|[,;:(–—]|(?<![a-z])(?:and|but|because|since|while|although|though|so|yet)) *(?:(?:the )?${own}(?:['’]s(?: [a-z-]+){1,3})?|${label}|${part})` +
  ' +(?:(?:also|expressly|explicitly|clearly|thus|therefore|even|still|further|legally|already|now) )?'
const subjectInChinese =
  `(?:^|[,;:]|[而但]|因为|虽然|尽管|由于|同时) *(?:(?:(?:美国|白宫|英国|nist)的? ?)?${own}|(?:美国|白宫)?的?(?:nist的? ?)?(?:ai|人工智能)?(?:行动|风险管理)?(?:计划|框架|倡议|法案)|${partInChinese}) *` +
  '(?:[还也则均亦都更]|明确|正式|进一步|已经?|现已){0,2}'

/** What a sentence says of an instrument. */
export type SaidKind = 'duty' | 'advice' | 'force' | 'ban' | 'money'

function says(verbs: string, inChinese: string, before = ''): RegExp {
  return new RegExp(
    `(?:${subject}(?<verb>${verbs})|${subjectInChinese}${before}(?<said>${inChinese}))`,
    'u',
  )
}

/** What the instrument itself is said to do; what stands behind it is looked at for duties. */
export const deeds: readonly (readonly [kind: SaidKind, pattern: RegExp])[] = [
  [
    'duty',
    says(
      '(?:(?:(?:require|mandate|oblige|obligate|compel|order|force|command)(?:s|d|ed|led)|require|oblige)(?! by| of)|makes it (?:mandatory|compulsory|obligatory)|imposes an? (?:[a-z]+ )?(?:duty|obligation|requirement))(?![a-z-])',
      '要求(?![的之很较高])|责令|责成|命令|强制|强令|强迫|迫使',
    ),
  ],
  [
    'advice',
    says(
      '(?:only |merely )?(?:recommend|advise|suggest)(?:s|d|ed)(?! by| itself|[a-z-])',
      '[只仅]?是?建议(?![书稿案权由阶])',
    ),
  ],
  [
    'ban',
    says(
      '(?:ban(?:s|ned)|prohibit(?:s|ed)|forbids|forbade|outlaw(?:s|ed))(?! by| on| itself|[a-z-])',
      '(?:禁止|取缔)(?!令|性|条|规|与否)',
    ),
  ],
  [
    'money',
    says(
      '(?:fund(?:s|ed)|financ(?:es|ed)|bankroll(?:s|ed)|(?:(?:allocat|appropriat)(?:es|ed)|earmark(?:s|ed))(?=[^.;]{0,80}(?:[$€£\\d]|money|fund|dollar|illion|budget|resource)))(?! by| itself| (?:are|is|were|was|will)(?![a-z])|[a-z-])',
      '(?:拨款|拨付|划拨|出资|资助|斥资)(?![额者的]|与否|条[款件]|对象|用途|规模|方式|部分)|[为给向][^,。;]{1,14}(?:拨款|拨付|出资)(?= *(?:$|[,。;\\d一二三四五六七八九十百千万数]))',
    ),
  ],
  [
    'force',
    says(
      '(?:(?:is|has been|was) (?:now |already |fully )?in force|(?:came|comes|entered|enters|went) into force|(?:is|are|was|has been|remains?|bec(?:ame|omes)) (?:now |already )?(?:legally )?(?:binding|mandatory|compulsory|enforceable|obligatory)(?= *(?:$|[^ a-z-])| (?:on|upon|for|in|across|throughout|against|and|but|or|since|from|to|under|as|which|so|now|law|today|everywhere|within|at|there|only|even)(?![a-z]))|(?:is|became) (?:binding )?law|(?:took|takes|has) legal effect|has the force of law)(?![a-z-])',
      '(?:生效|施行)(?!与否|起来|[日时期条细后前力])|具有?(?:法律|强制)?的?(?:约束力|拘束力|强制力|法律效力)',
      '(?:[于自从在][^,。;]{2,14}?起?(?:正式)?)?',
    ),
  ],
]

/** That somebody must do something, but for what is said of a thing by it: 必须遵守的规则. */
export const duties = new RegExp(
  `(?<![a-z])(?:(?:must|shall)(?=,? [a-z])|(?:is|are|was|were) (?:(?:legally )?(?:required|obliged|obligated|compelled|mandated|ordered)|(?:legally |duty-)bound)(?: by (?:the )?${ownMark}+)? to|ha(?:s|ve) (?:a (?:legal )?(?:duty|obligation) )?to(?! (?:date|its|their|the|this|that|an?|offer|hand|say|lose|gain)(?![a-z]))|(?:is|are) under an? (?:legal )?(?:obligation|duty) to)(?![a-z])|(?:必须|应当(?!地|事(?!先)|前(?!往)|时|年|今|局(?!限))|(?<![无毋需必])须(?![知臾])|[有负](?:有法律)?(?:义务|责任)(?=\\p{Script=Han})(?![心感])|被要求|被强制)(?!\\p{Script=Han}{1,2}的)`,
  'gu',
)

/** Behind an addressee and before a duty. */
export const beforeDuty = /^ *(?:\([^()]{1,30}\) *)?(?:(?:also|then) |[还也则将亦并均都])?$/u

/** Behind a thing and before the addressee of a duty that describes it: `the rules that agencies must follow`. */
export const describing =
  /(?: (?:which|whom|what)|(?<!says|states|provides|specifies|stipulates|demands|declares|down|insists|clear|and|or|but|,) that) (?:(?:the|all|most|many|other|such|federal|us|u\.s\.) ){0,2}$/u

/** What credits the instrument with a duty, before it: `under the plan, `, `the plan says that `. */
export const credits = new RegExp(
  `(?:(?:^|[,;(]) *(?:and |but )?(?:as (?:the )?${own} (?:says|makes clear|provides|states|puts it),|(?:under|according to|pursuant to|as per|in) (?:the )?${own},?)|${subject}(?:says|states|provides|specifies|stipulates|demands|declares|lays down|insists) that)[^.;:,]{0,60}$` +
    `|(?:(?:根据|依据|依照|按照|按|依|据) *${own}(?: *的?(?:规定|要求|安排))?|${subjectInChinese}(?:规定|明确|写明|载明|要求)),? *[^。;:,]{0,24}$`,
  'u',
)
/** The same behind it: `under the plan`. */
export const creditsBehind = new RegExp(
  `^[^.;:]{0,120}? (?:under|according to|pursuant to) (?:the )?${own}`,
  'u',
)

/** What names another source, behind: `under a memo`. */
export const otherSource = new RegExp(
  ` (?:under|pursuant to) (?!(?:the )?${own})|是?[依根]据(?!${own})`,
  'u',
)

/** What may stand before an agency with which a sentence begins. */
export const opening =
  /^ *(?:(?:moreover|also|meanwhile|furthermore|in addition|second|third|finally|here|and|for its part),? |(?:此外|另外|同时|其中|其次|而|且),? *)?(?:the )?(?:u\.?s\.? |美国)?$/u

/** What somebody who demands something of their own says behind `must`. */
export const demands =
  /^ (?:now|first|still|already|always|usually|often|quickly|urgently|therefore|thus|do|act(?! on)|have|know|realise|realize|understand|decide|go|be(?: [a-z]+ly)? (?:careful|aware|able|ready|given|the|an?|one|[a-z]+ed)|choose|pick|cope|contend|live|struggle|follow|respect|obey|comply|read|remember|wait|cooperate|continue)(?![a-z])|^(?:[先再]|更(?!新)|首先|尽快|立即|认真|谨慎|进一步|继续)/u

/** What makes a sentence unsure: conditions, wishes, views, speech of others, questions, other times. */
export const unsure =
  /(?<![a-z])(?:if|unless|would|could|might|until|once|critics?|argu[a-z]+|claim[a-z]*|believ[a-z]+|thinks?|views?|opinion|senators?|congress|(?:some|many|most|legal|several) (?:experts|analysts)|(?:experts|analysts) (?:say|think|warn|fear|note|expect)|some|myth|rumou?r[a-z]*|hop(?:e|es|ed|ing)|wants?|wish[a-z]*|to (?:succeed|work|win)|soon|draft|earlier|previous|former[a-z]*|alleg[a-z]+|suppos[a-z]+|seem[a-z]*|appear[a-z]*|likely|perhaps|effectively|in effect|de facto|practically|almost|nearly|virtually|hardly|only (?:if|in|on|for|as|after|by|when)|bill|we|our|us|i|my)(?![a-z])|^(?:what|who|how|why)[a-z]* |[?？若吗]|如果|假如|除非|一旦|认为|主张|批评|学者|专家(?!组|小组)|分析(?:人士|[师家称]|指出)|据称|据报|有人|议员|国会|希望|期待|似乎|等于|相当于|实际上|变相|才能|才会|要让|为[了使]|要落实|首先|尽快|我们|笔者|本文|本报告|草案|而非|与其|的(?:说法|程度)|一说/u

/** The same where it stands before. */
export const unsureBefore =
  /(?<![a-z])whether(?![a-z])|本应|可能|几乎|近乎|(?<![优领率])先(?!进)|更(?!新)|[不没曾]|未(?!来)|[无毋][须需]|是否|如何|原[定本]/u

/** What puts something no more strongly than a recommendation does: then the sentence says so itself. */
export const mild =
  /(?<![a-z])(?:recommend|suggest|propos|urg(?:e|es|ed|ing)(?![a-z])|voluntar|encourag|non-?binding|advis|invit|should|may (?!\d)|calls? (?:for|on))|建议|呼吁|鼓励|自愿|提议|推荐|(?<![虚模])拟(?![人订定])|(?<![适便事])宜|可以/u

/** Behind a quotation mark that is open still. */
export const isQuoting = /^(?:[^"]*"[^"]*")*[^"]*"[^"]*$|“[^“”]*$|[「『][^「『」』]*$/u

/** Something of what each of these has, in any script. */
export const telltale =
  /must|shall|requ|obli|mand|order|comp|forc|b[io]nd|bound|duty|ha(?:s|ve) |impos|ban|prohib|forb|outlaw|fund|financ|alloc|approp|earm|law|effect|recomm|advis|suggest|必[须須]|[应應][当當]|[须須责責强強迫拨撥具]|[义義][务務]|要求|命令|建[议議]|禁止|取[缔締]|出[资資]|[资資]助|生效|施行/iu
