import { expect, test } from 'vitest'
import { NOON } from '../../../test/given.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import { aCourse, aNotice, aRunningNotice, LOTS } from './notice.example.ts'
import { noticeView } from './view.ts'

const facts = { ...aCourse(), lots: LOTS, contacts: [], reports: [], onward: [] }
const said = (record = aRunningNotice(), more: Partial<typeof facts> = {}) => {
  const view = noticeView(record, { ...facts, ...more }, { zone: SITE_ZONE })
  return { ...view, warnings: (view.notices ?? []).map(item => item.text.zh).join(' ') }
}

test('a drill is marked as one, and says that nothing leaves the company', () => {
  const { badges, warnings } = said(aNotice({ drill: true, state: 'drill' }))
  expect(badges[0]?.text.zh).toBe('演练')
  expect(warnings).toContain('不对外发送')
})

test('buyers that appeared after the draft, and letters that did not arrive, cannot be missed', () => {
  const late = said(undefined, { recipients: aCourse({ origin: 'late' }).recipients })
  expect(late.warnings).toContain('新增 2 家')
  const failed = said(undefined, { recipients: aCourse({ messageState: 'failed' }).recipients })
  expect(failed.warnings).toContain('2 家的函件未送达')
})

test('it says on whom the law lays the recall', () => {
  expect(said().warnings).toContain('法定义务人是注册人')
  expect(said(aRunningNotice({ standing: 'holder' })).warnings).not.toContain('法定义务人')
})

test('who was added or struck out is listed with the reason', () => {
  const recipients = aCourse({ state: 'removed', removedReason: '已当面告知' }).recipients
  const { sections } = said(undefined, { recipients })
  expect(JSON.stringify(sections.find(section => section.title.zh === '名单的增减'))).toContain('已当面告知')
  expect(said().sections.map(section => section.title.zh)).toEqual(['通知内容', '进展'])
  expect(said(aRunningNotice({ closedAt: NOON })).sections).toHaveLength(2)
})
