import type { Usage } from './english.ts'

/** The same in Traditional Chinese, in the usage of Taiwan. */
export const traditional: Usage = {
  whole: `用法：node cli.js check [選項] 報告…
      node cli.js export --format csl-json|csl-yaml|bibtex|biblatex|ris|stratml [選項] 政策文件|報告
      node cli.js import [選項] 檔案
      node cli.js find [--sentence] [--limit 數目] [選項] [字詞…]
      node cli.js filter
      node cli.js render [--to markdown] [--csl 樣式] [選項] 報告
      node cli.js diff [--format text|markdown|json] 舊檔案 新檔案
      node cli.js library --stale [--as-of 日期] [選項]
      node cli.js library --languages [--format text|markdown|json] [選項]

check 檢查報告或資料夾中的所有報告，結果與 Policy Citation 在編輯器中的檢查一致。
export 匯出一份政策文件，或報告所引用的條目，供 Pandoc、Quarto、Zettlr 與 StratML 工具使用。
import 將文件轉成語料檔，支援 PDF、DOCX、ODT、HTML、Markdown、StratML、Akoma Ntoso、USLM、Formex、CLML、
Justice Laws XML、Federal Register XML、OSCAL 目錄，以及 JSON、YAML、CSV 格式的清單。
find 列出在編輯器中輸入「@字詞」時會提供的建議，最合適的在前：引用鍵、標題與位置。未給字詞時，
標準輸入的每一行各為一次查詢，每次查詢以一行 JSON 回覆。
filter 輸出 Lua 篩選器，Pandoc 藉由它把條文的位置印在參考文獻樣式所要求之處：
pandoc report.md --lua-filter policy-citation.lua --citeproc
render 依該篩選器的處理方式輸出報告，供無法執行篩選器的工具使用：輸出為 Markdown，
各處位置寫在報告的 csl: 所指樣式要求之處。
diff 比較兩個語料檔或官方文件，列出每一條的變動：新增、刪除、移動，以及逐詞的修改。
library --stale 列出各政策文件所載事實的核對日期，最久未核對的在前；
library --languages 列出各政策文件的標題與摘要各有哪些語言、各有多少。

  --format text|json|sarif   check 與 find 的輸出格式（預設為 text）
  --language en|zh-Hans|zh-Hant   訊息與標題的語言（預設依設定，其次依環境變數）
  --corpus 檔案|資料夾       您自己的語料檔；預設為編輯器所能找到的語料檔
  --report-ignored           一併列出報告中以註解忽略的問題及其理由
  --official 代號=檔案       一份政策文件的官方文件，用於核對所引原文
  --official 代號@日期=檔案  同上，但註明文本的日期：每份報告以不晚於其自身日期的最新文本為準；
                             未註明日期時，以語料庫所載日期為準
  --as-of 日期               以該日期為準（預設為今天）；報告寫有 policy-as-of: 者，從其所寫
  --id 代號                  匯入後政策文件的代號；預設由標題產生
  --map label=欄位,title=欄位,text=欄位,parent=欄位
                             指明所匯入清單的各欄位分別是編號、標題、正文與上層；預設自行判斷
  --output 檔案              寫入的語料檔或報告；預設寫到標準輸出
  --into 檔案                由較早一版匯入而成的語料檔，import 將下一版寫入其中：
                             照樣更正，引用鍵與您在其中所寫的內容均予保留
  --take inserted,deleted,moved,changed|none   import 從中採納哪些變動（預設為 inserted,moved,changed）
  --to markdown              render 的輸出格式
  --csl 樣式                 render 所用的樣式，取代報告本身的樣式
  --sentence                 把給 find 的文字當作游標前的文字，此外未輸入任何字詞
  --stale、--languages       library 列出的內容
  --limit 數目               find 對一次查詢最多列出幾筆（預設為 10）
  --reading-time 秒數        讀取一份官方文件最多可用幾秒（預設為 30）
  --reading-memory MB        讀取時最多可用多少 MB 記憶體（預設為 512）
  --help、--version          顯示本說明、顯示版本

編輯器的設定同樣有效，以目前資料夾中的 .vscode/settings.json 為準。

check 的結束代碼：
  0   沒有警告，也沒有錯誤
  1   有警告或錯誤
  1   指定的檔案中有的無法讀取，其餘的已經檢查；無法讀取的會逐一列出
  2   無法執行，沒有一份報告可以讀取，或檢查結果無法寫出
其他命令的結束代碼：未找到符合字詞的條目、有事實需要重新核對，或兩個檔案不同時為 1；
無法執行或無法寫出時為 2。輸出未寫完而讀取方已停止讀取時為 1。
`,
  find: '用法：node cli.js find [--sentence] [--limit 數目] [--language en|zh-Hans|zh-Hant] [--corpus 檔案|資料夾] [--as-of 日期] [--format text|json] [字詞…]',
}
