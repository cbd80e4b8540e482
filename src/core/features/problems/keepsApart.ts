import { markOwnNames, ownNamesOf } from '../../citation/laws/ownNames.ts'
import type { Instrument } from '../../corpus/provision.ts'

const words =
  /(?<!\p{L})(?:not|no|nor|never|nowhere|nothing|neither|without|lacks?|absent|unlike|press|media|news|newspapers?|reporters?|journalists?|commentators?)(?!\p{L})|n[’']t(?!\p{L})|没有|沒有|并未|並未|从未|從未|未曾|并非|並非|不含|不包括|未提|媒体|媒體|报道|報導|報道|记者|記者|新闻|新聞/iu

/** Whether `sentence` may deny what it names, or say it of others: then nothing of it is held against its citation. */
export function keepsApart(sentence: string): boolean {
  return words.test(sentence)
}

/** In a folded sentence: a part, a plan, a past, a condition, another text. Then it may say nothing of what it cites as that is. */
export const otherwise =
  /\b(?:origin|initial|former|previous|propos|draft|instead|postpon|delay|moving|earl|unless|except|while|whereas|although|though|omnibus|amendm|amending|version|wording|consolidat|claim|expect|announc|aim|intend|decid|demand|pledg|promis|recommend|prepar|voluntar|generally)|\b(?:was(?! signed)|were|would|should|could|had(?! to)|moved?|ahead|our|we|us|my|later(?! than)|before|after|but|some|certain|most(?:ly)?|parts?|partly|others?|if|when|once|text|as (?:adopted|agreed|passed)|said|says|plan(?:s|ned)|reports?|reported)\b|原[定本先应]|本[来应]|此前|[曾除但若误]|部分|其[他余]|[提草]案|推迟|延后|大多|多数|如果|一般|综合|修正案|修法|[版文]本|(?:计划|打算|决定|承诺|拟|建议)(?=[自从在于])|宣布|公布|发布|截至|本[所报文公]|我[们司]|课题组/u

/** Whether `sentence` names another law than `instrument`, or speaks of the law of somebody else. */
export function namesOther(sentence: string, instrument: Instrument): boolean {
  const words = markOwnNames(sentence, ownNamesOf(instrument))
  return otherLaws.some((law) => law.test(words))
}

const otherLaws = [
  /《|\b(?:GDPR|DSA|DMA|DGA|CRA|NIS2?|DORA|MDR)\b/u,
  /\s(?:Act|Law|Code|Treaty|Convention|Order|Directive)\b(?<=\p{Lu}\p{L}{1,30}\s[A-Za-z]{3,10})/u,
  /\b(?:Directive|Regulation|Decision|Order|EO|E\.O\.)\s[(\d]/u,
  /\s(?:law|rules|legislation)\b(?<=\b(?:product|national|other|sector\p{L}{0,9}|state|\p{Lu}\p{L}{1,30})\s[a-z]{3,11})/u,
  /\bin\s(?!Europe)\p{Lu}\p{Ll}{1,30}\b(?!\s[\dIVX])/u,
  /\p{Script=Han}(?<![做方作立司执執合违違非无無修])法(?![律院人定庭案])/u,
] as const
