import { expect, test } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { mailSettings, senderDomain } from './mail-settings.ts'

const whole = {
  BIHUAN_SMTP_URL: 'smtp://quality:p%40ss@mail.kangrui.example:587',
  BIHUAN_MAIL_FROM: '康瑞质量部 <quality@kangrui.example>',
  BIHUAN_PUBLIC_URL: 'https://qms.kangrui.example',
}

test('a company without a mail server prints its letters', () => {
  expect(mailSettings({})).toBeNull()
  expect(mailSettings({ ...whole, BIHUAN_SMTP_URL: '' })).toBeNull()
})

test('a company with one says where it is, who writes, and where links lead', () => {
  const settings = mailSettings(whole)
  expect(settings).toEqual({ smtpUrl: whole.BIHUAN_SMTP_URL, from: whole.BIHUAN_MAIL_FROM })
  expect(settings && senderDomain(settings)).toBe('kangrui.example')
  expect(senderDomain({ smtpUrl: '', from: 'quality@kangrui.example' })).toBe('kangrui.example')
})

test.each([
  ['an address that is none', { BIHUAN_SMTP_URL: 'mail.kangrui.example' }, 'BIHUAN_SMTP_URL'],
  ['another protocol', { BIHUAN_SMTP_URL: 'https://mail.kangrui.example' }, 'BIHUAN_SMTP_URL'],
  ['no sender', { BIHUAN_MAIL_FROM: undefined }, 'BIHUAN_MAIL_FROM'],
  ['a sender without address', { BIHUAN_MAIL_FROM: '质量部' }, 'BIHUAN_MAIL_FROM'],
  ['a sender with a second header', { BIHUAN_MAIL_FROM: '质量部\r\nBcc: x@y.cn <a@b.cn>' }, 'BIHUAN_MAIL_FROM'],
  ['no address for links', { BIHUAN_PUBLIC_URL: undefined }, 'BIHUAN_PUBLIC_URL'],
])('%s is said before anything starts', (_, over, name) => {
  let sentence = ''
  try {
    mailSettings({ ...whole, ...over })
  } catch (error) {
    if (error instanceof CannotStart) sentence = error.sentence.zh
  }
  expect(sentence).toContain(name)
})
