import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, choice, day, headings, signatureList, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { needsFile } from '../document-file.ts'
import { kinds } from '../taxonomy.ts'
import { allSignatures, type DocumentView, ownerOf, reviews } from './view.ts'

const schema = z.strictObject({
  titles: headings('document', 'version'),
  boxes: cells('code', 'title', 'kind', 'owner', 'refersTo', 'label', 'effectiveOn', 'changes', 'procedure', 'files'),
  reviews: tableSchema,
  signatures: signatureList,
})

/** 文件审批单: the version that was last put forward, with its three signatures (S06-0a, S10-0a). */
export const documentApproval = form<DocumentView, z.infer<typeof schema>>({
  id: 'document-approval',
  code: 'QR-WJ-01',
  revision: 'A/0',
  title: text('文件审批单', 'Approval of a document'),
  template: new URL('./document-approval.typ', import.meta.url),
  sample: new URL('./document-approval.sample.json', import.meta.url),
  fulfils: ['S06-0a', 'S10-0a', 'S11-0a'],
  schema,
  data: view => {
    const { record } = view
    // an inspector does not see who has signed what does not hold yet
    const kept = record !== null && record.label === null && record.draftLabel === null
    const files = record === null ? [] : record.files.length > 0 ? record.files : record.draftFiles
    return {
      titles: { document: text('一、文件', '1  Document'), version: text('二、版本', '2  Version') },
      boxes: {
        code: cell(text('文件编号', 'Number'), record?.code ?? null),
        title: cell(text('文件名称', 'Title'), record?.title ?? null),
        kind: choice(text('类　别', 'Kind'), kinds, record?.kind ?? null),
        owner: cell(text('归口部门', 'Owner'), ownerOf(record)),
        refersTo: cell(text('引用文件', 'Refers to'), record?.refersTo ?? null),
        label: cell(text('版　本', 'Version'), record?.label ?? record?.draftLabel ?? null),
        effectiveOn: cell(text('生效日期', 'Holds from'), day(record?.effectiveOn ?? record?.draftEffectiveOn ?? null)),
        changes: cell(text('编制或修改内容', 'What it says anew'), record?.changes ?? record?.draftChanges ?? null),
        procedure: cell(text('对应程序', 'Procedure'), record?.procedure ?? null, {
          inapplicable: record !== null && record.procedure === null,
        }),
        files: cell(
          text('文件原件', 'File'),
          files.map(({ name, sha256 }) => `${name}\nSHA-256 ${sha256}`),
          { inapplicable: record !== null && files.length === 0 && !needsFile(record) },
        ),
      },
      reviews: reviews(kept ? { ...view, reviews: [] } : view),
      signatures: allSignatures(kept ? { ...view, signed: [] } : view),
    }
  },
})
