import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, person } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'

/** S02-4.2.5a: the head of after-sales issues the return transport order to a driver. */
export const orderTransport = returnCommand('order-transport', {
  title: text('下达退货运输单', 'Issue the transport order'),
  fulfils: ['S02-4.2.5a', 'S02-3.9a'],
  from: ['arrived', 'ordered'],
  to: 'ordered',
  by: ['after-sales-head'],
  input: z.object({
    driverId: person(text('驾驶员', 'Driver'), { of: 'driver' }),
    vehicle: line(text('车辆', 'Vehicle')).optional(),
  }),
  find: ['driver'],
  check: ({ found }) => [
    !(found.driver?.state === 'active' && found.driver.roles.includes('driver')) &&
      refuse(
        'no-such-driver',
        text('所选人员不是在岗驾驶员，请重新选择。', 'That person is no driver in service: choose again.'),
        { field: 'driverId' },
      ),
  ],
  sign: { meaning: text('授权该驾驶员提取退货', 'I authorise this driver to collect the goods') },
  change: ({ input, found, now, actor }) => ({
    set: {
      driverId: input.driverId,
      driverName: found.driver?.name ?? null,
      vehicle: input.vehicle ?? null,
      transportOrderedAt: now,
      transportOrderedByName: actor.name,
    },
    meet: [{ deadline: 'transport-order' }],
  }),
  tell: ({ record }) =>
    text(
      `下达退货运输单：${record.driverName}到${record.arrivalPlace ?? '指定地点'}提货`,
      `issued the transport order: ${record.driverName} collects at ${record.arrivalPlace ?? 'the place named'}`,
    ),
  rank: 10,
})
