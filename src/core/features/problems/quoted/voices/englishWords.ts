/** The words of a list, in small letters. */
function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u))
}

/** What instruments of one type are called, which none of the other types is. */
export const namesOfTypes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['plan', listed('plan plans strategy roadmap blueprint playbook')],
  ['act', listed('act law laws regulation statute directive legislation code')],
  ['order', listed('order orders memorandum proclamation')],
])

/** Instruments of a particular kind: one is meant by such a word only where its names have it. */
export const particularKinds = listed('code directive')

/** What any instrument and its parts are called. */
export const instrumentNouns = listed(
  'document text instrument measures rules framework declaration it itself its',
)

/** What parts of instruments are called; of other works as well, where these are named. */
export const partNouns = listed(
  'article articles section sections subsection paragraph paragraphs clause provision provisions recital recitals ' +
    'annex chapter title pillar pillars part point page preamble passage heading action recommendation measure goal ' +
    'target footnote line sentence foreword introduction glossary',
)

/** What words are called that are a term: whose it is they do not say. */
export const termNouns = listed(
  'term terms notion concept idea label labels buzzword buzzwords expression phrase slogan word words mantra metaphor ' +
    'catchphrase cliché',
)

/** Who made an instrument, or has it carried out: what they are quoted with may be its words or their own. */
export const makers = listed(
  'administration commission parliament council congress house legislator legislature lawmaker lawmakers drafters ' +
    'authors government ministry cac ostp washington brussels beijing they them their agencies agency guidelines ' +
    'guidance',
)

/** Who speaks in a voice of their own, and the works in which they do. */
export const othersNouns = listed(
  'senator senators sen rep congressman congresswoman representative representatives mep meps minister president ' +
    'governor governors mayor secretary director chair chairman chairwoman chairperson czar adviser advisers advisor ' +
    'advisors aide aides official officials spokesperson spokesman spokeswoman ambassador commissioner commissioners ' +
    'rapporteur rapporteurs supervisor regulator regulators judge judges court courts attorney attorneys lawyer ' +
    'lawyers counsel critic critics opponent opponents supporter supporters proponent proponents advocate advocates ' +
    'activist activists campaigner campaigners skeptic skeptics sceptic sceptics observer observers commentator ' +
    'commentators analyst analysts expert experts scholar scholars academic academics researcher researchers ' +
    'professor professors economist economists historian historians scientist scientists engineer engineers ' +
    'executive executives ceo founder founders co-founder investor investors developers lobbyist lobbyists company ' +
    'companies firm firms startup startups start-ups industry group groups organisation organisations organization ' +
    'organizations unions coalition alliance association associations federation institute institution foundation ' +
    'think-tank university newspaper newspapers magazine outlet outlets reporter reporters journalist journalists ' +
    'editor editors columnist columnists media press study studies report reports paper papers analysis essay ' +
    'op-ed editorial letter blog post statement speech testimony interview petition survey poll book headline ' +
    'scholarship literature doctrine he she his her him who i we my our us others some many people one everyone ' +
    'detractor detractors booster boosters fans foes allies backers rivals insider insiders pundit pundits watchers voices ' +
    'leader leaders boss chief head figures union families sponsor sponsors negotiator negotiators co-author democrats republicans conservatives liberals progressives residents workers voters users witness witnesses ' +
    'website webpage web-page web-site faq faqs factsheet fact-sheet press-release press-notice questions-and-answers ' +
    'code-of-practice codes-of-practice code-of-conduct codes-of-conduct code-of-ethics request-for-information ' +
    'requests-for-information request-for-comment request-for-comments request-for-proposals call-for-evidence ' +
    'call-for-input notice-of-inquiry notice-of-proposed-rulemaking ' +
    'member members delegates diplomat diplomats veterans creators publishers artists parents teachers students',
)

/** Works of others that are called by more than one word: `code of practice`, `request for information`. */
export const worksOfWords: readonly string[] = [...othersNouns].filter((noun) =>
  /^(?:web|fact|press|questions|codes?|requests?|call|notice)-/u.test(noun),
)

/** Works that have titles of their own. */
export const otherWorks = listed(
  'report paper study article essay op-ed book letter brief post blog speech hearing analysis editorial column ' +
    'testimony workshop panel podcast series event conference session lecture bill thesis resolution headline piece memo newsletter guide manual ' +
    'handbook email thread sheet petition video film',
)

/** What is said, called by a noun: `Smith’s words`, `the warning of critics`. */
export const saidNouns = listed(
  'words word phrase phrasing term terms formula formulation expression warning warnings claim claims argument ' +
    'complaint complaints statement remark remarks speech testimony comment comments view verdict description ' +
    'criticism call calls goal aim ambition vision demand demands insistence telling account assessment opinion ' +
    'eyes rebuke response reaction protest outcry retort reply quip promise promises pledge pledges motto slogan boast fear fears assertion characterisation characterization',
)

