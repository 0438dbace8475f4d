import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph } from '../../../vocabulary/entry-field.ts'
import { disposalCommand } from '../disposal-command.ts'

/** DS-carry-out: what is still due goes; what something keeps by now stays, with the reason. */
export const carryOutDisposal = disposalCommand('carry-out', {
  title: text('执行处置', 'Carry the disposal out'),
  about: text(
    '清除个人信息栏和附件原件，保留编号、日期、摘要、审批和日志，不能恢复。须先归档到介质。',
    'Blanks personal columns and erases attached files for good; number, days, hashes, approval and trail remain. The records must lie on an archive medium first.',
  ),
  fulfils: ['DS-carry-out', 'DS-never'],
  from: ['approved'],
  to: 'carried-out',
  by: ['administrator', 'computer-room'],
  input: z.object({
    archiveNumber: line(text('归档介质编号', 'Number of the archive medium'), {
      hint: text(
        '存有所列记录的归档介质，如 JZ-2026-0001',
        'the medium that holds the listed records, such as JZ-2026-0001',
      ),
    }),
    witnessName: line(text('监督人', 'Witness')),
    note: paragraph(text('处置说明', 'How it was done')).optional(),
  }),
  find: ['still', 'medium'],
  differ: [
    {
      rule: 'DS-approve',
      from: ({ signOffs }) =>
        signOffs.find(row => row.key === 'general-manager' && row.outcome === 'signed')?.signedBy ?? null,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您批准，执行须由另一人办理，请转交系统管理员或电脑室。`,
          `You approved ${record.number}: somebody else carries it out. Ask the administrator or the computer room.`,
        ),
    },
  ],
  sign: { meaning: text('我已按批准的清单执行处置', 'I carried the approved list out') },
  check: ({ input, found, actor }) => [
    !found.medium &&
      refuse(
        'no-such-medium',
        text(
          `没有编号为 ${input.archiveNumber} 的归档介质；请先导出归档并登记介质。`,
          `There is no archive medium ${input.archiveNumber}: first export the archive and register its medium.`,
        ),
        { field: 'archiveNumber' },
      ),
    found.medium &&
      (found.medium.kind !== 'archive' || found.medium.state !== 'kept') &&
      refuse(
        'medium-unfit',
        text(
          `${found.medium.number} 不是在用的归档介质；请登记新的归档介质。`,
          `${found.medium.number} is no archive medium in use: register another one.`,
        ),
        { field: 'archiveNumber' },
      ),
    input.witnessName === actor.name &&
      refuse('own-witness', text('监督人须是另一人。', 'The witness must be somebody else.'), { field: 'witnessName' }),
  ],
  change: ({ record, input, found, now, actor }) => {
    const lines = record.lines.map(item => {
      const why = found.still.get(item.id)
      return why === null
        ? { ...item, outcome: 'disposed' as const }
        : { ...item, outcome: 'kept' as const, why: why ?? text('记录不在', 'the record is not there') }
    })
    const going = lines.filter(item => item.outcome === 'disposed')
    return {
      set: {
        lines,
        archiveNumber: input.archiveNumber,
        witnessName: input.witnessName,
        method: input.note ?? null,
        disposedCount: going.length,
        carriedOutAt: now,
        carriedOutByName: actor.name,
      },
      dispose: going.map(item => ({ procedure: item.procedure, recordId: item.id })),
    }
  },
  tell: ({ record }) =>
    text(
      `处置 ${record.disposedCount ?? 0} 条，留存 ${record.count - (record.disposedCount ?? 0)} 条；归档于 ${record.archiveNumber ?? ''}`,
      `disposed of ${record.disposedCount ?? 0} records, kept ${record.count - (record.disposedCount ?? 0)}; archived on ${record.archiveNumber ?? ''}`,
    ),
  rank: 20,
})
