/** Where it was read what a style is to print. The manual itself only where its own text was open. */
export interface Guide {
  readonly name: string
  readonly url: string
}

/** What is known of what the manual behind a style asks for; nobody looked it up where its source is `unsettled`. */
export interface Remark {
  readonly style: string
  readonly things: readonly string[]
  /** Which of the two it is about. */
  readonly of: 'citation' | 'entry' | 'both'
  /** The forms that are wanted, for the first of the things. */
  readonly cited?: string
  readonly listed?: string
  readonly source: Guide | 'unsettled'
  /** How the style prints otherwise; none where it does as the source says. */
  readonly difference?: string
}

const apaBlog: Guide = {
  name: 'APA Style blog, 2013, on the sixth edition',
  url: 'https://blog.apastyle.org/apastyle/2013/06/executive-orders.html',
}
const apaTable: Guide = {
  name: 'table 11.1, quoted by Wake Forest',
  url: 'https://guides.zsr.wfu.edu/c.php?g=1014307&p=7346633',
}
const mlaGuide: Guide = {
  name: 'Lake-Sumter State College, after pages 344–346 of the MLA Handbook, ninth edition',
  url: 'https://lssc.libanswers.com/faq/367005',
}
const oscolaGuide: Guide = {
  name: 'University of South Wales, OSCOLA guide, EU legislation',
  url: 'https://libguides.southwales.ac.uk/OSCOLA/EULegislation',
}
const oscola: Guide = {
  name: 'OSCOLA, fourth edition, the examples before 3.4.4 (a copy)',
  url: 'http://hozir.org/oxford-university-standard-for-the-citation-of-legal-authoriti/hozir.org/oxford-university-standard-for-the-citation-of-legal-authoriti.html?page=26',
}
const bluebookEurope: Guide = {
  name: 'Seton Hall Law Library, on rule 21.9',
  url: 'https://shlawlibrary.libguides.com/EUBusinessLaw/citation-format',
}
const bluebookNumbers: Guide = {
  name: 'University of Hawaii Law Library, on rules 14 and 6.2(a)(vii) of the twentieth edition',
  url: 'http://law-hawaii.libguides.com/c.php?g=125486&p=821648',
}
const gbGuide: Guide = {
  name: 'a journal’s instructions after GB/T 7714—2015, the edition before',
  url: 'http://zgkjsz.com/page/2023/0307/23016331.shtml',
}

const ofAct = ['article', 'act', 'annex', 'recital', 'article of an older act']
const laws = [...ofAct, 'order in force no more', 'order']
const places = [
  ...['article', 'annex', 'recital', 'article of an older act', 'recommendation'],
  'Chinese measures',
]
const orders = ['order in force no more', 'order']
const inAct =
  'Regulation (EU) 2024/1689 of the European Parliament and of the Council of 13 June 2024'

