/** Behind it stand the reasons of an act, each with a number: `Whereas:`. */
export function beginsRecitals(text: string): boolean {
  return /^(?:whereas|considering(?: that)?|the recitals|recitals|鉴于|鑒於)\s*[:：]?$/iu.test(text)
}

/** A reason that begins with the word itself: `WHEREAS, tests are needed;`. */
export function isWhereas(text: string): boolean {
  return /^(?:WHEREAS|Whereas)[,:]?\s+\S|^(?:鉴于|鑒於)[：:，,]?\S/u.test(text)
}

/** Where the reasons end, and what they are the reasons of begins: `HAVE ADOPTED THIS REGULATION:`. */
export function endsRecitals(text: string): boolean {
  return /^(?:(?:ha(?:ve|s) )?hereby\b|ha(?:ve|s) (?:adopted|decided|agreed|resolved)|now,? therefore|therefore,? be it|be it (?:further )?(?:resolved|enacted|ordained)|resolved\b|it is (?:hereby )?(?:ordered|resolved|agreed)|the (?:parties|people|general assembly|legislature)\b|现|兹|為此|为此)/iu.test(
    text,
  )
}
