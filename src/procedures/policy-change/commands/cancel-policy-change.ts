import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { APPROVERS } from '../approval.ts'
import { asked, notProposer } from '../decided-by.ts'
import { policyCommand } from '../policy-command.ts'

/**
 * Calls off an approved change before its day: what would hold without it goes on to hold, as the next version from that
 * same moment, so that nothing that was approved is erased, an earlier change that is still to come neither.
 */
export const cancelPolicyChange = policyCommand('cancel', {
  title: text('撤销（生效前）', 'Call off before its day'),
  about: text(
    '现行值继续执行；已批准的版本保留在历史中。',
    'The value in force goes on; what was approved stays in the history.',
  ),
  fulfils: ['PL-approval', 'PL-versions'],
  from: ['approved'],
  to: 'cancelled',
  by: APPROVERS,
  input: reasonInput,
  find: ['known'],
  differ: [notProposer],
  guard: situation => {
    const { record, now } = situation
    return [
      record.effectiveFrom !== null &&
        record.effectiveFrom <= now &&
        refuse(
          'in-force',
          text(
            `${record.number} 已经生效，请另提一项变更改回。`,
            `${record.number} holds already: propose another change to set the value back.`,
          ),
          { clause: 'PL-versions' },
        ),
      ...asked(situation),
    ]
  },
  check: ({ record, found }) => [
    found.known.last !== null &&
      found.known.last.version !== record.policyVersion &&
      refuse(
        'changed-again',
        text(
          `“${record.title.zh}”此后又批准了一项变更，请先撤销那一项。`,
          `Another change of "${record.title.en}" was approved after it: call that one off first.`,
        ),
      ),
  ],
  sign: { meaning: text('我撤销此项已批准的变更', 'I call off this approved change') },
  change: ({ record, found, newId }) => {
    const from = record.effectiveFrom
    const version = (found.known.last?.version ?? 0) + 1
    return {
      set: { moveOpen: false },
      rows:
        from === null
          ? []
          : [
              {
                child: 'version',
                insert: { id: newId(), key: record.key, version, value: found.known.without, effectiveFrom: from },
              },
            ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `撤销“${record.title.zh}”自 ${record.effectiveOn} 起的变更：${input.reason}`,
      `called off the change of "${record.title.en}" from ${record.effectiveOn}: ${input.reason}`,
    ),
  rank: 40,
  place: 'menu',
})