const verbs = listed(
  'say write tell argue warn call describe dub label brand nickname claim insist note add explain state reply ' +
    'respond ask answer predict believe think see speak refer mention use quote cite put read hold find conclude ' +
    'observe remark comment report announce declare maintain contend assert allege suggest propose recommend urge ' +
    'demand require direct mandate instruct order oblige aim seek want promise pledge vow commit provide stipulate ' +
    'specify define set lay list outline envisage envision foresee contain include stress emphasise emphasize ' +
    'underline highlight acknowledge admit concede recognise recognize affirm reaffirm confirm deny dispute doubt ' +
    'question criticise criticize condemn denounce decry deride mock slam blast praise hail laud applaud welcome ' +
    'celebrate tout bill frame cast portray present characterise characterize view regard consider deem judge ' +
    'complain fear worry lament object hope expect boast joke tweet post testify recall echo reiterate repeat ' +
    'invoke evoke talk prohibit ban forbid allow permit establish create identify need plead summarise summarize ' +
    'term open begin start end close oppose support defend dismiss reject attack rule advise agree caution ' +
    'counter estimate liken sum interpret understand continue proclaim preach posit quip muse opine reckon remind shrug thank run proceed ' +
    'pronounce declare object signal credit champion attribute coin ridicule lambast lambaste scorn',
)

/** Verbs by which others judge: where nobody is named with them, it is not the instrument that speaks. */
export const judging = listed(
  'dub label brand nickname decry deride mock slam blast praise hail laud applaud celebrate tout bill criticise ' +
    'criticize condemn denounce dismiss attack ridicule lambast lambaste coin scorn',
)

/** Verbs of what stands in a text: denied, they say that the words do not. */
export const mentioning = listed(
  'mention use contain speak refer include say appear talk define list',
)

/** Verbs that say, of whomever, that somebody speaks. */
export const ofPeople = listed(
  'say tell argue warn insist complain joke claim believe think call describe write ask answer reply put add quip remark dub',
)

/** Verbs by which others take up words that may be the instrument’s. */
export const quoting = listed('quote cite invoke echo recall repeat reiterate read')

/** Words before which a verb is none: `the call`. */
export const determiners = listed('the a an this these those its his her their our my no every any')

/** Verbs that may be said of a text or a thing in the passive with its own words. */
export const likening = listed(
  'liken interpret understand call describe refer regard see frame characterise characterize portray view consider present term cast deem read',
)

const irregular = new Map(
  'said say,wrote write,written write,told tell,saw see,seen see,spoke speak,spoken speak,held hold,found find,thought think,laid lay,sought seek,foresaw foresee,began begin,forbade forbid'
    .split(',')
    .map((pair) => {
      const [form = '', stem = ''] = pair.split(' ')
      return [form, stem] as const
    }),
)

/** The verb of saying that `word`, in small letters, is a form of. */
export function sayingVerb(word: string): string | undefined {
  const known = irregular.get(word)
  if (known !== undefined) return known
  const ends: readonly (readonly [string, string])[] = [
    ['', ''],
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
    ['ed', ''],
    ['d', ''],
    ['ied', 'y'],
    ['ing', ''],
    ['ing', 'e'],
  ]
  for (const [end, instead] of ends) {
    if (!word.endsWith(end)) continue
    const stem = word.slice(0, word.length - end.length) + instead
    if (verbs.has(stem)) return stem
    if (/(.)\1$/u.test(stem) && verbs.has(stem.slice(0, -1))) return stem.slice(0, -1)
  }
  return undefined
}

/** Whether `word` is a form by which the passive is made, as far as its end says so. */
export function isParticiple(word: string): boolean {
  return (
    /(?:ed|en)$/u.test(word) ||
    (irregular.has(word) && !/^(?:wrote|saw|spoke|began)$/u.test(word)) ||
    /^(?:put|read|set|cast)$/u.test(word)
  )
}

export const formsOfBe = listed('is are was were be been being get got')

export const nounPrepositions = listed(
  'of to on about behind against for in under from with by at than toward towards into over within across',
)

/** What may begin a sentence in a capital and names nobody. */
export const noNames = listed(
  'the a an this that these those while whereas although though as in on at by for from with under according what ' +
    'which when where if since because but and or yet so however moreover nor not to its their his her our my it ' +
    'they he she we i contrary unlike like among even both each all some many most other others another such there ' +
    'here then today first second third finally instead indeed still also only nowhere never nothing no one two ' +
    'three per after before during once until despite given',
)

/** Names that say of what land or time something is, and not who speaks. */
export const neutralNames = listed(
  'ai a.i american america us u.s federal european europe eu chinese china english national state monday tuesday ' +
    'wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december white action interim final i ii iii iv v vi vii viii ix x',
)

/** Words by which something is denied. */
export const denials = listed(
  "not never nowhere no nor neither without nothing hardly doesn't don't didn't isn't aren't cannot can't",
)

/** What begins a clause of its own behind a quotation. */
export const clauseStarts = listed(
  'and but or while whereas yet though although which who that is was are were in for has have had would will to of ' +
    'on with at because since when if so from by can could should may might must do does did be than',
)
