import type { Usage } from './english.ts'

/** The same in Simplified Chinese. */
export const simplified: Usage = {
  whole: `用法：node cli.js check [选项] 报告…
      node cli.js export --format csl-json|csl-yaml|bibtex|biblatex|ris|stratml [选项] 政策文件|报告
      node cli.js import [选项] 文件
      node cli.js find [--sentence] [--limit 数目] [选项] [词语…]
      node cli.js filter
      node cli.js render [--to markdown] [--csl 样式] [选项] 报告
      node cli.js diff [--format text|markdown|json] 旧文件 新文件
      node cli.js library --stale [--as-of 日期] [选项]
      node cli.js library --languages [--format text|markdown|json] [选项]

check 检查报告或文件夹中的所有报告，结果与 Policy Citation 在编辑器中的检查一致。
export 导出一份政策文件，或报告所引用的条目，供 Pandoc、Quarto、Zettlr 和 StratML 工具使用。
import 将文件转成语料文件，支持 PDF、DOCX、ODT、HTML、Markdown、StratML、Akoma Ntoso、USLM、Formex、CLML、
Justice Laws XML、Federal Register XML、OSCAL 目录，以及 JSON、YAML、CSV 格式的清单。
find 列出编辑器中键入“@词语”时会给出的建议，最合适的在前：引用键、标题和位置。不给词语时，
标准输入的每一行各为一次查询，每次查询以一行 JSON 作答。
filter 输出 Lua 过滤器，Pandoc 借助它把条款的位置印在参考文献样式所要求的地方：
pandoc report.md --lua-filter policy-citation.lua --citeproc
render 按该过滤器的处理方式输出报告，供无法运行过滤器的工具使用：输出为 Markdown，
各处位置写在报告的 csl: 所指样式要求的地方。
diff 比较两个语料文件或官方文件，列出每一条的变化：新增、删除、移动，以及逐词的修改。
library --stale 列出各政策文件所载事实的核对日期，最久未核对的在前；
library --languages 列出各政策文件的标题和摘要各有哪些语言、各有多少。

  --format text|json|sarif   check 和 find 的输出格式（默认为 text）
  --language en|zh-Hans|zh-Hant   消息和标题的语言（默认依设置，其次依环境变量）
  --corpus 文件|文件夹       您自己的语料文件；默认为编辑器所能找到的语料文件
  --report-ignored           同时列出报告中用注释忽略的问题及其理由
  --official 编号=文件       一份政策文件的官方文件，用于核对所引原文
  --official 编号@日期=文件  同上，但注明文本的日期：每份报告以不晚于其自身日期的最新文本为准；
                             未注明日期时，以语料库所载日期为准
  --as-of 日期               以该日期为准（默认为今天）；报告写有 policy-as-of: 的，从其所写
  --id 编号                  导入后政策文件的编号；默认由标题生成
  --map label=字段,title=字段,text=字段,parent=字段
                             指明所导入清单的各字段分别是编号、标题、正文和上级；默认自行判断
  --output 文件              写入的语料文件或报告；默认写到标准输出
  --into 文件                由较早一版导入而成的语料文件，import 将下一版写入其中：
                             照样更正，引用键和您在其中所写的内容均予保留
  --take inserted,deleted,moved,changed|none   import 从中采纳哪些变化（默认为 inserted,moved,changed）
  --to markdown              render 的输出格式
  --csl 样式                 render 所用的样式，取代报告自身的样式
  --sentence                 把给 find 的文字当作光标前的文字，此外未键入任何词语
  --stale、--languages       library 列出的内容
  --limit 数目               find 对一次查询最多列出几条（默认为 10）
  --reading-time 秒数        读取一份官方文件最多可用几秒（默认为 30）
  --reading-memory MB        读取时最多可用多少 MB 内存（默认为 512）
  --help、--version          显示本说明、显示版本

编辑器的设置同样有效，以当前文件夹中的 .vscode/settings.json 为准。

check 的退出代码：
  0   没有警告，也没有错误
  1   有警告或错误
  1   指定的文件中有的无法读取，其余的已经检查；无法读取的会逐一列出
  2   无法运行，没有一份报告可以读取，或检查结果无法写出
其他命令的退出代码：未找到符合词语的条目、有事实需要重新核对，或两个文件不同时为 1；
无法运行或无法写出时为 2。输出未写完而读取方已停止读取时为 1。
`,
  find: '用法：node cli.js find [--sentence] [--limit 数目] [--language en|zh-Hans|zh-Hant] [--corpus 文件|文件夹] [--as-of 日期] [--format text|json] [词语…]',
}
