import type { Change } from '../../kernel/command.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { Verdict } from './wording.ts'

/** What a finding sets in motion: the two signatures when bad, the release within its hours when good. */
export function afterFinding(
  record: Pick<StopSaleRow, 'state'>,
  found: { readonly verdict: Verdict; readonly note: string; readonly by: string; readonly now: Instant },
): Change<StopSaleRow> & { readonly set: Partial<StopSaleRow>; readonly to: string } {
  const { verdict, note, by, now } = found
  const set = { finding: verdict, findingNote: note, findingAt: now, findingByName: by }
  const noRelease = {
    deadline: 'release',
    reason: text('复查结论已变更，不再适用', 'the finding changed: does not apply any more'),
  }
  if (verdict === 'good')
    return {
      set,
      to: record.state === 'confirmed' ? 'confirmed' : 're-check',
      meet: [{ deadline: 'recheck' }],
      open: [{ deadline: 'release', from: now }],
    }
  if (verdict === 'bad')
    return {
      set,
      to: record.state === 'confirmed' ? 'confirmed' : 'confirming',
      meet: [{ deadline: 'recheck' }],
      cancel: [noRelease],
      open: record.state === 'confirmed' ? [] : [{ deadline: 'head', from: now }],
    }
  return { set, to: record.state === 'confirmed' ? 'confirmed' : 're-check', cancel: [noRelease] }
}
