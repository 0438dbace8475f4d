import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { USUAL_PLAN } from '../../../vocabulary/notification-plan.ts'
import { aChannel, aPersonalChannel, sealedAs } from '../channel.example.ts'
import { addChannel } from './add-channel.ts'
import { chooseAgain, chooseChannel } from './choose-channel.ts'
import { correctChannel } from './correct-channel.ts'
import { markFailing, markWorking } from './failing-channel.ts'
import { pauseChannel, removeChannel, resumeChannel } from './pause-channel.ts'
import { noteTest, testChannel } from './test-channel.ts'

const found = { nameTaken: null, ownChannel: null }
const system = { ...someone('administrator'), via: 'system' as const }
const wecom = sealedAs('https://qyapi.weixin.qq.com')

describe('a shared channel', () => {
  const add = (over: object, finds: object = {}) =>
    given(addChannel, { found: { ...found, ...finds } }).when({
      name: '质量部群',
      kind: 'wecom-robot',
      address: wecom,
      ...over,
    })

  test('is added with its address sealed and the usual plan', () => {
    const { change, to } = add({}).accepts()
    expect(to).toBe('active')
    expect(change.set).toMatchObject({ kind: 'wecom-robot', address: wecom, personId: null, roles: [], ...USUAL_PLAN })
  })
  test('of each kind leads where that kind lives', () => {
    add({ kind: 'dingtalk-robot', address: sealedAs('https://oapi.dingtalk.com') }).accepts()
    add({ kind: 'feishu-robot', address: sealedAs('https://open.larksuite.com') }).accepts()
    add({ kind: 'wecom-robot', address: sealedAs('own+http://10.1.2.3:8080') }).accepts()
    add({ kind: 'webhook', address: sealedAs('https://erp.example.cn'), secret: sealedAs('whsec') }).accepts()
    const mailbox = add({ kind: 'email', email: 'quality@kangrui.example', address: wecom }).accepts()
    expect(mailbox.change.set).toMatchObject({ email: 'quality@kangrui.example', address: null, secret: null })
    add({ kind: 'dingtalk-robot' }).refuses('wrong-host', 'address')
    expect(
      add({ address: sealedAs('https://qyapi.weixin.qq.com.evil.example') }).refuses('wrong-host').sentence.zh,
    ).toContain('evil.example')
  })
  test('is refused without a place, in the clear, or unencrypted', () => {
    add({ address: null }).refuses('address-missing', 'address')
    add({ address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }).refuses('not-sealed', 'address')
    add({ address: wecom, secret: 'SEC123' }).refuses('not-sealed', 'secret')
    add({ address: sealedAs('text') }).refuses('bad-address', 'address')
    add({ kind: 'webhook', address: sealedAs('http://erp.example.cn'), secret: sealedAs('whsec') }).refuses(
      'not-https',
      'address',
    )
    add({ kind: 'email', email: 'quality' }).refuses('bad-email', 'email')
    add({ kind: 'person' }).refuses('bad-input', 'kind')
  })
  test('that is a webhook has a secret of the standard’s form', () => {
    const address = sealedAs('https://erp.example.cn')
    add({ kind: 'webhook', address }).refuses('bad-secret', 'secret')
    add({ kind: 'webhook', address, secret: sealedAs('text') }).refuses('bad-secret', 'secret')
  })
  test('gets safety at once in any case, under a name of its own', () => {
    const alone = add({ trouble: 'none', work: 'none', news: 'none' }).accepts()
    expect(alone.change.set).toMatchObject({ safety: 'at-once' })
    for (const safety of ['digest', 'none']) add({ safety }).refuses('bad-input', 'safety')
    add({}, { nameTaken: 'TD-2026-00001' }).refuses('name-taken', 'name')
    add({ digestAt: '25:00' }).refuses('bad-input', 'digestAt')
    given(addChannel, { found, actor: someone('quality') })
      .when({})
      .refuses('role')
  })
})

