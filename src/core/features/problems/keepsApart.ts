const words =
  /(?<!\p{L})(?:not|no|nor|never|nowhere|nothing|neither|without|lacks?|absent|unlike|press|media|news|newspapers?|reporters?|journalists?|commentators?)(?!\p{L})|n[’']t(?!\p{L})|没有|沒有|并未|並未|从未|從未|未曾|并非|並非|不含|不包括|未提|媒体|媒體|报道|報導|報道|记者|記者|新闻|新聞/iu

/** Whether `sentence` may deny what it names, or say it of others: then nothing of it is held against its citation. */
export function keepsApart(sentence: string): boolean {
  return words.test(sentence)
}
