import { text } from '../../../kernel/text.ts'
import { clockOf } from '../declared-duty.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { planInput, turnClocks, turnRows } from '../plan-input.ts'
import { systemOnly } from '../who-may.ts'

/** The plan goes on: new turns, turns no longer asked, turns that become somebody else's. The same batch twice changes nothing. */
export const planDuty = dutyCommand('plan', {
  title: text('排定', 'Plan ahead'),
  about: text('按时段或周期自动排定后续各次。', 'Plans the coming turns by itself.'),
  fulfils: ['DU-planned', 'DU-people'],
  from: [...RUNNING],
  by: ['administrator'],
  input: planInput,
  facts: ['owed'],
  find: ['planned'],
  guard: systemOnly,
  change: ({ record, input, facts, found, newId, zone }) => {
    const add = input.add.filter(
      turn => !found.planned.includes(turn.key) || input.drop.some(item => item.key === turn.key),
    )
    const open = new Set(facts.owed.filter(turn => turn.state === 'open').map(turn => turn.id))
    const drop = input.drop.filter(item => open.has(item.id))
    const hand = input.hand.filter(item => open.has(item.id))
    const deadline = clockOf(record)
    return {
      set: { plannedUntil: input.until, ...input.declared },
      rows: [
        ...drop.map(({ id, reason }) => ({ child: 'turn', id, set: { state: 'dropped', dropReason: reason } })),
        ...hand.map(({ id, key: _, ...set }) => ({ child: 'turn', id, set })),
        ...turnRows(add, newId),
      ],
      cancel: drop.map(({ key, reason }) => ({ deadline, key, reason })),
      hand: hand.map(({ key, assigneeId }) => ({ deadline, key, ownerId: assigneeId })),
      open: turnClocks({ ...record, ...input.declared }, add, zone),
    }
  },
  tell: ({ input }) => {
    const parts: [number, string, string][] = [
      [input.add.length, '新排', 'planned'],
      [input.drop.length, '取消', 'dropped'],
      [input.hand.length, '改派', 'handed over'],
    ]
    const said = parts.filter(([count]) => count > 0)
    return text(
      `排定至 ${input.until}${said.map(([count, zh]) => `，${zh} ${count} 次`).join('')}`,
      `planned until ${input.until}${said.map(([count, , en]) => `, ${count} ${en}`).join('')}`,
    )
  },
  place: 'none',
})