describe('the settings of a shared channel', () => {
  const record = aChannel()
  const entered = { name: record.name, ...USUAL_PLAN, reason: '改为立即' }
  const step = given(correctChannel, { record, found })

  test('change with a reason; an address left empty stays', () => {
    const { change, to } = step.when({ ...entered, work: 'at-once' }).accepts()
    expect(to).toBe('active')
    expect(change.set).toMatchObject({ work: 'at-once', address: record.address })
    expect(change.correct).toEqual([{ field: 'work', was: 'digest', now: 'at-once', reason: '改为立即' }])
    const moved = step.when({ ...entered, address: sealedAs('own+https://10.0.0.8') }).accepts()
    expect(moved.change.correct).toMatchObject([{ field: 'address' }])
  })
  test('are refused where nothing is different or the place does not fit', () => {
    step.when(entered).refuses('nothing-changed')
    step.when({ ...entered, address: sealedAs('https://oapi.dingtalk.com') }).refuses('wrong-host', 'address')
    step.when({ ...entered, safety: 'none' }).refuses('bad-input', 'safety')
    given(correctChannel, { record, found: { ...found, nameTaken: 'TD-2026-00009' } })
      .when(entered)
      .refuses('name-taken', 'name')
    step.when({ ...entered, reason: '' }).refuses('bad-input', 'reason')
  })
  test('of a person are not changed here, nor those of a removed channel', () => {
    given(correctChannel, { record: aPersonalChannel(idOf('chen')), found })
      .when(entered)
      .refuses('own-channel')
    given(correctChannel, { record: aChannel({ state: 'removed' }), found })
      .when(entered)
      .refuses('state')
    given(correctChannel, { record, found, actor: someone('sales') })
      .when(entered)
      .refuses('role')
  })
})

describe('a test message', () => {
  test('is asked for, and the earlier result is forgotten', () => {
    const record = aChannel({ testOk: false, testAnswer: '404', testedAt: NOON })
    expect(given(testChannel, { record }).when({}).accepts().change.set).toEqual({
      testAskedAt: NOON,
      testedAt: null,
      testOk: null,
      testAnswer: null,
    })
    given(testChannel, { record: aPersonalChannel(idOf('chen')) })
      .when({})
      .refuses('own-channel')
    given(testChannel, { record, actor: someone('sales') })
      .when({})
      .refuses('role')
    given(testChannel, { record: aChannel({ state: 'removed' }) })
      .when({})
      .refuses('state')
  })
  test('that arrives ends the failing', () => {
    const record = aChannel({ state: 'failing', failure: '404', failedAt: NOON })
    const { change, to } = given(noteTest, { record, actor: system }).when({ ok: true, answer: '200 ok' }).accepts()
    expect(to).toBe('active')
    expect(change.set).toEqual({ testedAt: NOON, testOk: true, testAnswer: '200 ok', failedAt: null, failure: null })
  })
  test('that does not arrive leaves the channel as it is', () => {
    const { change, to } = given(noteTest, { record: aChannel({ state: 'paused' }), actor: system })
      .when({ ok: false, answer: '404' })
      .accepts()
    expect(to).toBe('paused')
    expect(change.set).toEqual({ testedAt: NOON, testOk: false, testAnswer: '404' })
  })
  test('is answered by the system alone', () => {
    given(noteTest, { record: aChannel() }).when({ ok: true, answer: '' }).refuses('only-by-system')
    given(noteTest, { record: aChannel(), actor: system }).when({ answer: '' }).refuses('bad-input', 'ok')
  })
})

describe('what does not arrive', () => {
  test('marks the channel, and what arrives later clears it', () => {
    const failing = given(markFailing, { record: aChannel(), actor: system }).when({ answer: '502' }).accepts()
    expect([failing.to, failing.change.set]).toEqual(['failing', { failedAt: NOON, failure: '502' }])
    const record = aChannel({ state: 'failing', failure: '502', failedAt: NOON })
    const working = given(markWorking, { record, actor: system }).when({}).accepts()
    expect([working.to, working.change.set]).toEqual(['active', { failedAt: null, failure: null }])
    given(markFailing, { record, actor: system }).when({ answer: '' }).refuses('state')
    given(markWorking, { record: aChannel(), actor: system }).when({}).refuses('state')
    given(markFailing, { record: aChannel() }).when({ answer: '' }).refuses('only-by-system')
    given(markWorking, { record }).when({}).refuses('only-by-system')
  })
})

