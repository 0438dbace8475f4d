import { z } from 'zod'
import type { ChildWrite } from '../../../kernel/command.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf, type Instant, startOfDay } from '../../../kernel/time.ts'
import { reasonOwed, type SignerOpinion, signerOpinion, withNote } from '../../../vocabulary/signer-opinion.ts'
import { contentHash } from '../content.ts'
import { type Described, programOf } from '../described.ts'
import { documentCommand } from '../document-command.ts'
import { needsFile } from '../document-file.ts'
import { refuseDay } from '../input.ts'
import { COMPILED } from '../sign-off-chains.ts'
import { APPROVERS, COMPILERS, REVIEWERS } from '../taxonomy.ts'

/** The compiler signs the draft and puts it forward. */
export const submitDocument = documentCommand('submit', {
  title: text('签字送审', 'Sign and put forward'),
  about: text(
    '编制人签字，由另一人审核、第三人批准。',
    'Its compiler signs; a second person reviews, a third approves.',
  ),
  fulfils: ['S06-0a', 'S10-0a'],
  from: ['drafting'],
  to: 'reviewing',
  by: COMPILERS,
  input: z.object({}),
  facts: ['versions'],
  guard: ({ record }) => [
    (record.draftLabel === null || record.draftEffectiveOn === null) &&
      refuse(
        'nothing-drafted',
        text('请先在“修改草稿”中填写版本和生效日期。', 'First enter version and day under "Change the draft".'),
      ),
    needsFile(record) &&
      record.draftFiles.length === 0 &&
      refuse(
        'file-missing',
        text(
          '该文件不对应系统中的程序，要送审，请先在“修改草稿”中上传文件原件（PDF、DOCX 或 XLSX）。',
          'It describes no procedure of this program. To put it forward, first upload its file (PDF, DOCX or XLSX) under "Change the draft".',
        ),
        { clause: 'S10-0a' },
      ),
  ],
  check: ({ record, facts, now, zone }) => {
    const last = facts.versions.at(-1)
    return [last !== undefined && refuseDay(record.draftEffectiveOn ?? '', dayOf(now, zone), last.effectiveOn)]
  },
  sign: { meaning: COMPILED, chain: 'version', step: 1 },
  change: ({ record, actor, now }) => ({
    set: {
      label: record.draftLabel,
      changes: record.draftChanges,
      effectiveOn: record.draftEffectiveOn,
      files: record.draftFiles,
      compiledAt: now,
      compiledByName: actor.name,
      reviewedAt: null,
      reviewedByName: null,
      returnedNote: null,
    },
  }),
  tell: ({ record }) =>
    text(
      `编制人签字，${record.code} ${record.label ?? ''} 送审`,
      `signed and put ${record.code} ${record.label ?? ''} forward`,
    ),
  remark: ({ record }) =>
    record.returnedNote
      ? text(`上次退回：“${record.returnedNote}”`, `Sent back before: "${record.returnedNote}"`)
      : null,
  rank: 10,
})

const opinion = z.object(signerOpinion())

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b)

const noteMissing = (input: SignerOpinion) => reasonOwed(input, text('退回时请写明理由。', 'Say why it goes back.'))

/** Back to the compiler: the round ends, the draft stays. */
const sentBack = (note: string | undefined) => ({
  to: 'drafting',
  decline: true,
  ...withNote(note),
  set: { returnedNote: note ?? null, reviewedAt: null, reviewedByName: null },
})

/** A second person reviews the version. */
export const reviewDocument = documentCommand('review', {
  title: text('审核', 'Review'),
  fulfils: ['S06-0a', 'S10-0a'],
  from: ['reviewing'],
  to: 'approving',
  by: REVIEWERS,
  input: opinion,
  check: ({ input }) => [noteMissing(input)],
  sign: { chain: 'version', step: 'waiting' },
  change: ({ input, actor, now }) =>
    input.agree
      ? { ...withNote(input.note), set: { reviewedAt: now, reviewedByName: actor.name } }
      : sentBack(input.note),
  tell: ({ record, input }) =>
    input.agree
      ? text(`审核 ${record.label ?? ''}，同意`, `reviewed ${record.label ?? ''} and agreed`)
      : text(`审核退回：${input.note}`, `sent back on review: ${input.note}`),
  rank: 10,
})

/** A third person approves: what the program does is kept with the version, which holds from its day on. */
export const approveDocument = (described: Described) =>
  documentCommand('approve', {
    title: text('批准', 'Approve'),
    about: text(
      '批准时系统把程序当前的条款、参数、步骤、表单一并存入该版本。',
      'What the program does now (clauses, policies, steps, forms) is kept with the version.',
    ),
    fulfils: ['S06-0a', 'S10-0a', 'S11-0a', 'S14-1.1a', 'DC-content', 'DC-edition'],
    from: ['approving'],
    to: 'valid',
    by: APPROVERS,
    input: opinion,
    facts: ['versions'],
    check: ({ input }) => [noteMissing(input)],
    sign: { chain: 'version', step: 'waiting' },
    change: ({ record, input, facts, policy, actor, now, zone, newId }) => {
      if (!input.agree) return sentBack(input.note)
      const { label, effectiveOn, changes, compiledAt, compiledByName, reviewedAt, reviewedByName } = record
      if (!label || !effectiveOn || !compiledAt || !compiledByName || !reviewedAt || !reviewedByName)
        throw new Error(`${record.code} was put forward without its draft`)
      const effectiveFrom = laterOf(startOfDay(effectiveOn, zone), now)
      const content = programOf(described, record.procedure, policy)
      const title = { ...record.title }
      const version: ChildWrite = {
        child: 'version',
        insert: {
          id: newId(),
          place: facts.versions.length + 1,
          label,
          title,
          changes: changes ?? '',
          effectiveOn,
          effectiveFrom,
          compiledAt,
          compiledByName,
          reviewedAt,
          reviewedByName,
          approvedAt: now,
          approvedByName: actor.name,
          content: content as readonly JsonObject[] | null,
          contentHash: content && contentHash(content),
          files: record.files,
        },
      }
      const { procedure, code } = record
      const edition: ChildWrite[] =
        procedure === null
          ? []
          : [{ child: 'edition', insert: { id: newId(), procedure, code, label, title, effectiveFrom } }]
      return {
        ...withNote(input.note),
        set: {
          draftLabel: null,
          draftChanges: null,
          draftEffectiveOn: null,
          draftFiles: [],
          approvedLabel: label,
          approvedFrom: effectiveFrom,
          differenceHash: null,
          differenceCount: 0,
          differenceAt: null,
        },
        rows: [version, ...edition],
        meet: [{ deadline: 'difference' }],
      }
    },
    tell: ({ record, input }) =>
      input.agree
        ? text(
            `批准 ${record.code} ${record.label ?? ''}，自 ${record.effectiveOn ?? ''} 起执行`,
            `approved ${record.code} ${record.label ?? ''}, in force from ${record.effectiveOn ?? ''}`,
          )
        : text(`批准环节退回：${input.note}`, `sent back instead of approved: ${input.note}`),
    rank: 10,
  })
