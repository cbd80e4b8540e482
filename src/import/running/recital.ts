/** Behind it stand the reasons of an act, each with a number: `Whereas:`. */
export function beginsRecitals(text: string): boolean {
  return /^(?:whereas|considering(?: that)?|the recitals|recitals|considérant(?: ce qui suit)?|considerando lo siguiente|considerando quanto segue|in erwägung nachstehender gründe|鉴于|鑒於)\s*[:：,]?$/iu.test(
    text,
  )
}

/** A reason that begins with the word itself: `WHEREAS, tests are needed;`. */
export function isWhereas(text: string): boolean {
  return /^(?:WHEREAS|Whereas)[,:]?\s+\S|^(?:鉴于|鑒於)[：:，,]?\S/u.test(text)
}

/** What those do who have the reasons. */
const deeds =
  'adopt|agree|approve|calls? (?:up)?on|decide|declare|decree|direct|enact|encourage|establish|invite|issue|ordain|order|proclaim|recommend|request|resolve|urge'
const doing = new RegExp(`^(?:(?:hereby|solemnly|therefore),? ){0,3}(?:${deeds})(?:e?s)?\\b`, 'iu')
const done =
  /^ha(?:ve|s) (?:hereby )?(?:adopted|agreed|decided|declared|enacted|issued|made|ordered|recommended|resolved)\b/iu
/** `THE COUNCIL RECOMMENDS:`, `The Council hereby recommends`. */
const inCapitals = new RegExp(
  `^(?=\\P{Ll}{1,160}$)THE\\s.*\\s(?:${deeds.toUpperCase()})(?:E?S|E?D)?\\b`,
  'u',
)
const hereby = /^(?:the|we|i)\s(?:[^.;]{0,120}\s)?hereby\b/iu
/** Words that turn from the reasons to what they are the reasons of. */
const turn =
  /^(?:(?:have |has |do |does )?hereby\b|now,? therefore|(?:we,? )?therefore,? (?:be it|we|the|it)\b|be it (?:further |therefore )?(?:resolved|enacted|ordained|ordered)|resolved\b|it is (?:therefore |hereby )?(?:ordered|resolved|agreed)|the (?:parties|people|general assembly|legislature)\b|(?:a adopté|ont adopté|décrète|arrête|ha(?:t|ben) folgende|han? adoptado)(?=[\s:]|$)|现|兹|為此|为此|特制定|决定如下)/iu

/** Where the reasons end, and what they are the reasons of begins: `HAVE ADOPTED THIS REGULATION:`, `Recommends that:`. */
export function endsRecitals(text: string): boolean {
  return [turn, doing, done, inCapitals, hereby].some((ending) => ending.test(text))
}

/** What an act of the European Union says before its reasons: on what it rests. */
export function leadsToRecitals(text: string): boolean {
  return /^(?:having regard to|acting in accordance with|vu (?:la|les?) |vu l[’']|gestützt auf|vist[ao] )/iu.test(
    text,
  )
}
