import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import type { Instant } from '../../../kernel/time.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { yesNo } from '../../../vocabulary/entry-field.ts'
import { clockOf } from '../declared-duty.ts'
import { RUNNING, type TurnRow } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { turnLabel } from '../turn-label.ts'
import { ANY_ROLE, crewOnly } from '../who-may.ts'

const missed = (owed: readonly TurnRow[], now: Instant): readonly TurnRow[] => owed.filter(turn => turn.dueAt < now)

/** Says why a turn was missed. It stays missed, with the reason beside it. */
export const explainMissed = dutyCommand('explain', {
  title: text('说明漏做原因', 'Explain what was missed'),
  about: text('漏做的记录永久保留，原因记在旁边。', 'What was missed stays on record; the reason stands beside it.'),
  fulfils: ['DU-missed'],
  from: [...RUNNING, 'suspended'],
  by: ANY_ROLE,
  input: z.object({
    turnId: field(z.uuid(), { title: text('哪一次', 'Which turn') }),
    all: yesNo(text('其余漏做的也是同一原因', 'The others were missed for the same reason')).default(false),
    reason: reasonField,
  }),
  facts: ['owed'],
  guard: ({ record, actor, facts, now }) => [
    crewOnly(record, actor),
    missed(facts.owed, now).length === 0 &&
      refuse('none-missed', text('没有待说明的漏做。', 'Nothing that was missed waits for a reason.')),
  ],
  check: ({ input, facts, now }) => [
    missed(facts.owed, now).every(turn => turn.id !== input.turnId) &&
      refuse(
        'not-missed',
        text(
          '这一次没有漏做或已说明，请刷新后再办。',
          'This turn was not missed or is explained: reload and look again.',
        ),
        { field: 'turnId' },
      ),
  ],
  change: ({ record, input, facts, actor, now }) => {
    const meant = missed(facts.owed, now).filter(turn => input.all || turn.id === input.turnId)
    const set = {
      state: 'missed',
      reason: input.reason,
      explainedAt: now,
      explainedById: actor.id,
      explainedByName: actor.name,
    }
    return {
      rows: meant.map(({ id }) => ({ child: 'turn', id, set })),
      // met late: nobody is reminded any more, and the evidence keeps it among the late ones
      meet: meant.map(({ key }) => ({ deadline: clockOf(record), key })),
    }
  },
  tell: ({ input, facts, now, zone }) => {
    const meant = missed(facts.owed, now).filter(turn => input.all || turn.id === input.turnId)
    const labels = meant.map(turn => turnLabel(turn, zone))
    return text(
      `说明漏做（${labels.map(label => label.zh).join('、')}）：${input.reason}`,
      `explained what was missed (${labels.map(label => label.en).join(', ')}): ${input.reason}`,
    )
  },
  fill: ({ facts, now }) => {
    const first = missed(facts.owed, now)[0]
    return first ? { turnId: first.id } : {}
  },
  choices: ({ facts, now, zone }) => ({
    turnId: missed(facts.owed, now).map(turn => ({ value: turn.id, title: turnLabel(turn, zone) })),
  }),
  remark: ({ facts, now }) => {
    const { length } = missed(facts.owed, now)
    return text(`${length} 次待说明`, length === 1 ? 'one turn waits' : `${length} turns wait`)
  },
  rank: 20,
})
