import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, headings, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { type DocumentView, ownerOf } from './view.ts'

const schema = z.strictObject({
  titles: headings('document'),
  boxes: cells('code', 'title', 'owner', 'current'),
  versions: tableSchema,
  readers: tableSchema,
})

/** 文件修改控制页: every approved version, and to whom the copies went (S11-0a, S06-0a). */
export const revisionControl = form<DocumentView, z.infer<typeof schema>>({
  id: 'revision-control',
  code: 'QR-WJ-02',
  revision: 'A/0',
  title: text('文件修改控制页', 'Revision control page'),
  template: new URL('./revision-control.typ', import.meta.url),
  sample: new URL('./revision-control.sample.json', import.meta.url),
  fulfils: ['S06-0a', 'S10-0a', 'S11-0a'],
  schema,
  data: ({ record, versions, readers }) => ({
    titles: { document: text('文件', 'Document') },
    boxes: {
      code: cell(text('文件编号', 'Number'), record?.code ?? null),
      title: cell(text('文件名称', 'Title'), record?.title ?? null),
      owner: cell(text('归口部门', 'Owner'), ownerOf(record)),
      current: cell(text('最新版本', 'Newest version'), record?.approvedLabel ?? null),
    },
    versions: {
      title: text('修改履历', 'Revisions'),
      columns: [
        { label: text('版　本', 'Version'), width: 2 },
        { label: text('修改内容', 'What changed'), width: 5.4 },
        { label: text('文件原件', 'File'), width: 4.4 },
        { label: text('编　制', 'Compiled'), width: 2.4 },
        { label: text('审　核', 'Reviewed'), width: 2.4 },
        { label: text('批　准', 'Approved'), width: 2.4 },
        { label: text('批准时间', 'Approved at'), width: 4 },
        { label: text('生效日期', 'Holds from'), width: 4 },
        { label: text('摘　要', 'Hash'), width: 3.4 },
      ],
      rows: versions.map(item => [
        item.label,
        item.changes,
        item.files.map(({ name }) => name).join('\n') || null,
        item.compiledByName,
        item.reviewedByName,
        item.approvedByName,
        { instant: item.approvedAt },
        { day: item.effectiveOn },
        item.contentHash?.slice(0, 12) ?? null,
      ]),
    },
    readers: {
      title: text('发放与阅知', 'Issued and read'),
      columns: [
        { label: text('发放号', 'Copy'), width: 2 },
        { label: text('版　本', 'Version'), width: 2 },
        { label: text('发放给', 'Issued to'), width: 4 },
        { label: text('发放时间', 'Issued'), width: 4 },
        { label: text('阅知时间', 'Read'), width: 4 },
      ],
      rows: readers.map(item => [
        String(item.issueNo),
        item.label,
        item.personName,
        { instant: item.askedAt },
        item.readAt ? { instant: item.readAt } : null,
      ]),
    },
  }),
})
