/** Words that mean nearly the same in writing about policy. */
export const thesaurus: readonly string[] = ['fund money dollar grant 资金 拨款']
/** English words that say nothing about which measure a sentence is about. */
export const commonWords: ReadonlySet<string> = new Set(['the', 'of', 'and', 'to', 'in', 'a', 'is', 'for', 'that', 'on', 'by', 'with', 'as', 'it', 'its', 'be', 'are', 'was', 'would', 'should', 'must', 'will', 'from', 'at', 'or', 'an', 'which', 'their', 'they', 'this', 'who', 'what', 'has', 'have', 'not', 'but', 'than', 'more', 'also', 'before', 'after', 'any'])
