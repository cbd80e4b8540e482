import { otherWork, ownWork } from '../../../../report/quoted/besideQuotation.ts'
import { fold } from '../../../../words/fold.ts'

// All are read in folded text: simplified characters, half-width punctuation.

/** Words about an instrument that are none of it, and earlier states of one. */
const about = /草案|征求意见稿|解读|释义|说明|答记者问|指南|问答|评述|评析|导读|实施细则|修正案/u

/** A part of another work is no part of the instrument. */
const partsOfOther = new RegExp(
  `${otherWork}(?:的?(?:第[\\d零一二三四五六七八九十百千]{1,9}[条款项章节页部]|序言|前言|附[件录]|条[文款]))+`,
  'gu',
)

/**
 * `text`, folded and with {@link ownWork} for names of the instrument, in which each 《…》 that is neither one of
 * `names` nor short for one is {@link otherWork}, with the part of it that is named behind.
 */
export function withOtherTitles(text: string, names: readonly string[]): string {
  if (!text.includes('《')) return text
  const own = names.filter((name) => /\p{sc=Han}/u.test(name)).map((name) => plain(fold(name)))
  if (own.length === 0) return text
  return text
    .replaceAll(/《([^《》]{1,100})》/gu, (written, title: string) =>
      isOwn(title, own) ? written : otherWork,
    )
    .replaceAll(partsOfOther, otherWork)
}

/** `《韩国人工智能法》`: of another land. */
const ofOthers = new RegExp(`(?:(?<![美中和众])国|[州省市]|日本|新加坡)${ownWork}`, 'u')

function isOwn(title: string, own: readonly string[]): boolean {
  if (about.test(title)) return own.some((name) => about.test(name) && name.includes(plain(title)))
  if (title.includes(ownWork)) return !ofOthers.test(title)
  const short = plain(title)
  return short === '' || own.some((name) => isShortFor(short, name))
}

/** So many characters of a name tell it from those of other lands. */
const longEnough = 6

/** Whether `short` stands in `name` or ends in it, or has some of its characters in order and begins as it does. */
function isShortFor(short: string, name: string): boolean {
  if (name.includes(short) || (name.length >= longEnough && short.endsWith(name))) return true
  if (short.slice(0, 2) !== name.slice(0, 2)) return false
  let at = 0
  for (const character of short) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** A name without brackets and whose it is, in which laws of any kind are called so in one way. */
function plain(name: string): string {
  return name
    .replaceAll(/\([^()]*\)|[\s〈〉·:"“”]/gu, '')
    .replaceAll('ai', '人工智能')
    .replace(/^(?:中华人民共和国|中国|国家|欧盟|欧洲|美国|美利坚合众国)/u, '')
    .replace(/(?:法案|法规|条例|规例|规章)$/u, '法')
}

/** Another work by, with or under which something is done. */
const hanging = new RegExp(
  `(?:根据|依据|按照|依照|参照|结合|援引|落实|衔接|比照|以及|[据依按与和及对同比由从]|关于)${otherWork}`,
  'gu',
)

/** `text` without works that are no subject, since something is done by, with or under them. */
export function withoutHanging(text: string): string {
  return text.replaceAll(hanging, '')
}
