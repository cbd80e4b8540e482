/** Ways in which a report quotes the cited text, `…` for the words and `[]` for the citation. */
export const ownFrames = {
  english: [
    'The text says that “…” [].',
    'It is put so: “…” [].',
    '“…” [], and much follows from it.',
    'According to the text, “…” []',
    '> …\n\n[]',
    '> …\n>\n> []',
  ],
  chinese: ['其中规定：“…”[]。', '该文件提出，“…”[]。', '“…”[]，影响深远。', '> …\n\n[]'],
  traditional: ['其中規定：「…」[]。', '該文件提出，「…」[]。'],
} as const

/** Ways in which a report says that the words are somebody else's. */
export const othersFrames = {
  english: [
    'As Senator Hollis said, “…” [].',
    '“…,” said Senator Hollis, who had read it [].',
    'In a statement, Representative Dunmore called it “…” [].',
    'A spokesperson for the Brookline Institute told reporters that “…” [].',
    'The union’s letter answers that “…” [].',
    '“…,” one lawyer wrote of it [].',
    'A newspaper summed it up as “…” [].',
    'Commissioner Varga argued in a speech that “…” [].',
  ],
  chinese: [
    '参议员霍利斯说：“…”[]。',
    '有学者认为，“…”[]。',
    '据一家报纸报道，“…”[]。',
    '一位律师对记者表示，“…”[]。',
    '国家网信办有关负责人在答记者问时说，“…”[]。',
    '某公司在声明中称：“…”[]。',
  ],
} as const

/** What others might say of a text, none of it in any. */
export const sayings = {
  english: [
    'we are handing the keys of the kingdom to five companies',
    'this is the most serious document on the matter in a decade',
    'nobody in my state was asked before this was written',
    'rules that nobody can read will be rules that nobody keeps',
    'the small firms will pay for what the large ones wanted',
    'our members cannot wait until the next winter for an answer',
    'a long shopping list without a budget behind it',
    'if this is a race, then somebody ought to say where it ends',
    'we will see each other in court before the leaves turn',
    'there is more courage in its footnotes than in its chapters',
  ],
  chinese: [
    '这是十年来最有分量的一份文件',
    '小公司要为大公司的愿望买单',
    '看不懂的规则最后谁也不会遵守',
    '我们的会员等不到明年冬天',
    '一张没有预算的购物清单',
    '如果这是赛跑，总得有人说明终点在哪里',
  ],
} as const
