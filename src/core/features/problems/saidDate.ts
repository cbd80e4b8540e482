import { otherwise } from './keepsApart.ts'
import { fold } from '../../words/fold.ts'
import { writtenDates, type WrittenDate } from '../../words/writtenDates.ts'

/** A date that a sentence names, and what it says to be on it. */
export interface SaidDate {
  readonly sentence: string
  readonly date: WrittenDate
  /** Something begins to apply, is in force, is due by then, or was signed. */
  readonly kind: 'start' | 'force' | 'due' | 'signed'
  /** Whether the words right beside the date say so. */
  readonly isBeside: boolean
  /** Whether that is said of a whole law, or of what `it` and `they` stand for. */
  readonly isOfWhole: boolean
  /** What of the sentence stands before the words that say so, folded. */
  readonly subject: string
  /** The sentence without the date, folded. */
  readonly words: string
}

/** What the one date of `sentence` is said to be of; `undefined` where that is not certain. */
export function saidDate(sentence: string): SaidDate | undefined {
  const [date, ...others] = writtenDates(sentence)
  if (date === undefined || others.length > 0) return undefined
  const before = fold(sentence.slice(0, date.span.start))
  const after = fold(sentence.slice(date.span.end))
  const words = `${before} ${after}`
  if (otherwise.test(words) || isQuoting.test(before)) return undefined
  const read = date.form === 'chinese' ? inChinese : inEnglish
  const said = read(before, after)
  if (said === undefined || (!said.isBeside && !isDuty.test(clauseAround(before, after))))
    return undefined
  const kind = said.kind ?? kindOf(words)
  const subject = before.replace(besideDate, '').replace(/^.*[,;:]\s?(?=.)/u, '')
  return {
    sentence,
    date,
    kind,
    isBeside: said.isBeside,
    isOfWhole: whole.test(before),
    subject,
    words,
  }
}

/** The clause that the date stands in; the whole sentence where it stands alone in it: `From that day, providers must …`. */
function clauseAround(before: string, after: string): string {
  const own = before.replace(/^.*[,;:]/u, '')
  const isAlone = /^\s*(?:\w+\s(?:\w+\s)?|[自从由于在最迟]*)$/u.test(own)
  return isAlone ? `${before} ${after}` : `${own} ${upToSign(after)}`
}

/** `text` up to the first comma, semicolon or colon of its last line. */
function upToSign(text: string): string {
  const line = text.lastIndexOf('\n') + 1
  const at = text.slice(line).search(/[,;:]/u)
  return at === -1 ? text : text.slice(0, line + at)
}

/** The kind is that of the sentence where the words beside the date do not say it. */
interface Read {
  readonly kind?: SaidDate['kind']
  readonly isBeside: boolean
}

function inEnglish(before: string): Read | undefined {
  const [beside] = besideDate.exec(before) ?? []
  if (beside !== undefined) return { kind: kindOf(beside), isBeside: true }
  if (
    /(?<!\b(?:held|made|run|days|weeks|months|years|(?!required|obliged|prohibited|banned|applied)\p{L}+ed)\s)\b(?:from|since|as\sof|starting(?:\son)?)\s$/u.test(
      before,
    )
  )
    return { isBeside: false }
  return /\b(?:by|until|not?\slater\sthan)\s$/u.test(before)
    ? { kind: 'due', isBeside: false }
    : undefined
}

function inChinese(before: string, after: string): Read | undefined {
  const beside = besideChinese.exec(after) ?? /(?:适用日期?|期限?日?)[为是]\s*$/u.exec(before)
  if (beside !== null) return { kind: kindOf(beside[0]), isBeside: true }
  if (/^\s*(?:起|开始)(?!\p{Script=Han}{1,4}的)/u.test(after)) return { isBeside: false }
  return /^\s*[之以]?前/u.test(after) || /[不最至][晚迟][应须]?于\s*$/u.test(before)
    ? { kind: 'due', isBeside: false }
    : undefined
}

function kindOf(words: string): SaidDate['kind'] {
  if (/signed|签署/u.test(words)) return 'signed'
  if (/\bdue\b|deadline|限|截止/u.test(words)) return 'due'
  return /\bforce|effect|施行|生效/u.test(words) ? 'force' : 'start'
}

const besideDate =
  /\s(?:appl(?:y|ies|ied|icable)|bind(?:s|ing)?|mandatory|compulsory|(?:takes?|took)\seffect|into\s(?:force|effect|application)|in\sforce|signed|kicks?\sin|due)\s(?:only\s)?(?:as\s)?(?:from|of|since|starting(?:\son)?|on|in|by)\s$|\bdeadline\b[^,;]{0,80}\sis\s$/u
const besideChinese = /^\s*(?:起|开始)?[即便就才已经正式全面开始]*(?:适用|施行|生效|签署)/u

/** A law as a whole, or what stands for anything, right before what is said of it. */
const whole =
  /\b(?:act|regulation|law|directive|order|plan|measures|it|they|this|that|which|these)(?:\s\S+){0,4}\s$|(?:法案|条例|(?<![做作方])法|办法|意见|命令)》?(?:[已经将自从于正式全面才亦也]|最初)*\s*$/u

/** That somebody must do something, or that a rule holds. */
const isDuty =
  /\b(?:must|shall|ha(?:s|ve) (?:(?:had )?to|until)|needs?|due|bound|bans?)\b|\b(?:banned|requir(?:ed|ement)|mandat|compuls|oblig|compl[iy]|binding|appl[iy]|effect|force|prohib|forbid|illeg|unlaw|legal)|[应须]|义务|要求(?!\p{Script=Han})|强制|禁止|适用|施行|生效|合规/u

/** Words of systems that were there before, and of contracts and their like: for these another day holds. */
export const isOfOlder =
  /\b(?:older|existing|already|legacy|sold|plac(?:ed?|es)|marketed|put into service|on the market|launched|built|tenders?|contract\p{L}*|procure\p{L}*|vendors?|insurers?|audit\p{L}*|surveys?)\b|旧|既[有存]|投放|上市|投入|推出|采购|[招投]标|合同|合约|契约|审计|试[办行]/u

/** That somebody meets a duty, not that something is done for it. */
export const isMeeting = /compl[iy]|conform|\bmeet|\bline\b|符合|合规|遵守|达到|满足/u

/** Behind a quotation mark that is open still. */
const isQuoting = /^(?:[^"]*"[^"]*")*[^"]*"[^"]*$|[“「『][^“「『”」』]*$/u
