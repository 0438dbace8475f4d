import { addMilliseconds, HOUR } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { type Story, storyOf } from './scheduler.ts'

/**
 * A shared mailbox that is paused, since the demo company has no mail server, and two people who chose how they are told. Robots need an
 * address with a secret, which a demo does not have.
 */
export function notifyStory({ stage, now }: Today): Story {
  let mailbox = ''
  return storyOf([
    {
      at: addMilliseconds(now, -53 * HOUR),
      act: async () => {
        const { id } = await stage.does('quality-head', 'channel.add', {
          input: {
            name: '质量部值班邮箱',
            kind: 'email',
            email: 'zhiban@kangrui.example',
            roles: ['quality'],
            work: 'at-once',
          },
        })
        mailbox = id
      },
    },
    {
      at: addMilliseconds(now, -52.5 * HOUR),
      act: () =>
        stage.does('quality-head', 'channel.pause', {
          on: mailbox,
          input: { reason: '发信服务器尚未开通，开通后恢复' },
        }),
    },
    {
      at: addMilliseconds(now, -30 * HOUR),
      act: () => stage.does('quality', 'channel.choose', { input: { work: 'at-once', quietFrom: '19:00' } }),
    },
    {
      at: addMilliseconds(now, -29.5 * HOUR),
      act: () => stage.does('general-manager', 'channel.choose', { input: { news: 'digest', digestAt: '07:45' } }),
    },
  ])
}
