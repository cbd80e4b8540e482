/**
 * The words by which a clause is told from a suffix, in English and both Chinese scripts. Each list is
 * short on purpose: what may be either is left in peace.
 */

/** Verbs that say what an instrument or somebody does, and are no nouns: `requires`. */
const pureVerbs: readonly string[] = [
  ...['allows', 'asks', 'compels', 'creates', 'defines', 'describes', 'directs', 'empowers'],
  ...['entitles', 'establishes', 'exempts', 'explains', 'forbids', 'gives', 'imposes', 'instructs'],
  ...['introduces', 'keeps', 'lets', 'makes', 'obliges', 'prohibits', 'protects', 'proves'],
  ...['provides', 'recommends', 'requires', 'restricts', 'says', 'seeks', 'suggests', 'takes'],
  ...['tells', 'wants', 'warns'],
]

/** Verbs that are nouns, too, with what makes verbs of them: `lists the`, `calls for`. */
const nounsAsVerbs: readonly string[] = [
  '(?:argues|claims|covers|demands|excludes|intends|leaves|limits|lists|means|notes|orders|plans|promises|proposes|puts|sets|shows|states)\\s(?:a|all|an|any|down|every|how|no|out|that|the|what)',
  '(?:demands|excludes|intends|limits|lists|means|notes|promises|proposes|shows|states)\\s(?:this|these|those|them|nothing|something|everything)(?=[.!?,;]|\\s*$|\\s(?:again|and|but|by|clearly|in|to|too|well|with)(?!\\p{L}))',
  '(?:argued|explained|said|showed|stated|suggested|warned)\\sthat\\s(?:a|all|an|any|every|it|no|they|the|these|this|those)',
  'aims\\s(?:at|to)',
  'calls\\s(?:for|on)',
  '(?:bans|grants|mandates|permits)\\s(?!(?:and|are|at|by|for|from|in|is|of|on|or|that|to|under|were|which|with)(?![\\p{L}\\p{N}]))\\p{L}+',
]

/** Verbs that go with another one; `the will of Congress` is none. */
const modals =
  '(?<!(?:a|an|free|good|her|his|its|no|our|own|political|the|their)\\s)(?:must|shall|should|will|would|cannot)(?=\\s\\p{L})'

const wordEnd = '(?![\\p{L}\\p{N}])'
/** A finite verb that is nothing else. */
export const pureVerb = `(?:${pureVerbs.join('|')})(?=\\s\\p{L})`

/** A finite verb behind a noun, which is no noun itself. */
export const verbOfNoun = `(?:${pureVerb}|${modals})`

/** Any of these, also those that are nouns elsewhere. */
export const finiteVerb = `(?:${pureVerb}|(?:${nounsAsVerbs.join('|')})${wordEnd}|${modals})`

/** Verbs that say little, and are those of many a comment. */
export const weakVerb = '(?:is|was|are|were|has|have|had|does|do|did|can|may|could|might)'

/**
 * What others did, who are named; none of what happens to a law itself, of which a comment speaks: `and
 * this was repealed by …`.
 */
export const doneByOthers =
  '(?:is|was|are|were|(?:has|have|had)\\sbeen)\\s(?:\\p{L}+ly\\s)?(?:applauded|attacked|avoided|delayed|exploited|followed|forgotten|funded|ignored|known|neglected|noticed|obeyed|overlooked|praised|resisted|seen|shared|supported|tested|tried|understood|used|welcomed)\\sby\\s\\p{L}'

/** What happens to a law or a draft itself. */
export const fateOfLaw =
  '(?:adopted|affirmed|annulled|challenged|codified|confirmed|contested|criticised|criticized|deleted|disputed|dropped|enacted|enjoined|extended|implemented|invalidated|overruled|overturned|rejected|removed|replaced|rescinded|reversed|revoked|stayed|struck|superseded|suspended|transposed|upheld|vacated|withdrawn)'

/** What may stand before a verb. */
export const adverbs =
  '(?:also|already|clearly|explicitly|expressly|further|now|only|then|therefore|thus|even|still|in\\sturn)'

/** What stands between a noun and the verb of a relative clause without a pronoun: `the duties it imposes`. */
export const subjectsOfOthers = '(?:it|they|he|she|we|you|one)'

/** Between the parts of a sentence. */
export const conjunctions = '(?:and|but|so|yet|because)'

/** What a sentence begins with as often as with a noun. */
export const pronouns =
  '(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]t|[Tt]hey|[Ww]e|[Hh]e|[Ss]he|I|[Tt]here)'

