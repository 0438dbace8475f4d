import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { documentCommand } from '../document-command.ts'
import { attached, changedFilesField, draftFilesOf, refuseFiles } from '../document-file.ts'
import { detailFields, draftFields, refuseDay, refuseLabel } from '../input.ts'
import { COMPILERS, followers } from '../taxonomy.ts'

/** Begins the next version of a document; the one in force holds on. */
export const reviseDocument = documentCommand('revise', {
  title: text('编制新版本', 'Begin a new version'),
  about: text('现行版本照常执行，直到新版本生效。', 'The version in force holds until the new one does.'),
  fulfils: ['S06-0a', 'S10-0a', 'S11-0a'],
  from: ['valid'],
  to: 'drafting',
  by: COMPILERS,
  input: z.object(draftFields),
  facts: ['versions'],
  find: ['files'],
  check: ({ input, facts, found, now, zone }) => {
    const last = facts.versions.at(-1)
    return [
      ...refuseFiles(input.files, found.files),
      refuseLabel(input.label, followers(last?.label ?? null)),
      refuseDay(input.effectiveOn, dayOf(now, zone), last?.effectiveOn ?? null),
    ]
  },
  change: ({ input, found }) => ({
    set: {
      draftLabel: input.label,
      draftChanges: input.changes,
      draftEffectiveOn: input.effectiveOn,
      draftFiles: draftFilesOf(found.files),
      returnedNote: null,
    },
    attach: attached(found.files),
  }),
  tell: ({ record, input }) =>
    text(`开始编制 ${record.code} ${input.label}：${input.changes}`, `began ${record.code} ${input.label}`),
  remark: ({ record }) =>
    record.differenceCount > 0
      ? text(
          `程序与现行版本有 ${record.differenceCount} 处不同，新版本批准后消除。`,
          `The program differs from the version in ${record.differenceCount} places; a new version settles that.`,
        )
      : null,
  fill: ({ facts }) => {
    const [next] = followers(facts.versions.at(-1)?.label ?? null)
    return next ? { label: next } : {}
  },
  rank: 30,
})

/** Changes what is being compiled. */
export const changeDraft = documentCommand('change-draft', {
  title: text('修改草稿', 'Change the draft'),
  fulfils: ['S06-0a'],
  from: ['drafting'],
  by: COMPILERS,
  input: z.object({ ...draftFields, files: changedFilesField }),
  facts: ['versions'],
  find: ['files'],
  check: ({ input, facts, found, now, zone }) => {
    const last = facts.versions.at(-1)
    const files = refuseFiles(input.files, found.files)
    if (!last) return files
    return [
      ...files,
      refuseLabel(input.label, followers(last.label)),
      refuseDay(input.effectiveOn, dayOf(now, zone), last.effectiveOn),
    ]
  },
  change: ({ record, input, found }) => ({
    set: {
      draftLabel: input.label,
      draftChanges: input.changes,
      draftEffectiveOn: input.effectiveOn,
      draftFiles: draftFilesOf(found.files, record.draftFiles),
    },
    attach: attached(found.files),
  }),
  tell: ({ record, input }) =>
    text(`修改 ${record.code} ${input.label} 的草稿`, `changed the draft ${record.code} ${input.label}`),
  fill: ({ record }) => ({
    ...(record.draftLabel && { label: record.draftLabel }),
    ...(record.draftChanges && { changes: record.draftChanges }),
    ...(record.draftEffectiveOn && { effectiveOn: record.draftEffectiveOn }),
  }),
  rank: 20,
})

/** The beginning of a new version is given up; the approved one stays. */
export const abandonDraft = documentCommand('abandon-draft', {
  title: text('放弃编制', 'Give the draft up'),
  fulfils: ['S06-0a'],
  from: ['drafting'],
  to: 'valid',
  by: COMPILERS,
  input: z.object({ reason: reasonField }),
  guard: ({ record }) => [
    record.approvedLabel === null &&
      refuse(
        'nothing-approved',
        text(
          `${record.code} 还没有批准过的版本；不再需要的，请办理“作废文件”。`,
          `No version of ${record.code} was ever approved: withdraw the document instead.`,
        ),
      ),
  ],
  change: () => ({
    set: { draftLabel: null, draftChanges: null, draftEffectiveOn: null, draftFiles: [], returnedNote: null },
  }),
  tell: ({ before, input }) =>
    text(`放弃编制 ${before.draftLabel ?? ''}：${input.reason}`, `gave ${before.draftLabel ?? ''} up: ${input.reason}`),
  rank: 70,
  place: 'menu',
})

/** Title, kind, owner and references are corrected; versions that are approved keep the title that they had. */
export const correctDocument = documentCommand('correct', {
  title: text('更正文件资料', 'Correct'),
  fulfils: ['S06-4a', 'S08-3a', 'S04-5a', 'S09-3a', 'S12-7a', 'S08-4.2a'],
  from: ['drafting', 'valid'],
  by: COMPILERS,
  input: z.object({ ...detailFields, reason: reasonField }),
  check: ({ record, input }) => [
    refuseUnchanged(
      correctionsOf(record, entered(input), input.reason),
      text('文件资料没有变化，请修改后再提交。', 'Nothing changed: change something, then submit.'),
    ),
  ],
  change: ({ record, input }) => ({
    set: entered(input),
    correct: correctionsOf(record, entered(input), input.reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.code} 的资料：${input.reason}`, `corrected ${record.code}: ${input.reason}`),
  fill: ({ record }) => ({
    titleZh: record.title.zh,
    titleEn: record.title.en,
    kind: record.kind,
    ownerRole: record.ownerRole,
    refersTo: record.refersTo,
  }),
  rank: 80,
  place: 'menu',
})

type Details = z.output<z.ZodObject<typeof detailFields>>

const entered = ({ titleZh, titleEn, kind, ownerRole, refersTo }: Details) => ({
  title: { zh: titleZh, en: titleEn },
  kind,
  ownerRole,
  refersTo,
})
