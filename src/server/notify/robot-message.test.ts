import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { outcomeOf, robotPosting, webhookPosting } from './robot-message.ts'

const NOW = new Date().toISOString()
const wording = {
  heading: '康瑞：投诉 TS-2026-00042 即将到期',
  lines: [{ words: '投诉 [TS-2026-00042] 即将到期', href: 'https://qms.example.cn/complaint/TS-2026-00042' }],
  more: null,
}

test('WeCom gets Markdown in which a sentence is no mark-up', () => {
  const { body, address } = robotPosting('wecom-robot', 'https://qyapi.weixin.qq.com/x?key=1', null, wording, NOW)
  expect(address).toBe('https://qyapi.weixin.qq.com/x?key=1')
  const { msgtype, markdown } = JSON.parse(body)
  expect(msgtype).toBe('markdown')
  expect(markdown.content).toContain(
    String.raw`[投诉 \[TS-2026-00042\] 即将到期](https://qms.example.cn/complaint/TS-2026-00042)`,
  )
})

test('a message stays within what a robot takes', () => {
  const lines = Array.from({ length: 300 }, (_, i) => ({ words: `投诉 TS-2026-${i} 即将到期`.repeat(3), href: null }))
  const { body } = robotPosting('wecom-robot', 'https://a.example', null, { ...wording, lines }, NOW)
  expect(Buffer.byteLength(JSON.parse(body).markdown.content)).toBeLessThan(4_096)
})

test('DingTalk gets time and signature in the address', () => {
  const secret = 'SECabc'
  const { address, body } = robotPosting(
    'dingtalk-robot',
    'https://oapi.dingtalk.com/robot/send?access_token=t',
    secret,
    wording,
    NOW,
  )
  const { searchParams } = new URL(address)
  const time = searchParams.get('timestamp')
  expect(time).toBe(String(Date.parse(NOW)))
  expect(searchParams.get('sign')).toBe(createHmac('sha256', secret).update(`${time}\n${secret}`).digest('base64'))
  expect(searchParams.get('access_token')).toBe('t')
  expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: wording.heading } })
})

test('Feishu gets time in seconds and signature in the body', () => {
  const { body } = robotPosting('feishu-robot', 'https://open.feishu.cn/x', 'geheim', wording, NOW)
  const { timestamp, sign, msg_type: type, content } = JSON.parse(body)
  expect(timestamp).toBe(String(Math.floor(Date.parse(NOW) / 1_000)))
  expect(sign).toBe(createHmac('sha256', `${timestamp}\ngeheim`).update('').digest('base64'))
  expect([type, content.text]).toEqual(['text', expect.stringContaining('TS-2026-00042')])
  const unsigned = JSON.parse(robotPosting('feishu-robot', 'https://open.feishu.cn/x', null, wording, NOW).body)
  expect(unsigned.sign).toBeUndefined()
})

test('the verifier of Standard Webhooks accepts what we sign, and nothing that was changed', () => {
  const secret = `whsec_${Buffer.from('a key of thirty-two bytes, or so').toString('base64')}`
  const event = {
    type: 'deadline.overdue',
    timestamp: NOW,
    data: { number: 'TS-2026-00042', sentence: { zh: '超期', en: 'late' } },
  }
  const { body, headers } = webhookPosting('https://erp.example.cn/in', secret, 'b7a8', event, NOW)
  const verifier = new Webhook(secret)
  expect(verifier.verify(body, { ...headers })).toEqual(event)
  expect(() => verifier.verify(body.replace('late', 'fine'), { ...headers })).toThrow()
  expect(() => verifier.verify(body, { ...headers, 'webhook-id': 'b7a9' })).toThrow()
  expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, { ...headers })).toThrow()
})

test('an answer says whether the message was taken, and whether another attempt makes sense', () => {
  const answered = (kind: 'webhook' | 'wecom-robot' | 'feishu-robot', status: number, body: string) =>
    outcomeOf(kind, { ok: true, status, body })
  expect(answered('webhook', 204, '')).toMatchObject({ ok: true })
  expect(answered('webhook', 503, 'busy')).toEqual({ ok: false, lasting: false, answer: '503 busy' })
  expect(answered('webhook', 410, '')).toMatchObject({ ok: false, lasting: true })
  expect(answered('webhook', 302, '')).toMatchObject({ ok: false, lasting: true })
  expect(answered('wecom-robot', 200, '{"errcode":0,"errmsg":"ok"}')).toMatchObject({ ok: true })
  expect(answered('wecom-robot', 200, '{"errcode":45009,"errmsg":"freq limit"}')).toMatchObject({
    ok: false,
    lasting: false,
  })
  expect(answered('feishu-robot', 200, '{"code":0}')).toMatchObject({ ok: true })
  expect(answered('feishu-robot', 200, '{"code":19021,"msg":"sign match fail"}')).toMatchObject({ ok: false })
  expect(answered('feishu-robot', 200, '<html>')).toMatchObject({ ok: false })
})
