import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { WALKERS } from '../patrol.ts'
import { patrolCommand } from '../patrol-command.ts'

/** S03-W1a: today's round begins with everything on the register that is in use at the site. */
export const startPatrol = patrolCommand('start', {
  title: text('开始巡视', 'Begin the round'),
  about: text(
    '列出本地点所有在用设备，逐台填写。',
    'Lists all equipment in use at the site, to be filled in one by one.',
  ),
  fulfils: ['S03-W1a'],
  from: 'new',
  to: 'walking',
  by: WALKERS,
  input: z.object({}),
  find: ['today', 'equipment'],
  check: ({ found }) => [
    found.today !== null &&
      refuse(
        'round-today',
        found.today.walking
          ? text(
              `今天的巡视是 ${found.today.number}，请在该记录上继续填写。`,
              `${found.today.number} is today's round: go on with that record.`,
            )
          : text(
              `今天已经巡视过（${found.today.number}），明天再开始；又发现异常的，请在该设备上登记检查。`,
              `Today's round is done (${found.today.number}): begin the next one tomorrow; what is found meanwhile is an inspection of that equipment.`,
            ),
      ),
    found.equipment.length === 0 &&
      refuse(
        'no-equipment',
        text('设备台账还没有在用设备，请先登记设备。', 'No equipment is on the register: first register it.'),
      ),
  ],
  change: ({ found, actor, now, zone, newId }) => ({
    set: {
      day: dayOf(now, zone),
      startedByName: actor.name,
      equipmentCount: found.equipment.length,
      findingCount: 0,
      openCount: 0,
    },
    rows: found.equipment.map((item, index) => ({
      child: 'item',
      insert: {
        id: newId(),
        place: index + 1,
        equipmentId: item.id,
        number: item.number,
        name: item.name,
        location: item.place,
      },
    })),
  }),
  tell: ({ found }) =>
    text(`开始巡视，${found.equipment.length} 台设备`, `began the round of ${found.equipment.length} pieces`),
})
