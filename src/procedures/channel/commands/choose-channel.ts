import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { planFields } from '../../../vocabulary/notification-plan.ts'
import type { ChannelRow } from '../channel.ts'
import { channelCommand } from '../channel-command.ts'
import { toldRoles } from '../entered.ts'

const input = z.object(planFields)

/** Somebody chooses for the first time how he is told. */
export const chooseChannel = channelCommand('choose', {
  title: text('设置我的通知', 'Choose how I am told'),
  fulfils: ['CH-told', 'CH-safety'],
  from: 'new',
  to: 'active',
  by: toldRoles,
  input,
  find: ['ownChannel'],
  check: ({ found }) => [
    found.ownChannel !== null &&
      refuse(
        'chosen-already',
        text(
          `您已设置过（${found.ownChannel}），请更改原来的设置。`,
          `You have chosen before (${found.ownChannel}): change that.`,
        ),
      ),
  ],
  change: ({ input: plan, actor }) => ({
    set: { ...plan, kind: 'person', name: actor.name, personId: actor.id, roles: [] },
  }),
  tell: () => text('设置个人通知', 'chose how to be told'),
  place: 'page',
})

/** Somebody chooses anew how he is told. */
export const chooseAgain = channelCommand('choose-again', {
  title: text('更改我的通知', 'Change how I am told'),
  fulfils: ['CH-told', 'CH-safety'],
  from: ['active'],
  by: toldRoles,
  input,
  guard: ({ record, actor }) => [
    (record.kind !== 'person' || record.personId !== actor.id) &&
      refuse('not-yours', text('个人通知只由本人设置。', 'Only the person himself chooses how he is told.'), {
        kind: 'forbidden',
      }),
  ],
  check: ({ record, input: plan }) => [
    refuseUnchanged(correctionsOf<ChannelRow>(record, plan, ''), text('通知设置', 'the settings')),
  ],
  change: ({ input: plan }) => ({ set: plan }),
  fill: ({ record: { trouble, work, news, digestAt, quietFrom, quietUntil, language } }) => ({
    safety: 'at-once' as const,
    trouble,
    work,
    news,
    digestAt,
    quietFrom,
    quietUntil,
    language,
  }),
  tell: () => text('更改个人通知', 'changed how to be told'),
  place: 'page',
})