/** What is known of the manuals, style by style. */
export const remarks: readonly Remark[] = [
  {
    style: 'Chicago author-date',
    things: [...laws, 'Chinese measures'],
    of: 'citation',
    cited: '(Regulation (EU) 2024/1689, art. 5(1)(a))',
    source: 'unsettled',
    difference: 'the style prints the year of a law, whose number says it',
  },
  {
    style: 'Chicago author-date',
    things: ofAct,
    of: 'entry',
    listed: `${inAct.replace('1689 of', '1689, of')} Laying Down Harmonised Rules on Artificial Intelligence (Artificial Intelligence Act), 2024 O.J. (L 2024/1689). https://eur-lex.europa.eu/eli/reg/2024/1689/oj.`,
    source: 'unsettled',
    difference: 'the style prints the journal as the act itself names it',
  },
  {
    style: 'Chicago author-date',
    things: orders,
    of: 'entry',
    source: 'unsettled',
    difference: 'no comma in numbers of five digits, no day of the journal; the title is printed',
  },
  {
    style: 'Chicago author-date',
    things: ['claim of the press'],
    of: 'both',
    source: 'unsettled',
    difference: 'the style gives a description the capitals of a title, and begins with it',
  },
  {
    style: 'Chicago notes',
    things: ['action', 'two actions', 'section', ...places],
    of: 'citation',
    cited:
      'White House, Winning the Race: America’s AI Action Plan (2025), 3, pillar I, sec. 1, action 3, https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf.',
    source: 'unsettled',
    difference: 'words that are no term of Pandoc’s stand behind the address',
  },
  {
    style: 'Chicago notes',
    things: orders,
    of: 'both',
    source: 'unsettled',
    difference: 'no comma in numbers of five digits, no day of the journal; the title is printed',
  },
  { style: 'APA', things: laws, of: 'citation', source: apaTable },
  {
    style: 'APA',
    things: orders,
    of: 'entry',
    listed:
      'Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (2023). https://bidenwhitehouse.archives.gov/briefing-room/presidential-actions/2023/10/30/executive-order-on-the-safe-secure-and-trustworthy-development-and-use-of-artificial-intelligence/',
    source: apaBlog,
    difference: 'the style prints the title, and no comma in numbers of five digits',
  },
  {
    style: 'MLA',
    things: orders,
    of: 'entry',
    source: mlaGuide,
    difference:
      'the handbook begins with “United States,” names the president in brackets, and writes “Executive Order 13513: …”, volume, number and pages of the Federal Register',
  },
  {
    style: 'MLA',
    things: [...ofAct, 'Chinese measures'],
    of: 'citation',
    source: 'unsettled',
    difference:
      'the style cites a law by its issuers, so that two laws of one issuer need their titles',
  },
  {
    style: 'OSCOLA',
    things: ofAct,
    of: 'both',
    cited: `${inAct} laying down harmonised rules on artificial intelligence (Artificial Intelligence Act) [2024] OJ L 2024/1689, art 5(1)(a).`,
    source: oscolaGuide,
    difference: 'the style prints “2024 (OJ L, 2024/1689)”, and the place keeps its full stops',
  },
  {
    style: 'OSCOLA',
    things: ['recommendation'],
    of: 'both',
    cited:
      'Department for Science, Innovation and Technology, AI Opportunities Action Plan (CP 1241, 2025) rec 12.',
    source: oscola,
    difference:
      'the style puts the title in quotation marks and the number behind the year, and the place behind the day of access',
  },
  {
    style: 'OSCOLA',
    things: ['action', 'two actions', 'section'],
    of: 'citation',
    source: 'unsettled',
    difference: 'words that are no term of Pandoc’s stand behind the day of access',
  },
  {
    style: 'OSCOLA',
    things: orders,
    of: 'both',
    cited: 'Exec Order No 14110, 88 Fed Reg 75191 (2023), § 4.2.',
    source: 'unsettled',
    difference: 'the title is printed, the journal stands in parentheses',
  },
  {
    style: 'Bluebook',
    things: ofAct,
    of: 'citation',
    cited: `${inAct.replace('1689 of', '1689, of')} Laying Down Harmonised Rules on Artificial Intelligence (Artificial Intelligence Act), art. 5(1)(a), 2024 O.J. (L 2024/1689).`,
    source: bluebookEurope,
    difference:
      'the place stands behind the journal, and the journal is not in the form “O.J. (L …)”',
  },
  {
    style: 'Bluebook',
    things: orders,
    of: 'citation',
    cited: 'Exec. Order No. 14,110, § 4.2, 88 Fed. Reg. 75,191 (Nov. 1, 2023).',
    source: bluebookNumbers,
    difference:
      'the style loses the section, the commas and the day of the journal, and prints the title',
  },
  {
    style: 'Bluebook',
    things: ['action', 'two actions', 'section', 'recommendation'],
    of: 'citation',
    source: 'unsettled',
    difference: 'words that are no term of Pandoc’s stand behind the address',
  },
  {
    style: 'GB/T 7714-2025 numeric',
    things: ['action', 'two actions', 'section'],
    of: 'citation',
    source: gbGuide,
    difference: 'a page belongs behind the bracket, [1]3; CSL prints all of a locator within it',
  },
  ...['GB/T 7714-2025 numeric', 'GB/T 7714-2025 author-date'].map((style): Remark => ({
    style,
    things: [...ofAct, 'order in force no more', 'Chinese measures'],
    of: 'entry',
    source: 'unsettled',
    difference:
      'the journal or the number of a law is taken for a book that it stands in, and its date is lost',
  })),
  {
    style: 'IEEE',
    things: ['action', 'two actions', 'section', ...places],
    of: 'citation',
    cited: '[1, pillar I, sec. 1, action 3, p. 3]',
    source: 'unsettled',
    difference:
      'words that are no term of Pandoc’s stand behind the bracket; with the filter within, the page last, as lists of references in IEEE have it (ch. 2, sec. 3, pp. 127–135)',
  },
  {
    style: 'IEEE',
    things: laws,
    of: 'entry',
    source: 'unsettled',
    difference: 'the official journal is not printed',
  },
]
