import { idOf, NOON } from '../../../test/given.ts'
import { USUAL_PLAN } from '../../vocabulary/notification-plan.ts'
import { type ChannelRow, channelRow } from './channel.ts'

/** A sealed value whose mark is this; nobody can open it. */
export const sealedAs = (mark: string): string => `sealed:v1:${encodeURIComponent(mark)}:${'A'.repeat(48)}`

const blank = Object.fromEntries(Object.keys(channelRow.shape).map(key => [key, null]))

/** The WeCom robot of the quality department, unless told otherwise. */
export const aChannel = (over: Partial<ChannelRow> = {}): ChannelRow =>
  channelRow.parse({
    ...blank,
    ...USUAL_PLAN,
    id: idOf('channel'),
    number: 'TD-2026-00002',
    state: 'active',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('administrator'),
    updatedAt: NOON,
    kind: 'wecom-robot',
    name: '质量部企业微信群',
    address: sealedAs('https://qyapi.weixin.qq.com'),
    roles: [],
    ...over,
  })

/** What a person chose for himself. */
export const aPersonalChannel = (personId: string, over: Partial<ChannelRow> = {}): ChannelRow =>
  aChannel({ kind: 'person', name: '陈思远', personId, address: null, ...over })
