import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { Channel } from './channel.ts'
import { clauses } from './clauses.ts'
import { addChannel } from './commands/add-channel.ts'
import { chooseAgain, chooseChannel } from './commands/choose-channel.ts'
import { correctChannel } from './commands/correct-channel.ts'
import { markFailing, markWorking } from './commands/failing-channel.ts'
import { pauseChannel, removeChannel, resumeChannel } from './commands/pause-channel.ts'
import { noteTest, testChannel } from './commands/test-channel.ts'
import { channelLedger } from './ledgers.ts'
import { escalateAfter, nearlyDueShare } from './policies.ts'
import { queries } from './queries.ts'
import { channelView } from './view.ts'

/** Ways in which people are told what they must do: e-mail, robots, webhooks; shared ones and each person's own. */
export const channel: Procedure = procedure({
  name: 'channel',
  title: text('通知渠道', 'Notification channels'),
  noun: text('通知渠道', 'channel'),
  nouns: text('通知渠道', 'Channels'),
  group: 'administration',
  source: [
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Channel,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [nearlyDueShare, escalateAfter],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [
    addChannel,
    testChannel,
    noteTest,
    correctChannel,
    pauseChannel,
    resumeChannel,
    removeChannel,
    markFailing,
    markWorking,
    chooseChannel,
    chooseAgain,
  ],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [channelLedger],
  reports: [],
  viewFacts: [],
  view: channelView,
})
