-- Prints the place of what a report cites where the style of its references wants it:
--
--   pandoc report.md --lua-filter policy-citation.lua --citeproc
--
-- It goes before citeproc, and needs Pandoc 2.17 or later. The key of a provision
-- (`@eu-ai-act:5.1.a`) becomes its instrument and the place in words; a place in words
-- (`@eu-ai-act, art. 5(1)(a)`) stays as it stands. Several places of one instrument in one bracket
-- become one citation, and an instrument is listed in the words of the style's family.
--
-- All that it knows of a work stands in the bibliography that Policy Citation writes: `policy-work`, the
-- key of the instrument, by which an item of ours is known; `policy-place`, the place of a provision;
-- `policy-section`, the sign of American law; and under `policy-bluebook-`, `policy-oscola-` and
-- `policy-gb-` what these families say otherwise. Citations of others stay as they are.

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

local function styleOf(meta)
  local named = meta.csl or meta['citation-style']
  local name = named and stringify(named) or 'chicago-author-date'
  local text = styleText(name)
  local parent = text:match('href="([^"]*)"[^>]*rel="independent%-parent"') or ''
  local id = table.concat({ text:match('<id>(.-)</id>') or '', parent, name:match('[^/\\]*$') }, ' '):lower()
  local family = familyOf(id)
  local format = formatOf(text, id)
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
    isRaised = layout:find('"sup"') ~= nil,
  }
end

local style, isChinese, isEnglish
local instruments, provisions = {}, {}

local function keep(items)
  for _, item in ipairs(items) do
    local work = item['policy-work'] and stringify(item['policy-work'])
    if work and work ~= item.id then
      provisions[item.id] = { work = work, place = stringify(item['policy-place'] or '') }
    elseif work then
      instruments[item.id] = item
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
  for id, item in pairs(style.family and instruments or {}) do own[id] = inFamily(item, style.family) end
  if next(own) == nil then return meta end
  local references = pandoc.List(meta.references or {}):filter(function(item)
    return not (item.id and own[stringify(item.id)])
  end)
  for _, item in pairs(own) do references:insert(item) end
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

-- The words with which `suffix` begins, and what stands behind them, from the first markup on.
local function wordsAndRest(suffix)
  local words, rest = {}, pandoc.List {}
  for _, inline in ipairs(suffix) do
    if #rest == 0 and isWord[inline.t] then
      table.insert(words, inline.t == 'Str' and inline.text or ' ')
    else
      rest:insert(inline)
    end
  end
  local text = table.concat(words)
  local kept = #rest > 0 and text:match('[, ]*$') or ''
  return text:sub(1, #text - #kept), inlines(kept) .. rest
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
  return style.isNote and ', {' .. asPage(place) .. '}' or ', ' .. setOff(place)
end

-- What a suffix says of a place, without the braces of a locator that is written so; `nil` where it says none.
local function placeIn(words, mode)
  local braced, behind = words:match('^ *(%b{})(.*)$')
  local text = braced and braced:sub(2, -2) .. behind or words
  if braced == '{}' or text:gsub('%b{}', ''):find('[{}]') then return nil end
  local place = text:gsub('^' .. blank .. '，', ''):gsub('^' .. blank .. ',?' .. blank, '')
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
  if not provision and not place then return nil end
  if not place then rest = inlines(words) .. rest end
  local said = provision and withPlace(provision.place, place or '') or place
  local isKept = not provision and not style.isNote and not style.isDeaf and setOff(said) == said
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

-- Comments for Policy Citation do not reach the page.
local function withoutComments(raw)
  if raw.format ~= 'html' then return nil end
  local text, count = raw.text:gsub('<!%-%-%s*policy%-citation%-.-%-%->%s*', '')
  if count == 0 then return nil end
  raw.text = text
  return text == '' and {} or raw
end

function Pandoc(doc)
  style = styleOf(doc.meta)
  local lang = doc.meta.lang and stringify(doc.meta.lang) or 'en'
  isChinese, isEnglish = lang:find('^zh') ~= nil, lang:find('^en') ~= nil
  readWorks(doc)
  local walked = doc:walk {
    Cite = function(cite) return rewritten(cite, doc) end,
    RawInline = withoutComments,
    RawBlock = withoutComments,
  }
  walked.meta = withFamilyWords(walked.meta)
  return walked
end
