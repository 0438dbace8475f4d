import { expect, test } from 'vitest'
import { aFailedMessage, aMessage, aPrintedMessage, aSentMessage } from './message.example.ts'
import { messageView } from './view.ts'

const shown = (record: ReturnType<typeof aMessage>) => messageView(record, { attempts: [] })
const notice = (record: ReturnType<typeof aMessage>) => shown(record).notices?.[0]?.text.zh ?? ''

test('what was not delivered says why and the two ways out', () => {
  expect(notice(aFailedMessage())).toBe(
    '对方邮件服务器拒收该邮箱地址。请更正邮箱后“重新发送”，或打印函件送达后“登记送达”。',
  )
})

test('what is to be printed says why, and names the form that goes along', () => {
  expect(notice(aPrintedMessage())).toBe('收件单位没有登记电子邮箱。请打印本函送达，再“登记送达”。')
  expect(notice(aPrintedMessage({ formName: 'recall-notice' }))).toContain('本函及 TZ-2026-00003 的表单一并送达')
})

test('what is under way or done asks for nothing', () => {
  expect(shown(aMessage()).notices).toEqual([])
  expect(shown(aSentMessage()).notices).toEqual([])
})

test('the page shows where the link stands, and never the link', () => {
  const words = JSON.stringify(shown(aMessage()))
  expect(words).toContain('请告知库存：［链接］')
  expect(words).not.toContain('{link}')
})
