/** How the command line is called, and what it does. */
export interface Usage {
  /** What `--help` writes. */
  readonly whole: string
  /** How `find` is called, in a line. */
  readonly find: string
}

/** How the command line is called. */
export const english: Usage = {
  whole: `Usage: node cli.js check [options] REPORT…
       node cli.js export --format csl-json|csl-yaml|bibtex|biblatex|ris|stratml [options] INSTRUMENT|REPORT
       node cli.js import [options] DOCUMENT
       node cli.js find [--sentence] [--limit N] [options] [WORDS…]
       node cli.js filter
       node cli.js render [--to markdown] [--csl STYLE] [options] REPORT
       node cli.js diff [--format text|markdown|json] OLD NEW
       node cli.js library --stale [--as-of DATE] [options]
       node cli.js library --languages [--format text|markdown|json] [options]

check looks at reports, or all reports in folders, as Policy Citation does in the editor;
export writes an instrument, or what a report cites, for Pandoc, Quarto, Zettlr and StratML tools;
import makes a corpus file from a document: PDF, DOCX, ODT, HTML, Markdown, StratML, Akoma Ntoso, USLM,
Formex, CLML, Justice Laws XML, Federal Register XML, OSCAL catalogs, lists in JSON, YAML and CSV;
find writes what the editor would offer for @WORDS, best first: key, title and place. Without words,
each line of the standard input is a search of its own, answered by one line of JSON.
filter writes the Lua filter by which Pandoc prints the place of each provision where the style of
the references wants it: pandoc report.md --lua-filter policy-citation.lua --citeproc
render writes a report as that filter would make it, for tools that run no filters: in Markdown, with
each place where the style that the report names under csl: wants it.
diff says what became of each provision from one file to the other, corpus files or official
documents: inserted, deleted, moved, changed word by word.
library --stale lists when the facts of each instrument were checked, the longest ago first;
library --languages how many headings, titles and summaries each has in which language.

  --format text|json|sarif   how check writes the problems, and find what it finds (text)
  --language en|zh-Hans|zh-Hant   the language of messages and titles (as set, or that of the environment)
  --corpus FILE|FOLDER       corpus files of your own; those that the editor finds unless given
  --report-ignored           what comments in the reports have ignored is written, too, with their reasons
  --official ID=FILE         the official document of an instrument: quotations are verified
  --official ID@DATE=FILE    the same, of the text of that day: each report means the newest that is
                             not after its own day; without a day it is that of the corpus
  --as-of DATE               the day to go by (today), but for reports with policy-as-of:
  --id ID                    the id of the imported instrument; made of its title unless given
  --map label=FIELD,title=FIELD,text=FIELD,parent=FIELD
                             which field of an imported list is what; those that are evident unless given
  --output FILE              the corpus file or report to write; standard output unless given
  --into FILE                the corpus file of an earlier edition, which import writes the next one into:
                             with the same corrections, its keys and all that you wrote there kept
  --take inserted,deleted,moved,changed|none   what import takes of it (inserted,moved,changed)
  --to markdown              what render writes
  --csl STYLE                the style to render for, in place of that of the report
  --sentence                 what find is given is the text before the cursor, with nothing typed
  --stale, --languages       what library lists
  --limit N                  the most that find writes for one search (10)
  --reading-time SECONDS     seconds that reading a document may take (30)
  --reading-memory MB        megabytes of memory that it may take (512)
  --help, --version

The settings of the editor hold, as .vscode/settings.json of this folder has them.

Exit code of check:
  0   no warnings and no errors
  1   warnings or errors
  1   a file of those that are named could not be read; the others were judged, and it is named
  2   it could not run, no report could be read, or what was found could not be written
Of the others: 1 where nothing is found for the words given, facts want to be checked again, or two
files differ, 2 where they could not run or write. 1 where whoever reads the output stops before its end.
`,
  find: 'Usage: node cli.js find [--sentence] [--limit N] [--language en|zh-Hans|zh-Hant] [--corpus FILE|FOLDER] [--as-of DATE] [--format text|json] [WORDS…]',
}
