-- Prints the place of what a report cites where the style of its references wants it:
--
--   pandoc report.md --lua-filter policy-citation.lua --citeproc
--
-- It goes before citeproc, and needs Pandoc 2.17 or later. The key of a provision
-- (`@eu-ai-act:5.1.a`) becomes its instrument and the place in words; a place in words
-- (`@eu-ai-act, art. 5(1)(a)`) stays as it stands. Several places of one instrument in one bracket
-- become one citation, and an instrument is listed in the words of the style's family.
--
-- Where a page holds links, each place is one: to the official page, under the title of the provision.
-- For that the filter runs citeproc itself, so that `--citeproc` finds nothing left to do. Pandoc before
-- 2.19.1 cannot, and under Quarto other filters have to come before: there the links are made where the
-- filter is named a second time, behind `--citeproc`, or behind `quarto`.
--
-- All that it knows of a work stands in the bibliography that Policy Citation writes: `policy-work`, the
-- key of the instrument, by which an item of ours is known; `policy-place`, the place of a provision, and
-- `policy-address` and `policy-title`, its link; `policy-place-1` and so on, the words by which the report
-- cites a place of an instrument, and under the same name with `-after` the words before them in the same
-- citation, with `-address` and `-title` the link; `policy-section`, the sign of American law; and under
-- `policy-bluebook-`, `policy-oscola-` and `policy-gb-` what these families say otherwise. Citations of
-- others stay as they are.

PANDOC_VERSION:must_be_at_least '2.17'

local stringify = pandoc.utils.stringify

local function contentOf(path)
  local file = io.open(path, 'r')
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text
end

-- The text of the style, where Pandoc itself would look for it; empty where it cannot be read.
local function styleText(name)
  local data = PANDOC_STATE and PANDOC_STATE.user_data_dir
  local places = data and { '', data .. '/csl/', data .. '/csl/dependent/' } or { '' }
  for _, place in ipairs(places) do
    for _, ending in ipairs { '', '.csl' } do
      local text = contentOf(place .. name .. ending)
      if text then return text end
    end
  end
  return ''
end