/** Words that make a part of a sentence, or a comment, of what follows. */
export const subordinating =
  '(?:that|which|who|whom|whose|what|where|when|while|as|if|how|why|whether|whereas|although|though|unless|until|before|after|since|see|cf|also\\ssee|compare|contra)'

/** Prepositions: what begins with one says more of the place, `on manipulation`. */
export const prepositions =
  '(?:about|above|against|among|at|below|between|by|concerning|during|for|from|in|including|into|of|on|onwards?|out|over|per|regarding|sub|through|throughout|to|under|via|with|within|without)'

/** Words of what is said of a cited text or of its place, of which a comment speaks: `the emphasis is mine`. */
export const aboutTheText =
  '(?:emphas[ei]s\\p{L}*|italics?|italici[sz]ed|bold\\p{L}*|underlin\\p{L}*|highlight\\p{L}*|translat\\p{L}*|quot\\p{L}*|cit(?:e|ed|es|ing|ation|ations)|referenc\\p{L}*|footnotes?|endnotes?|notes?|n|nn|fn|texts?|versions?|wording|numbering|sentences?|sub-?paragraphs?|indents?|pp?|pages?|paras?|paragraphs?|arts?|articles?|secs?|sections?|annex\\p{L}*|recitals?|provisions?|passages?|phrases?|terms?|definitions?|clauses?|points?|lists?|tables?|figures?|figs?|box|boxes|chapters?|chaps?|parts?|titles?|pillars?|amend\\p{L}*|repeal\\p{L}*|original|authors?|sources?|append\\p{L}*|schedules?|reprint\\p{L}*|reproduc\\p{L}*|available|accessed|ibid|link|links|data|edition|draft|proposal|preamble|discussion|literature|examples?|exceptions?)'

/** Chinese verbs that want an object or a clause behind them. */
const verbsInChinese =
  '(?:规定了|規定了|提出了|明确了|明確了|确立了|確立了|设立了|設立了|表明|指出|强调|強調|认为|認為|主张|主張|呼吁|呼籲|意味着|意味著|旨在|责成|責成|承诺[将在对不为向]|承諾[將在對不為向]|应当|應當|必须|必須|不得|要求(?:各|所有|其|企业|企業|机构|機構|联邦|聯邦|政府|提供者|部署者|成员国|成員國|在|对|對)|禁止(?![的性事规規令条條清项項类類原范範]|行为|行為|义务|義務|对象|對象|做法|情形|制度|措施)\\p{Script=Han}{2}|允许(?:各|其|企业|企業|机构|機構|政府)|允許(?:各|其|企業|機構|政府)|鼓励(?!的)|鼓勵(?!的)|建议(?:各|由|将|对|联邦|政府)|建議(?:各|由|將|對|聯邦|政府))'

/** What may stand before such a verb. */
const adverbsInChinese =
  '(?:并且|並且|而且|并|並|也|还|還|则|則|同时|同時|明确|明確|已|将|將|均|都|就|即|亦|仅|僅|只)'

/** What begins a clause of its own, behind a comma too. */
const pointingInChinese =
  '(?:这|這|此|由此|这些|這些|上述(?:规定|規定|措施))(?:也|就|都|已|均|充分)?(?:表明|说明|說明|意味着|意味著|显示|顯示|要求|证明|證明|使得|使|让|讓)'
const consequenceInChinese =
  '(?:因此|所以|因而|从而|從而|于是|於是)[\\p{Script=Han}，、]{0,12}?(?:必须|必須|应当|應當|不得|需要|可以|要求|将|將)'

/** How a clause goes on right behind a place. */
export const clauseInChinese = `${adverbsInChinese}{0,3}${verbsInChinese}(?!的|之|部分|内容|內容|事项|事項)\\p{Script=Han}`

/** How it goes on there or behind a comma. */
export const mainClauseInChinese = `(?:${pointingInChinese}|${consequenceInChinese})\\p{Script=Han}`

/** A subject with a verb that binds it: `各机构必须行动`. */
export const dutyInChinese =
  '(?![中之的内內等所以及和与與或至第页頁关關另])(?:(?!的)\\p{Script=Han}){1,8}(?:必须|必須|应当|應當|不得)\\p{Script=Han}'

/** Of what a comment speaks. */
export const aboutTheTextInChinese =
  /着重|著重|强调(?:[为為系係由]|部分|内容)|強調(?:[為係由]|部分|內容)|重点为|重點為|黑体|粗體|斜体|斜體|[译譯翻]|引号|引號|引用|转引|轉引|脚注|腳註|注释|註釋|附注|附註|原文|笔者|筆者|作者|引者|本文|版本|修订|修訂|修正|废止|廢止|参见|參見|见第|見第|下文|上文|同上/u
