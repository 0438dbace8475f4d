import type { Text } from '../../kernel/text.ts'

/** A record as the page at the head of the archive lists it. */
export interface IndexedRecord {
  readonly number: string
  readonly title: string
  readonly state: Text
  readonly json: string
  readonly forms: readonly { readonly title: Text; readonly path: string }[]
  readonly attachments: readonly { readonly name: string; readonly path: string }[]
}

/** What the page says. */
export interface ArchiveIndex {
  readonly company: string
  readonly title: Text
  readonly from: string
  readonly to: string
  readonly exportedAt: string
  readonly exportedBy: string
  readonly fingerprint: string
  readonly procedures: readonly { readonly title: Text; readonly records: readonly IndexedRecord[] }[]
}

const escaped = (words: string): string => words.replace(/[&<>"']/g, char => `&#${char.codePointAt(0)};`)
const both = ({ zh, en }: Text): string =>
  zh === en ? escaped(zh) : `${escaped(zh)} <span class="en">${escaped(en)}</span>`
const link = (path: string, words: string): string =>
  `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${words}</a>`

const STYLE = `body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2a2a}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.1rem;margin:2rem 0 .4rem}.en{color:#5b6b6b}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #dfe6e6}
code{font-family:ui-monospace,monospace}a{color:#0b6e69}td:first-child{white-space:nowrap}
@media(max-width:40rem){table,tbody,tr,td{display:block}tr:first-child{display:none}td{border:0;padding:.1rem 0}tr{border-bottom:1px solid #dfe6e6;padding:.5rem 0}}`

/** The page that opens the archive in any browser, without a server and without scripts. */
export const archiveIndex = (index: ArchiveIndex): string => {
  const count = index.procedures.reduce((all, item) => all + item.records.length, 0)
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(index.title.zh)}</title><style>${STYLE}</style></head><body>
<h1>${both(index.title)}</h1>
<p>${escaped(index.company)}<br>${escaped(index.from)} – ${escaped(index.to)} · ${count} 条记录 <span class="en">records</span><br>
导出 <span class="en">exported</span> ${escaped(index.exportedAt)} ${escaped(index.exportedBy)}</p>
<p>核对：安装 Node（18 或更新）后在本目录运行 <code>node check.mjs --key ${escaped(index.fingerprint)}</code>；密钥指纹请与公司“操作日志”页所示比对。<br>
<span class="en">To check: with Node 18 or newer run the command above in this folder; compare the fingerprint of the key with the one that the company shows under "Trail".</span></p>
${index.procedures.map(sectionOf).join('\n')}
</body></html>
`
}

const sectionOf = ({ title, records }: ArchiveIndex['procedures'][number]): string => `<h2>${both(title)}</h2>
<table><tr><th>编号 <span class="en">No.</span></th><th>名称 <span class="en">Title</span></th><th>状态 <span class="en">State</span></th><th>文件 <span class="en">Files</span></th></tr>
${records.map(rowOf).join('\n')}
</table>`

const rowOf = (record: IndexedRecord): string => {
  const files = [
    ...record.forms.map(form => link(form.path, both(form.title))),
    ...record.attachments.map(file => link(file.path, escaped(file.name))),
    link(record.json, 'JSON'),
  ]
  return `<tr><td><code>${escaped(record.number)}</code></td><td>${escaped(record.title)}</td><td>${both(record.state)}</td><td>${files.join('<br>')}</td></tr>`
}
