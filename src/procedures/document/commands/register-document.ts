import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { type Described, describedBy } from '../described.ts'
import { documentCommand } from '../document-command.ts'
import { attached, draftFilesOf, refuseFiles } from '../document-file.ts'
import { detailFields, draftFields } from '../input.ts'
import { documentOwner } from '../policies.ts'
import { COMPILERS } from '../taxonomy.ts'

/** Enters a document and begins its first version. */
export const registerDocument = (described: Described) =>
  documentCommand('register', {
    title: text('登记受控文件', 'Register a document'),
    about: text(
      '登记文件编号、名称和首个版本；批准前不生效。',
      'Number, title and first version; nothing holds before it is approved.',
    ),
    fulfils: ['S06-0a', 'S10-0a', 'S11-0a', 'S14-1.1a', 'S08-3a', 'S06-4a', 'S04-5a', 'S09-3a', 'S12-7a'],
    from: 'new',
    to: 'drafting',
    by: COMPILERS,
    input: z.object({
      code: field(lineOf(40), {
        title: text('文件编号', 'Document number'),
        hint: text('如 QP15、YH/QP-07', 'e.g. QP15, YH/QP-07'),
      }),
      ...detailFields,
      ownerRole: detailFields.ownerRole.optional(),
      procedure: field(lineOf(60).nullable().default(null), {
        title: text('对应程序', 'Procedure described'),
        widget: 'procedure',
        hint: text(
          '本系统中由该文件规定的程序；没有则不选',
          'The procedure of this product that the document lays down; none is chosen where there is none',
        ),
      }),
      ...draftFields,
    }),
    find: ['taken', 'files'],
    check: ({ input, found }) => [
      ...refuseFiles(input.files, found.files),
      found.taken.code !== null &&
        refuse(
          'code-taken',
          text(
            `文件编号 ${input.code} 已用于 ${found.taken.code}，请核对，或在该文件上编制新版本。`,
            `Number ${input.code} belongs to ${found.taken.code}: check it, or begin a new version there.`,
          ),
          { field: 'code' },
        ),
      input.procedure !== null &&
        !describedBy(described, input.procedure) &&
        refuse(
          'procedure-unknown',
          text(
            `系统中没有名为 ${input.procedure} 的程序，请核对或留空。`,
            `There is no procedure called ${input.procedure}: check the name, or leave it empty.`,
          ),
          { field: 'procedure' },
        ),
      found.taken.procedure !== null &&
        refuse(
          'procedure-taken',
          text(
            `该程序已由 ${found.taken.procedure} 规定，请在该文件上编制新版本。`,
            `${found.taken.procedure} lays that procedure down already: begin a new version there.`,
          ),
          { field: 'procedure' },
        ),
    ],
    change: ({ input, found, policy }) => ({
      set: {
        code: input.code,
        title: { zh: input.titleZh, en: input.titleEn },
        kind: input.kind,
        ownerRole: input.ownerRole ?? policy(documentOwner),
        procedure: input.procedure,
        refersTo: input.refersTo,
        draftLabel: input.label,
        draftChanges: input.changes,
        draftEffectiveOn: input.effectiveOn,
        draftFiles: draftFilesOf(found.files),
        files: [],
        differenceCount: 0,
      },
      attach: attached(found.files),
    }),
    tell: ({ input }) =>
      text(
        `登记 ${input.code} ${input.titleZh}，开始编制 ${input.label}`,
        `registered ${input.code} ${input.titleEn} and began ${input.label}`,
      ),
  })
