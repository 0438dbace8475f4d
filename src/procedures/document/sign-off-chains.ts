import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { DocumentRow } from './document.ts'
import { signRemindHours } from './policies.ts'
import { APPROVERS, COMPILERS, REVIEWERS } from './taxonomy.ts'

/** What the compiler signs. */
export const COMPILED = text('本人编制，内容完整', 'I compiled this version and it is complete')

/** Compiled, reviewed, approved: three different people (S06-0a, S10-0a). */
export const versionChain = signOffChain<DocumentRow>({
  name: 'version',
  title: text('文件编制、审核、批准', 'Compiled, reviewed, approved'),
  rule: 'S06-0a',
  clause: 'S06-0a',
  steps: [
    { key: 'compile', by: COMPILERS, called: text('编制人', 'Compiler'), meaning: COMPILED },
    {
      key: 'review',
      by: REVIEWERS,
      meaning: text('已审核，内容正确、可执行', 'I reviewed this version: it is right and can be carried out'),
    },
    { key: 'approve', by: APPROVERS, meaning: text('批准，自生效日起执行', 'I approve this version from its day on') },
  ],
  covers: row => ({
    code: row.code,
    label: row.label,
    changes: row.changes,
    effectiveOn: row.effectiveOn,
    procedure: row.procedure,
    // absent in what was signed before documents had files
    ...(row.files.length > 0 && { files: row.files.map(({ name, sha256 }) => `${name} SHA-256 ${sha256}`) }),
  }),
  titles: {
    code: text('文件编号', 'Document number'),
    label: text('版本', 'Version'),
    changes: text('编制或修改内容', 'What it says anew'),
    effectiveOn: text('生效日期', 'Holds from'),
    procedure: text('对应程序', 'Procedure described'),
    files: text('文件原件', 'File'),
  },
  remindAfter: signRemindHours.key,
})
