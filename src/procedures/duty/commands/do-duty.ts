import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import type { Instant } from '../../../kernel/time.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { clockOf, type DeclaredDuties, declaredOf } from '../declared-duty.ts'
import { isOwed, RUNNING, type TurnRow } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { turnLabel } from '../turn-label.ts'
import { ANY_ROLE, crewOnly } from '../who-may.ts'

/** Turns that wait and have begun. */
const begun = (owed: readonly TurnRow[], now: Instant): readonly TurnRow[] => owed.filter(turn => turn.opensAt <= now)

/** Work outside the product is done: a note and a signature. */
export const doDuty = (declared: DeclaredDuties) =>
  dutyCommand('do', {
    title: text('完成并签字', 'Do and sign'),
    about: text(
      '系统外完成的工作：写明做了什么并签字；先补最早未完成的一次。',
      'For work outside the product: say what was done and sign; the earliest turn that waits comes first.',
    ),
    fulfils: ['DU-done'],
    from: [...RUNNING],
    by: ANY_ROLE,
    input: z.object({
      turnId: field(z.uuid(), { title: text('哪一次', 'Which turn') }),
      note: paragraph(text('做了什么、结果如何', 'What was done, with what result')),
      attachments: attachmentIds.default([]),
    }),
    facts: ['owed'],
    find: ['turn'],
    guard: ({ record, actor, facts, now, zone }) => {
      const duty = declaredOf(declared, record)
      const step = duty?.duty.done
      const named = duty?.procedure.commands.find(command => command.id === step?.command)?.title
      const next = facts.owed[0]
      return [
        step &&
          refuse(
            'done-by-step',
            text(
              `这项工作由${named ? `“${named.zh}”` : '规定的记录步骤'}完成：在“值班与定期工作”里点“去做”，办理后自动销号。`,
              `${named ? `"${named.en}"` : 'The step that records this work'} does it: take "Do it" on the page of duties, and the turn is ticked off.`,
            ),
          ),
        facts.owed.every(turn => turn.assigneeId !== actor.id) && crewOnly(record, actor),
        !step &&
          begun(facts.owed, now).length === 0 &&
          refuse(
            'not-begun',
            next
              ? text(
                  `下一次是 ${turnLabel(next, zone).zh}，时段未到，请届时再办。`,
                  `The next turn is ${turnLabel(next, zone).en}: its time has not begun, come back then.`,
                )
              : text('没有待完成的一次，后续排定后再办。', 'No turn waits: come back when the next one is planned.'),
          ),
      ]
    },
    check: ({ found, now }) => [
      (!found.turn || !isOwed(found.turn) || found.turn.opensAt > now) &&
        refuse(
          'turn-settled',
          text(
            '这一次已经完成或尚未开始，请刷新后再办。',
            'This turn is settled or has not begun: reload and look again.',
          ),
          { field: 'turnId' },
        ),
    ],
    sign: { meaning: text('我已按要求完成本次工作，所记属实', 'I did this work as asked; what I noted is true') },
    change: ({ record, input, found, actor, now }) => ({
      rows: found.turn
        ? [
            {
              child: 'turn',
              id: found.turn.id,
              set: { state: 'done', doneAt: now, doneById: actor.id, doneByName: actor.name, note: input.note },
            },
          ]
        : [],
      meet: found.turn ? [{ deadline: clockOf(record), key: found.turn.key }] : [],
      attach: input.attachments.map(id => ({ id, purpose: 'evidence' })),
    }),
    tell: ({ input, found, now, zone }) => {
      const label = found.turn ? turnLabel(found.turn, zone) : text('', '')
      const late = found.turn && now > found.turn.dueAt ? text('（逾期）', ' (late)') : text('', '')
      return text(`完成 ${label.zh}${late.zh}：${input.note}`, `did ${label.en}${late.en}: ${input.note}`)
    },
    fill: ({ facts, now }) => {
      const first = begun(facts.owed, now)[0]
      return first ? { turnId: first.id } : {}
    },
    choices: ({ facts, now, zone }) => ({
      turnId: begun(facts.owed, now).map(turn => ({ value: turn.id, title: turnLabel(turn, zone) })),
    }),
    rank: 10,
  })
