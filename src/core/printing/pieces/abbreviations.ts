/** No line ends behind what Pandoc knows as an abbreviation, whose full stop OSCOLA leaves out. */
export function unbroken(text: string, isBare = false): string {
  const pattern = isBare ? abbreviationsBare : abbreviations
  return text.replace(pattern, '\u00A0')
}

const known = [
  'pp?|nn?|ch|chap|sec|vol|fol|fig|col|bk|pt|c[fp]?|vs|e\\.g|i\\.e|al|eds?|ff?|s\\.v|viz|No',
  'Rev|Mrs?|Ms|Dr|Prof|St|Gen|Gov|Sgt|Sen|Rep|Pres|Hon|Capt|Ph\\.D|M\\.[DA]|Jr|Sr|Bros|Inc|Ltd|Co|Corp',
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
].join('|')
const abbreviations = new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:${known})\\.\\uE003?) (?=\\S)`, 'gu')
const abbreviationsBare = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${known})(?:\\.|(?<=[A-Za-z]{2}))\\uE003?) (?=\\S)`,
  'gu',
)