local function hasAny(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find(pattern) then return true end
  end
  return false
end

-- `note`, `numeric` or another: what the style says of itself, else what it does, else what its name says.
local function formatOf(text, id)
  local said = text:match('citation%-format="([%a-]+)"')
  if said then return said end
  if text:find('class="note"') then return 'note' end
  local citation = text:match('<citation.-</citation>')
  if citation then return citation:find('citation%-number') and 'numeric' or 'author-date' end
  if hasAny(id, { 'note', 'oscola', 'bluebook%-law', 'mcgill', 'legal' }) then return 'note' end
  return hasAny(id, { 'numeric', 'ieee', 'vancouver' }) and 'numeric' or 'author-date'
end

local function familyOf(id)
  if id:find('bluebook') then return 'bluebook' end
  if id:find('oscola') then return 'oscola' end
  return id:find('7714') and 'gb' or nil
end

-- Whether the style prints no label before a locator that begins with no term; older Pandocs take it for pages.
local function printsWords(meta)
  if not pandoc.utils.citeproc then return false end
  local suffix = { pandoc.Str(','), pandoc.Space(), pandoc.Str('{art.'), pandoc.Space(), pandoc.Str('5}') }
  local cite = pandoc.Cite({}, { pandoc.Citation('x', 'NormalCitation', {}, suffix) })
  local asked = pandoc.Pandoc({ pandoc.Para { cite } }, pandoc.Meta {
    csl = meta.csl or meta['citation-style'],
    references = { { id = 'x', type = 'book', title = 'X' } },
  })
  local isRead, printed = pcall(pandoc.utils.citeproc, asked)
  return isRead and stringify(printed.blocks[1]):find('1, art.', 1, true) ~= nil
end

local function styleOf(meta)
  local named = meta.csl or meta['citation-style']
  local name = named and stringify(named) or 'chicago-author-date'
  local text = styleText(name)
  local parent = text:match('href="([^"]*)"[^>]*rel="independent%-parent"') or ''
  local id = table.concat({ text:match('<id>(.-)</id>') or '', parent, name:match('[^/\\]*$') }, ' '):lower()
  local family = familyOf(id)
  local format = formatOf(text, id)
  local citation = text:match('<citation.-</citation>') or ''
  local layout = (text:match('<citation.*') or ''):match('<layout[^>]*>') or ''
  local isChicago = hasAny(id, { 'chicago', 'turabian' })
  return {
    family = family,
    -- Whether it prints whole references, addresses and all; Bluebook does in the text, too.
    isNote = format == 'note' or family == 'bluebook',
    -- Whether it prints the locator of any work.
    takesAll = isChicago or format ~= 'note',
    -- Whether it prints pages as bare numbers.
    isBare = format == 'note' or isChicago or id:find('modern%-language') ~= nil,
    -- Whether it is a note style that prints a label before all of them.
    isLabelled = format == 'note' and text:find('<label[^>]*variable="locator"') ~= nil
      and not text:find('locator="[^"]*page'),
    -- Whether it prints no locator of anything.
    isDeaf = text:find('<citation') ~= nil and not text:find('variable="locator"')
      or (id:find('7714') ~= nil and format ~= 'note'),
    -- Whether one bracket holds all numbers of a group.
    isOneBracket = format == 'numeric' and (layout == '' or layout:find(' prefix=') ~= nil) and not id:find('ieee'),
    -- Whether each number has a bracket of its own, outside which words that are no locator would stand.
    hasOwnBrackets = format == 'numeric' and (id:find('ieee') ~= nil
      or layout ~= '' and not layout:find(' prefix=') and citation:find('<group[^>]* prefix="[[(]') ~= nil)
      and printsWords(meta),
    isRaised = layout:find('"sup"') ~= nil,
    -- Up to how many citations of a group stand in the order in which they are written.
    inOrder = (named and text == '' or hasAny(citation, { '<sort' })) and 1
      or hasAny(citation, { '^[^>]*collapse=' }) and 2 or named and math.huge or 2,
  }
end

local style, isChinese, isEnglish
local instruments, provisions = {}, {}
-- The keys of the instruments, in the order of the bibliography.
local keys = pandoc.List {}

local function said(item, name)
  return item[name] and stringify(item[name]) or nil
end

local function linkOf(item, name)
  return { address = said(item, name .. '-address'), title = said(item, name .. '-title') or '' }
end

local function keep(items)
  for _, item in ipairs(items) do
    local work = said(item, 'policy-work')
    if work and work ~= item.id then
      provisions[item.id] = { work = work, place = said(item, 'policy-place') or '', link = linkOf(item, 'policy') }
    elseif work then
      if not instruments[work] then keys:insert(work) end
      instruments[work] = item
    end
  end
end

-- Pandoc gives only what a document cites: the instruments of its provisions are asked for once more.
local function readWorks(doc)
  keep(pandoc.utils.references(doc))
  local citations = pandoc.List {}
  for _, provision in pairs(provisions) do
    citations:insert(pandoc.Citation(provision.work, 'NormalCitation'))
  end
  if #citations == 0 then return end
  local citing = pandoc.Plain { pandoc.Cite({}, citations) }
  keep(pandoc.utils.references(pandoc.Pandoc({ citing }, doc.meta)))
end

-- `doc` with the keys of today where it cites by those that a work had before, which `other-ids` has.
-- All of the bibliography is asked for only where Pandoc knows of no item that is cited.
local function withKeysOfToday(doc)
  local known, isOther, today = { ['*'] = true }, false, {}
  for _, item in ipairs(pandoc.utils.references(doc)) do known[item.id] = true end
  doc:walk { Cite = function(cite)
    isOther = isOther or cite.citations:find_if(function(one) return not known[one.id] end) ~= nil
  end }
  if not isOther then return doc end
  local whole = pandoc.Pandoc({}, doc.meta)
  whole.meta.nocite = { pandoc.Cite({}, { pandoc.Citation('*', 'NormalCitation') }) }
  for _, item in ipairs(pandoc.utils.references(whole)) do
    for former in (said(item, 'other-ids') or ''):gmatch('%S+') do today[former] = item.id end
  end
  return doc:walk { Cite = function(cite)
    for _, one in ipairs(cite.citations) do one.id = today[one.id] or one.id end
    return cite
  end }
end

-- An item as the style's family prints it, `-` standing for nothing; `nil` where it prints it as all do.
local function inFamily(item, family)
  local own, isOther = {}, false
  for name, value in pairs(item) do own[name] = value end
  for name, value in pairs(item) do
    local field = name:match('^policy%-' .. family .. '%-(.+)$')
    if field then own[field], isOther = stringify(value) ~= '-' and value or nil, true end
  end
  return isOther and own or nil
end

-- Items of the metadata go before those of a file.
local function withFamilyWords(meta)
  local own = {}
  for _, id in ipairs(style.family and keys or {}) do own[id] = inFamily(instruments[id], style.family) end
  if next(own) == nil then return meta end
  local references = pandoc.List(meta.references or {}):filter(function(item)
    return not (item.id and own[stringify(item.id)])
  end)
  for _, id in ipairs(keys) do
    if own[id] then references:insert(own[id]) end
  end
  meta.references = references
  return meta
end

local function inlines(text)
  local list = pandoc.List {}
  for word, gap in text:gmatch('([^ ]*)( *)') do
    if word ~= '' then list:insert(pandoc.Str(word)) end
    if gap ~= '' then list:insert(pandoc.Space()) end
  end
  return list
end

local isWord = { Str = true, Space = true, SoftBreak = true }

-- What says as much without its markup.
local isEmphasis = { Emph = true, Strong = true, Superscript = true, Subscript = true, Quoted = true }

-- Whether `inline` is words to the end, in whatever emphasis.
local function isWords(inline)
  if isWord[inline.t] then return true end
  return isEmphasis[inline.t] and not pandoc.List(inline.content):find_if(function(one) return not isWords(one) end)
end

-- Where the first bracket of `text` stands that is still open.
local function openBracket(text)
  local open = {}
  for at, char in text:gmatch('()(' .. utf8.charpattern .. ')') do
    if char == '(' or char == '[' or char == '（' then table.insert(open, at) end
    if char == ')' or char == ']' or char == '）' then table.remove(open) end
  end
  return open[1]
end

-- Whether the markup from `first` on, behind `text`, is said beside the place: apart from it, and without a number.
local function isBeside(text, suffix, first)
  local isApart = hasAny(text, { '[,;] *$', '，$', '；$' }) or openBracket(text)
  return isApart and not hasAny(stringify(pandoc.Span { table.unpack(suffix, first) }), { '%d', '%f[%w][IVX]+%f[%W]' })
end

-- The words with which `suffix` begins, and what stands behind them, from the first markup on. In the braces
-- of a locator nothing is set, and its words stand before the address: there emphasis that belongs to the
-- place is among its words.
local function wordsAndRest(suffix, inBraces)
  local text, last = '', 0
  for at, inline in ipairs(suffix) do
    local isTaken = isWord[inline.t]
      or inBraces and isWords(inline) and (inline.t == 'Quoted' or not isBeside(text, suffix, at))
    if not isTaken then break end
    text, last = text .. stringify(inline), at
  end
  if last == #suffix then return text, pandoc.List {} end
  local open = inBraces and openBracket(text)
  local words = (open and text:sub(1, open - 1) or text):gsub('[, ]*$', ''):gsub('，$', ''):gsub('；$', '')
  return words, inlines(text:sub(#words + 1)) .. pandoc.List { table.unpack(suffix, last + 1) }
end

-- Spaces, those of abbreviations too, and pages: `3`, `3-4`, `3–4`. By bytes: `%s` is another class on each system.
local blank, number = '[ \xC2\xA0]*', '%d[%d\xE2\x80\x93-]*'

local pages = {
  '^pp?%.' .. blank .. number,
  '^第' .. blank .. number .. blank .. '页',
  '^第' .. blank .. number .. blank .. '頁',
  '^页' .. blank .. number,
  '^頁' .. blank .. number,
  '^' .. number .. '%f[ ,\xC2\0]',
  '^' .. number .. '%f[\xEF]',
}

-- `text` in three: the page with which it begins, what parts it from the rest, and the rest.
local function inThree(text)
  local last = 0
  for _, page in ipairs(pages) do
    local _, found = text:find(page)
    if found then last = found break end
  end
  local page, behind = text:sub(1, last), text:sub(last + 1)
  local gap = behind:match('^' .. blank .. '，' .. blank) or behind:match('^' .. blank .. ',?' .. blank)
  -- A sign such as `§` begins with the same byte as a blank.
  gap = gap:gsub('\xC2$', '')
  return page, gap, behind:sub(#gap + 1)
end

local function joined(parts)
  local said = pandoc.List(parts):filter(function(part) return part ~= '' end)
  return table.concat(said, isChinese and '，' or ', ')
end

local function digitsOf(page)
  return page:gsub('–', '-'):match('%d[%d-]*')
end

-- What a writer put behind the key of a provision, with its place: the writer's page goes before ours,
-- and parts in parentheses go on where it ends.
local function withPlace(place, text)
  local page, _, words = inThree(place)
  local given, _, rest = inThree(text)
  local isOther = given ~= '' and digitsOf(given) ~= digitsOf(page)
  local said = rest:find('^%(') and { words .. rest } or { words, rest }
  return joined { isOther and given or page, table.unpack(said) }
end

-- A place as law is cited: American sections by their sign, and in OSCOLA without full stops.
local function inFamilyWords(text, work)
  local page, gap, words = inThree(text)
  local sign = work['policy-section']
  if sign and style.isNote then
    words = words:gsub('^sec%.', function() return stringify(sign) end)
  end
  if style.family == 'oscola' then words = words:gsub('([A-Za-z][A-Za-z])%.%f[ \xC2]', '%1') end
  return page .. gap .. words
end

-- A page behind another one of the same work, which is no locator any more.
local function laterPage(text)
  local page, gap, words = inThree(text)
  local bare = page:gsub('%-', '–'):gsub(style.isBare and '^pp?%.' .. blank or '^$', '')
  return bare .. gap .. words
end

-- Pandoc takes a Chinese word with a digit in it for a page, where a suffix begins with one.
local function setOff(text)
  return (text:gsub('^[\xE3-\xE9][^ ,\xEF]*', function(word)
    if not word:find('%d') then return word end
    local before = word:gsub('([\xE3-\xE9][\x80-\xBF][\x80-\xBF])([0-9A-Za-z])', '%1 %2')
    return (before:gsub('([0-9A-Za-z])([\xE3-\xE9])', '%1 %2'))
  end))
end

-- Whether the style loses or misplaces `place` of `work` as a locator, so that it goes behind it as text.
local function isText(place, work)
  if style.isDeaf then return true end
  if style.isLabelled and inThree(place) == '' then return true end
  local isDroppedLaw = work.type == 'legislation' and not style.takesAll
  local isOther = work.type ~= 'legislation' and work.type ~= 'report'
  return isDroppedLaw or (style.family == 'bluebook' and isOther)
end

-- In braces Pandoc takes the first word for a term, which styles shorten, number or leave out; behind
-- that of a page, which notes do not print, all words stay.
local function asPage(place)
  return (not isEnglish or hasAny(place, { '^pp?%.', '^pages? ' })) and place or 'p. ' .. place
end

-- Pandoc's own terms, of which styles print the plural where a number and more stands behind one.
local function isTermed(words)
  return words:find('^%a+%.' .. blank .. '%d') ~= nil and words:find('[,;]') ~= nil
    and hasAny(words, { '^sec', '^para', '^chap', '^part', '^no', '^vol', '^note', '^fig' })
end

-- A place as it stands within the bracket of its number: the page last, or all of it would be one.
local function withinBracket(text)
  local page, _, words = inThree(text)
  return joined { words, (page:gsub('%-', '–')) }
end

-- All of it as a locator, where there are words to keep within the bracket and none is set in the plural.
local function inOwnBracket(texts)
  local isPlain = not texts:find_if(function(text) return select(3, inThree(text)) ~= '' end)
  local place = table.concat(texts:map(withinBracket), isChinese and '；' or '; ')
  if isPlain or isTermed(place) then return nil end
  return ', {' .. place .. '}'
end

-- `{}, place`: no locator, and a text. `, {place}`: all of it the locator, which notes print before the
-- address. `, place`: what Pandoc takes for one is the locator, as styles within the text want it.
local function suffixOf(texts, work)
  -- No line ends between an abbreviation and its number.
  local place = table.concat(texts, isChinese and '；' or '; '):gsub('([A-Za-z]%.) (%d)', '%1\u{a0}%2')
  if place == '' then return '' end
  if isText(place, work) then
    local comma = isChinese and (style.isNote and '，' or '：') or ', '
    return '{}' .. comma .. place
  end
  local within = style.hasOwnBrackets and inOwnBracket(pandoc.List(texts))
  if within then return within end
  return style.isNote and ', {' .. asPage(place) .. '}' or ', ' .. setOff(place)
end

-- What a suffix says of a place, without the braces of a locator that is written so; `nil` where it says none.
local function placeIn(words, mode)
  local braced, behind = words:match('^,? *(%b{})(.*)$')
  local text = braced and braced:sub(2, -2) .. behind or words
  if braced == '{}' or text:gsub('%b{}', ''):find('[{}]') then return nil end
  local place = text:gsub('^' .. blank .. '，', ''):gsub('^' .. blank .. ',?' .. blank, function(gap)
    -- A sign such as `§` begins with the same byte as a blank.
    return gap:match('\xC2$') or ''
  end)
  local isSaid = mode == 'AuthorInText' or braced or text:find('^ *,') or text:find('^ *，') or place:find('%d')
  return isSaid and place ~= '' and place or nil
end

-- What `citation` says of a work of ours; `nil` of one of others, or whose suffix is no place.
local function readCitation(citation)
  local provision = provisions[citation.id]
  local id = provision and provision.work or citation.id
  local work = instruments[id]
  if not work then return nil end
  local words, rest = wordsAndRest(citation.suffix)
  local place = placeIn(words, citation.mode)
  local isLocator = style.isNote or style.hasOwnBrackets
  if isLocator and not (place and isText(place, work)) then
    words, rest = wordsAndRest(citation.suffix, true)
    place = placeIn(words, citation.mode)
  end
  if not provision and not place then return nil end
  if not place then rest = inlines(words) .. rest end
  local said = provision and withPlace(provision.place, place or '') or place
  local isOwn = isLocator or style.isDeaf
  local isKept = not provision and not isOwn and setOff(said) == said
  return { id = id, work = work, texts = { inFamilyWords(said, work) }, rest = rest, first = citation, isKept = isKept }
end

local function goesOn(read, before)
  return before and before.id == read.id and #before.rest == 0 and #read.first.prefix == 0
end

-- The citations of a group, several places of one work as one.
local function readGroup(citations)
  local group = pandoc.List {}
  for _, citation in ipairs(citations) do
    local read = readCitation(citation)
    local before = group[#group]
    if read and before and before.texts and goesOn(read, before) then
      table.insert(before.texts, laterPage(read.texts[1]))
      before.rest, before.isKept = read.rest, false
    else
      group:insert(read or { first = citation, isKept = true })
    end
  end
  return group
end

local function citationOf(read)
  local first = read.first
  if read.isKept then return first end
  local suffix = inlines(suffixOf(read.texts, read.work)) .. read.rest
  return pandoc.Citation(read.id, first.mode, first.prefix, suffix, first.note_num, first.hash)
end

-- The citations of a group in runs: one with a place of ours alone, others as they stand together.
local function inRuns(group)
  local runs, wasPlace = pandoc.List {}, true
  for _, read in ipairs(group) do
    local isPlace = read.texts ~= nil
    if isPlace or wasPlace then runs:insert(pandoc.List {}) end
    runs[#runs]:insert(citationOf(read))
    wasPlace = isPlace
  end
  return runs
end

-- A bracket for each run, where one would hold the numbers of all.
local function inBrackets(cite, group)
  local list = pandoc.List {}
  for _, run in ipairs(inRuns(group)) do
    if #list > 0 and not style.isRaised then list:insert(pandoc.Space()) end
    list:insert(pandoc.Cite(cite.content, run))
  end
  return list
end

-- `nocite: '@*'` lists each document once: all that is no provision of ours.
local function wholeWorks(doc)
  local citations = pandoc.List {}
  for _, item in ipairs(pandoc.utils.references(doc)) do
    if not provisions[item.id] then citations:insert(pandoc.Citation(item.id, 'NormalCitation')) end
  end
  return citations
end

local function rewritten(cite, doc)
  if #cite.citations == 1 and cite.citations[1].id == '*' and next(provisions) then
    return pandoc.Cite(cite.content, wholeWorks(doc))
  end
  local group = readGroup(cite.citations)
  local isOurs = group:find_if(function(read) return read.texts ~= nil end)
  if not isOurs then return nil end
  if style.isOneBracket and #group > 1 then return inBrackets(cite, group) end
  return pandoc.Cite(cite.content, group:map(citationOf))
end

-- Marks between words, which styles set as they like; any other character belongs to a word or is one.
local marks, dashes = {}, {}
for mark in (' \u{a0}\u{202f}\u{2009}\u{3000},.;:()[]{}!?"\'/‘’“”，．；：（）、。'):gmatch(utf8.charpattern) do
  marks[mark] = true
end
for dash in ('-\u{2010}\u{2011}–—'):gmatch(utf8.charpattern) do dashes[dash] = true end

local function isLetter(char)
  return char:find('^[0-9A-Za-z\xC3-\xDF]') ~= nil
end

-- What `text` says, word by word, each with the bytes where it begins and ends. Letters and digits that
-- stand together are one, so are dashes, which are all the same; any other character is one for itself.
local function wordsOf(text)
  local words = {}
  for first, char in text:gmatch('()(' .. utf8.charpattern .. ')') do
    local last, kind = words[#words], isLetter(char) and 'letter' or dashes[char] and 'dash'
    if kind and last and last.kind == kind and last.last == first - 1 then
      last.text, last.last = kind == 'dash' and '-' or last.text .. char:lower(), first + #char - 1
    elseif not marks[char] then
      local word = kind == 'dash' and '-' or char:lower()
      table.insert(words, { text = word, first = first, last = first + #char - 1, kind = kind })
    end
  end
  return words
end

-- Whether `words` say `sought` from the word `at` on.
local function saysAt(words, sought, at)
  for index, word in ipairs(sought) do
    local other = words[at + index - 1]
    if not other or other.text ~= word.text then return false end
  end
  return true
end

-- The places of each instrument that are known, by all words from the beginning of what a citation says of
-- places: how many these are, the first of them that is linked, and the link.
local places = {}

local function nameOf(words, last)
  return table.concat(pandoc.List({ table.unpack(words, 1, last) }):map(function(word) return word.text end), ' ')
end

local function addPlace(id, before, words, link)
  local work = instruments[id]
  if not work or words == '' or not link.address then return end
  local all = wordsOf(inFamilyWords(before == '' and words or before .. ' ' .. words, work))
  local first = #all - #wordsOf(inFamilyWords(words, work)) + 1
  places[id] = places[id] or {}
  places[id][nameOf(all)] = { first = math.max(first, 1), last = #all, link = link }
end

local function readPlaces()
  for _, provision in pairs(provisions) do
    local _, _, words = inThree(provision.place)
    addPlace(provision.work, '', words, provision.link)
  end
  for id, item in pairs(instruments) do
    local name = 'policy-place-1'
    while item[name] do
      addPlace(id, said(item, name .. '-after') or '', said(item, name), linkOf(item, name))
      name = 'policy-place-' .. (tonumber(name:match('%d+')) + 1)
    end
  end
end

-- Whether `text` goes on to a deeper place right behind its byte `last`: `art. 5` in `art. 5(1)`.
local function goesDeeper(text, last)
  local behind = text:sub(last + 1):gsub('^[%])]*', ''):gsub('^）', '')
  local char = behind:match('^' .. utf8.charpattern) or ''
  local isMark = dashes[char] or char == '（' or char:find('^[(.%[/]')
  local reached = isMark and behind:sub(#char + 1):match('^' .. utf8.charpattern) or char
  return (reached or '') ~= '' and not marks[reached] and not dashes[reached]
end

-- The links in `text`, all that a citation of `id` says of places: none where it goes deeper than what is
-- known. Before the last one those of the places that have to stand before it.
local function linksIn(text, words, id)
  local links = pandoc.List {}
  for last = #words, 1, -1 do
    local place, behind = places[id][nameOf(words, last)], links[#links]
    local isRoom = behind and last < behind.first or not behind and not goesDeeper(text, words[last].last)
    if place and isRoom then links:insert(place) end
  end
  return links
end

-- What a suffix says of places, each as it was written for citeproc.
local function textsOf(suffix)
  local text = wordsAndRest(suffix):gsub('[{}]', ''):gsub('^：', ''):gsub('^，', ''):gsub('；', ';')
  local texts = pandoc.List {}
  for part in text:gmatch('[^;]+') do
    local own = part:gsub('\xC2\xA0', ' '):gsub('^[ ,]*', ''):gsub('^p%. *([^ %d])', '%1')
    local _, _, place = inThree(own)
    texts:insert(place)
  end
  return texts
end

-- What is to be found in a printed citation: the words of each place, with their links.
local function soughtIn(cite)
  local sought = pandoc.List {}
  for _, citation in ipairs(cite.citations) do
    for _, text in ipairs(places[citation.id] and textsOf(citation.suffix) or {}) do
      local words = wordsOf(text)
      local links = linksIn(text, words, citation.id)
      if #links > 0 then sought:insert { words = words, links = links } end
    end
  end
  return sought
end

local isHolder = {
  Emph = true, Strong = true, Underline = true, Strikeout = true, Superscript = true, Subscript = true,
  SmallCaps = true, Quoted = true, Span = true,
}

-- Whether `inline` leads to an entry of the list, as citations do with `link-citations`.
local function isReference(inline)
  return inline.t == 'Link' and inline.target:find('^#ref%-') ~= nil
end

-- `inline` with each list within it, but those of other links, as `change` gives it.
local function withLists(inline, change)
  if inline.t == 'Note' then
    return pandoc.Note(pandoc.List(inline.content):map(function(block)
      local make = (block.t == 'Para' or block.t == 'Plain') and pandoc[block.t]
      return make and make(change(block.content)) or block
    end))
  end
  if not isHolder[inline.t] and not isReference(inline) then return inline end
  local changed = inline:clone()
  changed.content = change(inline.content)
  return changed
end

local function textOf(inline)
  if isWord[inline.t] then return inline.t == 'Str' and inline.text or ' ' end
  return '\0'
end

-- What is said in `list`, and behind it what in each list within it.
local function streamsOf(list, streams)
  local text = table.concat(pandoc.List(list):map(textOf))
  table.insert(streams, { text = text, words = wordsOf(text), links = pandoc.List {}, taken = {} })
  for _, inline in ipairs(list) do
    withLists(inline, function(within)
      streamsOf(within, streams)
      return within
    end)
  end
  return streams
end

local function isFree(stream, from, to)
  for at = from, to do
    if stream.taken[at] then return false end
  end
  return true
end

-- Where `words` stand in `streams` and nothing else is found yet.
local function standing(words, streams)
  local found = pandoc.List {}
  for _, stream in ipairs(streams) do
    for at = 1, #stream.words - #words + 1 do
      local isThere = saysAt(stream.words, words, at) and isFree(stream, at, at + #words - 1)
      if isThere then found:insert { stream = stream, first = at, last = at + #words - 1 } end
    end
  end
  return found
end

-- The same where a style has another term for the first of `words`: `§ 4.2` for `sec. 4.2`.
local function underOtherTerm(words, streams)
  if #words < 2 or words[1].text:find('%d') then return pandoc.List {} end
  return standing({ table.unpack(words, 2) }, streams):filter(function(place)
    local all, first = place.stream.words, place.first - 1
    local term = first > 0 and all[first].text or '-'
    while first > 1 and all[first - 1].text == term do first = first - 1 end
    place.first, place.shift = first, place.first - 1 - first
    return not term:find('[%d%z-]') and isFree(place.stream, first, place.last)
  end)
end

local function isSame(one, other)
  return #one.words == #other.words and saysAt(one.words, other.words, 1)
end

local function linksSame(one, other)
  for index, link in ipairs(one.links) do
    local second = other.links[index]
    if not second or second.link.address ~= link.link.address then return false end
  end
  return #one.links == #other.links
end

-- The end of what begins at `first` and ends with a word at `last`, the brackets behind it that it opened too.
local function withBrackets(text, first, last)
  local _, open = text:sub(first, last):gsub('[([]', '')
  local _, closed = text:sub(first, last):gsub('[])]', '')
  return last + math.min(open - closed, #text:match('^[])]*', last + 1))
end

-- Takes the place where `sought` stands, and keeps its links there.
local function take(place, sought)
  local stream, shift = place.stream, place.first - 1 + (place.shift or 0)
  for at = place.first, place.last do stream.taken[at] = true end
  for _, one in ipairs(sought.links) do
    local first = stream.words[one.first == 1 and place.first or one.first + shift].first
    local last = withBrackets(stream.text, first, stream.words[one.last + shift].last)
    stream.links:insert { first = first, last = last, link = one.link }
  end
end

-- Finds all that is sought, the longest first. What stands on the page more often or less often than it is
-- sought is left; so is what leads to several pages, where these may stand in another order than written.
local function findAll(sought, streams, isInOrder)
  sought:sort(function(one, other) return #one.words > #other.words end)
  local isDone = {}
  for _, one in ipairs(sought) do
    if not isDone[one] then
      local alike = sought:filter(function(other) return isSame(one, other) end)
      local found = standing(one.words, streams)
      if #found ~= #alike then found = underOtherTerm(one.words, streams) end
      local isCertain = isInOrder or not alike:find_if(function(other) return not linksSame(one, other) end)
      for at, other in ipairs(alike) do
        isDone[other] = true
        if #found == #alike and isCertain then take(found[at], other) end
      end
    end
  end
end

-- What stands between the bytes `from` and `to` of what `list` says; `changed` has what becomes of each inline.
local function between(list, changed, from, to)
  local part, before = pandoc.List {}, 0
  for index, inline in ipairs(list) do
    local text = textOf(inline)
    local first, last = math.max(from - before, 1), math.min(to - before, #text)
    if first == 1 and last == #text then
      part:extend(changed[index])
    elseif first <= last then
      part:insert(pandoc.Str(text:sub(first, last)))
    end
    before = before + #text
  end
  return part
end

local linkedList, inPieces

-- A reference to the list in several, between the links that it would hold.
local function aroundLinks(reference, streams)
  return inPieces(reference.content, streams, function(piece)
    return pandoc.Link(piece, reference.target, reference.title, reference.attr)
  end)
end

-- `list`, the next of `streams`, with its links, and what stands between them as `wrap` gives it.
function inPieces(list, streams, wrap)
  local links = table.remove(streams, 1).links
  links:sort(function(one, other) return one.first < other.first end)
  local changed = pandoc.List(list):map(function(inline)
    if isReference(inline) then return aroundLinks(inline, streams) end
    return { withLists(inline, function(within) return linkedList(within, streams) end) }
  end)
  local result, at = pandoc.List {}, 1
  local function add(to)
    local piece = between(list, changed, at, to)
    if #piece > 0 then result:insert(wrap(piece)) end
  end
  for _, one in ipairs(links) do
    add(one.first - 1)
    local words = between(list, changed, one.first, one.last)
    result:insert(pandoc.Link(words, one.link.address, one.link.title))
    at = one.last + 1
  end
  add(math.huge)
  return result
end

function linkedList(list, streams)
  local result = pandoc.List {}
  for _, piece in ipairs(inPieces(list, streams, pandoc.Span)) do
    result:extend(piece.t == 'Span' and piece.content or { piece })
  end
  return result
end

-- What is printed of `cite`, with its links.
local function linkedContent(cite)
  local sought = soughtIn(cite)
  if #sought == 0 then return cite.content end
  local streams = streamsOf(cite.content, pandoc.List {})
  findAll(sought, streams, #cite.citations <= style.inOrder)
  return linkedList(cite.content, streams)
end

-- What becomes of citations on pages that can hold links, so that these look as if citations stood there:
-- spans that name their keys, spans, words that stay together, or only words.
local printedAs = {
  html = 'keys', html5 = 'keys', chunkedhtml = 'keys', epub = 'keys', epub3 = 'keys', revealjs = 'keys',
  dzslides = 'keys', html4 = 'span', epub2 = 'span', s5 = 'span', slidy = 'span', slideous = 'span',
  docx = 'group', odt = 'words', opendocument = 'words', pptx = 'words', rtf = 'words', latex = 'command',
  beamer = 'command', context = 'words', typst = 'group', markdown = 'words', commonmark = 'words',
  commonmark_x = 'words', gfm = 'words',
}

-- In LaTeX a reference to the list is a command of its own within citations; not in older Pandocs.
local function isCommandOfLatex()
  local cite = pandoc.Cite({ pandoc.Link('x', '#ref-x') }, { pandoc.Citation('x', 'NormalCitation') })
  return pandoc.write(pandoc.Pandoc { pandoc.Plain { cite } }, 'latex'):find('\\citeproc{', 1, true) ~= nil
end

local function asCommand(reference)
  local list = pandoc.List { pandoc.RawInline('latex', '\\citeproc{' .. reference.target:sub(2) .. '}{') }
  list:extend(reference.content)
  list:insert(pandoc.RawInline('latex', '}'))
  return list
end

-- What such a page has of `cite`, nothing that citeproc would see.
local function asPrinted(cite, content)
  local form = printedAs[FORMAT]
  if form == 'command' and isCommandOfLatex() then
    local function change(link) return isReference(link) and asCommand(link) or nil end
    return pandoc.Span(content):walk({ Link = change }).content
  end
  if form == 'words' or form == 'command' then return content end
  if form == 'group' then return pandoc.Span(content) end
  local span = pandoc.Span(content, pandoc.Attr('', { 'citation' }))
  if form == 'span' then return span end
  span.attributes['data-cites'] = table.concat(cite.citations:map(function(one) return one.id end), ' ')
  return span:walk {
    Link = function(link)
      if isReference(link) then link.attributes.role = 'doc-biblioref' end
      return link
    end,
  }
end

-- Whether this Pandoc can print citations here; where the page itself has citations, as data, they stay.
local function canPrint()
  local options = PANDOC_WRITER_OPTIONS
  local isData = options.cite_method ~= 'citeproc' or pandoc.List(options.extensions):includes('citations')
  return pandoc.utils.citeproc ~= nil and printedAs[FORMAT] ~= nil and not isData
end

local function hasLinks(doc)
  local found = false
  doc:walk { Cite = function(cite) found = found or #soughtIn(cite) > 0 end }
  return found
end

-- Whether a bibliography knows a key of `cite`.
local function isKnown(cite, known)
  return cite.citations:find_if(function(one) return known[one.id] end) ~= nil
end

-- Whether `cite` has a cross-reference in it, which a filter behind this one may look for.
local function isReferring(cite, known)
  return cite.citations:find_if(function(one)
    local isForm = hasAny(one.id:lower(), { '^fig[:-]', '^tbl[:-]', '^eq[:-]', '^lst[:-]', '^sec[:-]' })
    return isForm and not known[one.id]
  end) ~= nil
end

-- Whether a citation that is set aside would stand beside one that is not, where a style takes the spaces
-- before citations, but not those between two.
local function areNeighbours(doc, known)
  local found = false
  doc:walk {
    Inlines = function(list)
      for at, inline in ipairs(list) do
        local isCite = inline.t == 'Cite'
        for _, other in ipairs(isCite and { list[at + 1] or inline, list[at + 2] or inline } or {}) do
          found = found or other.t == 'Cite' and isKnown(inline, known) ~= isKnown(other, known)
        end
      end
    end,
  }
  return found and (style.isNote or style.isRaised)
end

-- `doc` without the citations of which no bibliography knows a key, cross-references above all, and these;
-- `nil` where that would print other things than `--citeproc` alone.
local function setAside(doc)
  local known, aside, isWrong = { ['*'] = true }, pandoc.List {}, false
  for _, item in ipairs(pandoc.utils.references(doc)) do known[item.id] = true end
  local rest = doc:walk {
    Cite = function(cite)
      if isKnown(cite, known) then
        isWrong = isWrong or isReferring(cite, known)
        return nil
      end
      aside:insert(cite)
      return pandoc.Span({}, pandoc.Attr('', { 'policy-citation-aside' }, { at = tostring(#aside) }))
    end,
  }
  if not isWrong and not areNeighbours(doc, known) then return rest, aside end
end

-- `doc` with all citations printed, places linked. A link within another one is none.
local function withLinks(doc, asPage)
  local function page(cite, content) return asPage and asPrinted(cite, content) or pandoc.Cite(content, cite.citations) end
  return doc:walk {
    traverse = 'topdown',
    Link = function(link)
      return link:walk { Cite = function(cite) return page(cite, cite.content) end }, false
    end,
    Cite = function(cite) return page(cite, linkedContent(cite)), false end,
  }
end

-- `doc` printed with links, so that `--citeproc` changes nothing in it any more; `nil` where that cannot be.
local function printed(doc)
  local rest, aside = setAside(doc)
  if not rest then return nil end
  local page = withLinks(pandoc.utils.citeproc(rest), true)
  page.meta.nocite = nil
  return page:walk {
    Span = function(span)
      return span.classes:includes('policy-citation-aside') and aside[tonumber(span.attributes.at)] or nil
    end,
  }
end

-- Whether citeproc ran before: no citation of ours stands as it was written.
local function isPrinted(doc)
  local ours = pandoc.List {}
  doc:walk { Cite = function(cite)
    local isOurs = cite.citations:find_if(function(one) return instruments[one.id] or provisions[one.id] end)
    if isOurs then ours:insert(cite.content) end
  end }
  return #ours > 0 and not ours:find_if(function(content)
    return #content == 0 or content[1].t == 'RawInline' or stringify(content):find('@') ~= nil
  end)
end

-- Raw text in which a comment is one.
local commented = { '^x?html', '^epub', '^markdown', '^commonmark', '^gfm', '^revealjs', '^s5', '^slid', '^dzslides' }

-- Comments for Policy Citation do not reach the page.
local function withoutComments(raw)
  if not hasAny(raw.format, commented) then return raw end
  local text, count = raw.text:gsub('<!%-%-+%s*policy%-citation%-.-%-%->%s*', '')
  if count == 0 then return raw end
  raw.text = text
  return text ~= '' and raw or nil
end

local isGap = { Space = true, SoftBreak = true, LineBreak = true }

-- Of the gaps around a comment one stays, the end of a line rather than a space; none where the text begins or ends.
local function inlinesWithoutComments(list)
  local kept, wasComment = pandoc.List {}, false
  for _, inline in ipairs(list) do
    local last = kept[#kept]
    local other = inline
    if inline.t == 'RawInline' then other = withoutComments(inline) end
    local isBreak = inline.t == 'LineBreak'
    local isSecond = wasComment and isGap[inline.t] and (last and isGap[last.t] or not last and not isBreak)
    if not other then
      wasComment = true
    elseif not isSecond or isBreak and last.t == 'LineBreak' then
      kept:insert(other)
      wasComment = false
    elseif last and last.t ~= 'LineBreak' and inline.t ~= 'Space' then
      kept[#kept] = inline
    end
  end
  local last = kept[#kept]
  if wasComment and last and isGap[last.t] and last.t ~= 'LineBreak' then kept:remove() end
  return #kept < #list and kept or list
end

-- `doc` as citeproc prints it best, each place where the style wants it.
local function written(doc)
  local walked = doc:walk {
    Cite = function(cite) return rewritten(cite, doc) end,
    Inlines = inlinesWithoutComments,
    RawBlock = function(raw) return withoutComments(raw) or {} end,
  }
  walked.meta = withFamilyWords(walked.meta)
  return walked
end

-- What all items of ours say, those too that nobody cites any more.
local function readAll(doc)
  local meta = pandoc.Meta(doc.meta)
  meta.nocite = pandoc.MetaInlines { pandoc.Cite({}, { pandoc.Citation('*', 'NormalCitation') }) }
  keep(pandoc.utils.references(pandoc.Pandoc({}, meta)))
end

-- The name in the metadata under which Quarto keeps that a document was rewritten.
local mark = 'policy-citation-written'

-- What is done where the filter is named a second time.
local function again(doc)
  local isDone = isPrinted(doc)
  doc.meta[mark] = nil
  readAll(doc)
  readPlaces()
  if not hasLinks(doc) then return doc end
  return isDone and withLinks(doc, false) or canPrint() and printed(doc) or doc
end

function Pandoc(doc)
  style = styleOf(doc.meta)
  local lang = doc.meta.lang and stringify(doc.meta.lang) or 'en'
  isChinese, isEnglish = lang:find('^zh') ~= nil, lang:find('^en') ~= nil
  doc = withKeysOfToday(doc)
  readWorks(doc)
  if doc.meta[mark] or isPrinted(doc) then return again(doc) end
  local result = written(doc)
  readPlaces()
  if quarto then result.meta[mark] = next(places) ~= nil or nil end
  return not quarto and canPrint() and hasLinks(result) and printed(result) or result
end
