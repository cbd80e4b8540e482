import type { DivisionKind, MeasureKind } from '../../core/corpus/provision.ts'

/** What plans are divided by, for which there is no kind, in small letters without accents. */
const namesOfGoals: readonly string[] = [
  ...[
    'objective',
    'priority',
    'theme',
    'outcome',
    'area',
    'strategy',
    'mission',
    'aim',
    'ambition',
  ],
  ...['workstream', 'axis', 'axe', 'eje', 'objectif', 'objetivo', 'obiettivo', 'ziel', 'doel'],
  ...['prioridad', 'priorite', 'prioridade', 'handlungsfeld', 'mal', 'цель', 'задача'],
]

/** What documents call their parts, in small letters without accents; words that are no kind have a number all the same. */
const kinds: ReadonlyMap<string, DivisionKind | MeasureKind | undefined> = new Map([
  ...kindOfAll('pillar', 'pillar'),
  ...kindOfAll('title', 'title', 'titre', 'titulo', 'titolo', 'titel'),
  ...kindOfAll('part', 'part', 'partie', 'parte', 'teil', 'deel'),
  ...kindOfAll('chapter', 'chapter', 'chapitre', 'capitulo', 'kapitel', 'capo', 'hoofdstuk'),
  ...kindOfAll('section', 'section', 'sec.', 'seccion', 'seccao', 'secao', 'sezione', 'abschnitt'),
  ...kindOfAll('section', 'afdeling'),
  ...kindOfAll('annex', 'annex', 'appendix', 'schedule'),
  ...kindOfAll('annex', 'annexe', 'anexo', 'allegato', 'anhang', 'anlage', 'bijlage'),
  ...kindOfAll('article', 'article', 'art.', 'articulo', 'articolo', 'artigo', 'artikel'),
  ...kindOfAll('article', 'статья', 'стаття', 'artykuł', 'đieu', 'pasal', 'madde'),
  ...kindOfAll('chapter', 'глава', 'rozdział', 'chuong', 'bab', 'bolum'),
  ...kindOfAll('section', 'раздел', 'розділ', 'muc'),
  ...kindOfAll('annex', 'приложение', 'додаток', 'załącznik'),
  ...kindOfAll('article', 'art', 'arts.', 'articol', 'articolul', 'чл.', 'член', 'члан'),
  ...kindOfAll('article', 'clanak', 'clan', 'clen', 'clanok', 'clanek', 'cl.', 'αρθρο', 'neni'),
  ...kindOfAll('article', 'maddə', 'المادة', 'مادة', 'ماده', 'มาตรา', 'artikolu', 'artigos', 'bap'),
  ...kindOfAll('title', 'titlul', 'dział', 'hlava'),
  ...kindOfAll('part', 'cast', 'partea', 'μερος', 'phan', 'dio', 'часть'),
  ...kindOfAll('chapter', 'capitolul', 'kapittel', 'κεφαλαιο', 'rozdzial', 'poglavlje', 'glava'),
  ...kindOfAll(
    'section',
    'sectiunea',
    'oddil',
    'oddzial',
    'odjeljak',
    'bagian',
    'parrafo',
    'τμημα',
  ),
  ...kindOfAll('annex', 'anexa', 'priloha', 'prilog', 'lampiran', 'bilaga', 'liite', 'bilag'),
  ...kindOfAll('annex', 'vedlegg', 'παραρτημα', 'phu luc', 'melleklet'),
  ...kindOfAll('goal', 'goal'),
  ...kindOfAll('target', 'target'),
  ...kindOfAll('principle', 'principle', '原则', '原則'),
  ...kindOfAll('action', 'action', '行动', '行動'),
  ...kindOfAll('recommendation', 'recommendation', '建议', '建議'),
  ...kindOfAll('recommendation', 'recommandation', 'recomendacion', 'recomendacao'),
  ...kindOfAll('recommendation', 'raccomandazione', 'empfehlung', 'aanbeveling'),
  ...kindOfAll(undefined, 'subtitle', 'subpart', 'division', 'subchapter'),
  ...kindOfAll(undefined, ...namesOfGoals),
  ...kindOfAll(undefined, 'commitment', 'measure', 'initiative', 'requirement', 'proposal'),
])

/** Words that stand behind the number that they are counted by: `3 §`, `1 kap.`, `1. člen`. */
const kindsBehind: ReadonlyMap<string, DivisionKind | MeasureKind> = new Map([
  ...kindOfAll('section', '§'),
  ...kindOfAll('article', 'clen', 'straipsnis', 'pants', 'gr', 'бап', 'modda', 'статья', 'artikla'),
  ...kindOfAll('article', 'artikulua', 'cikk', 'maddə', 'зуил', 'зүил'),
  ...kindOfAll('chapter', 'kap', 'luku', 'fejezet', 'skyrius', 'nodala', 'peatukk', 'poglavje'),
  ...kindOfAll('chapter', 'kafli', 'тарау', 'bob', 'fəsil', 'kapitel', 'hauptstuck'),
  ...kindOfAll('section', 'skirsnis', 'jagu', 'abschnitt', 'oddelek', 'bolim'),
  ...kindOfAll('part', 'osa', 'teil', 'del'),
])

/** The kind that `word` says behind a number. */
export function kindBehind(word: string): DivisionKind | MeasureKind | undefined {
  return kindsBehind.get(word)
}

function kindOfAll<K extends DivisionKind | MeasureKind | undefined>(
  kind: K,
  ...words: readonly string[]
): readonly (readonly [string, K])[] {
  return words.map((word) => [word, kind])
}

/** Words for what is to be done that no kind is called by: `Commitment 3: …`. */
const otherMeasures: ReadonlySet<string> = new Set([
  ...['measure', 'commitment', 'initiative', 'requirement', 'proposal'],
  ...['mesure', 'maßnahme', 'medida', '措施', '举措', '舉措', '任务', '任務'],
])

/** Words that are measures where they stand before a number and words of their own. */
const measures: ReadonlySet<DivisionKind | MeasureKind | undefined> = new Set([
  ...(['recommendation', 'action', 'principle', 'target'] as const),
])

/** What divides a plan, also where it is no heading: `Goal 1: …`, `Objective 1.1: …`. */
export const goalWords: ReadonlySet<string> = new Set(['goal', 'pillar', ...namesOfGoals])

/** Words that also begin sentences and titles: behind them a small letter is no number. */
const surelyLabels: ReadonlySet<string> = new Set([
  ...['pillar', 'title', 'part', 'chapter', 'section', 'sec.', 'annex', 'appendix'],
  ...['article', 'art.', 'recommendation'],
])

/** `word` as the lists here have it. */
export function labelWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** Whether headings are labelled by `word`, as {@link labelWord} gives it. */
export function isLabelWord(word: string): boolean {
  return kinds.has(word)
}

/** The kind that `word` says, if any. */
export function kindOfWord(word: string): DivisionKind | MeasureKind | undefined {
  return kinds.get(word)
}

/** Whether a small letter behind `word` may be its number. */
export function isSurelyLabel(word: string): boolean {
  return surelyLabels.has(word)
}

/** Whether `word` before a number begins something to be done: `Action 3: …`, `Commitment 2: …`. */
export function isMeasureWord(word: string): boolean {
  return measures.has(kinds.get(word)) || otherMeasures.has(word)
}