describe('a channel that is not wanted', () => {
  const record = aChannel({ state: 'failing', failure: '502', failedAt: NOON })
  test('is paused with a reason and resumed', () => {
    const { to, change } = given(pauseChannel, { record }).when({ reason: '群已解散' }).accepts()
    expect([to, change.set]).toEqual(['paused', { failedAt: null, failure: null }])
    given(pauseChannel, { record }).when({}).refuses('bad-input', 'reason')
    given(pauseChannel, { record: aChannel({ state: 'paused' }) })
      .when({ reason: '群已解散' })
      .refuses('state')
    expect(
      given(resumeChannel, { record: aChannel({ state: 'paused' }) })
        .when({})
        .accepts().to,
    ).toBe('active')
    given(resumeChannel, { record: aChannel() }).when({}).refuses('state')
  })
  test('is removed with a reason', () => {
    const { to, change } = given(removeChannel, { record }).when({ reason: '改用飞书' }).accepts()
    expect([to, change.set]).toEqual(['removed', { endReason: '改用飞书' }])
    given(removeChannel, { record }).when({}).refuses('bad-input', 'reason')
    given(removeChannel, { record: aChannel({ state: 'removed' }) })
      .when({ reason: '改用飞书' })
      .refuses('state')
  })
  test('is nobody’s own, and not everybody’s to end', () => {
    const own = aPersonalChannel(idOf('chen'))
    given(pauseChannel, { record: own }).when({ reason: '不要' }).refuses('own-channel')
    given(removeChannel, { record: own }).when({ reason: '不要' }).refuses('own-channel')
    given(resumeChannel, { record: { ...own, state: 'paused' } })
      .when({})
      .refuses('own-channel')
    for (const command of [pauseChannel, removeChannel])
      given(command, { record, actor: someone('sales') })
        .when({ reason: '不要' })
        .refuses('role')
    given(resumeChannel, { record: aChannel({ state: 'paused' }), actor: someone('sales') })
      .when({})
      .refuses('role')
  })
})

describe('how a person is told', () => {
  const chen = someone('quality')
  test('is his own choice', () => {
    const { change, to } = given(chooseChannel, { found, actor: chen })
      .when({ work: 'at-once', language: 'en' })
      .accepts()
    expect(to).toBe('active')
    expect(change.set).toMatchObject({
      kind: 'person',
      personId: chen.id,
      name: chen.name,
      work: 'at-once',
      language: 'en',
    })
  })
  test('is chosen once and then changed', () => {
    given(chooseChannel, { found: { ...found, ownChannel: 'TD-2026-00003' }, actor: chen })
      .when({})
      .refuses('chosen-already')
    const record = aPersonalChannel(chen.id)
    const again = given(chooseAgain, { record, actor: chen })
    expect(again.when({ ...USUAL_PLAN, quietFrom: '22:00' }).accepts().change.set).toMatchObject({ quietFrom: '22:00' })
    again.when({ ...USUAL_PLAN }).refuses('nothing-changed')
  })
  test('never leaves safety out and never puts it off, whoever asks', () => {
    for (const safety of ['digest', 'none']) {
      given(chooseChannel, { found, actor: chen }).when({ safety }).refuses('bad-input', 'safety')
      given(chooseAgain, { record: aPersonalChannel(chen.id), actor: chen })
        .when({ ...USUAL_PLAN, safety })
        .refuses('bad-input', 'safety')
    }
    // chosen before that was so
    const record = aPersonalChannel(chen.id, { safety: 'digest' })
    const again = given(chooseAgain, { record, actor: chen })
    expect(again.when({ ...USUAL_PLAN }).accepts().change.set).toMatchObject({ safety: 'at-once' })
  })
  test('is nobody else’s business', () => {
    given(chooseAgain, { record: aPersonalChannel(idOf('somebody')), actor: chen })
      .when({ ...USUAL_PLAN, work: 'none' })
      .refuses('not-yours')
    given(chooseAgain, { record: aChannel(), actor: someone('administrator') })
      .when({ ...USUAL_PLAN, work: 'none' })
      .refuses('not-yours')
    given(chooseAgain, { record: aChannel({ state: 'removed' }), actor: chen })
      .when({ ...USUAL_PLAN })
      .refuses('state')
    given(chooseAgain, { record: aPersonalChannel(chen.id), actor: someone('outside') })
      .when({ ...USUAL_PLAN })
      .refuses('role')
    given(chooseChannel, { found, actor: someone('outside') })
      .when({})
      .refuses('role')
  })
})
