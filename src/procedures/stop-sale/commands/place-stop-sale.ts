import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds } from '../../../vocabulary/entry-field.ts'
import { causeField, stop } from '../fields.ts'
import { suspendNotice } from '../notices.ts'
import {
  coveredBy,
  goodsRows,
  holdTitle,
  placementClocks,
  scopeRefusals,
  serialsOf,
  sumOf,
  toldRows,
  written,
} from '../placement.ts'
import { recheckForm } from '../policies.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY, STOPPERS } from '../stop-sale-roles.ts'
import { sources } from '../wording.ts'

/** Sources in which the one who stops also asks for the re-check. */
const FOUND_IN_STOCK: readonly string[] = ['storage-check', 'outbound-check', 'return', 'own-finding']

/** S26-2.2a, S01-4.7b–d: one act stops the goods everywhere, lists what lies where, and tells warehouse and sales. */
export const placeStopSale = stopSaleCommand('place', {
  title: text('停售停发', 'Stop the sale'),
  about: text(
    '一次操作：锁定开单、拣货、发货和收货，列出各处应有数量，通知仓库挂牌、业务停售。',
    'One act: orders, picking, shipping and receipts are barred, quantities listed by place, warehouse and sales told.',
  ),
  fulfils: [
    'S26-2.2a',
    'S26-2.1a',
    'S26-2.2b',
    'S01-4.7b',
    'S01-4.7d',
    'S25-2.6a',
    'S26-6a',
    'CN-RC-010',
    'CN-RC-013',
    'CN-RC-014',
  ],
  from: 'new',
  to: 'placed',
  by: STOPPERS,
  input: z.object({
    source: stop.source.default('own-finding'),
    scope: stop.scope.default('lot'),
    productId: stop.productId,
    lotId: stop.lotId.optional(),
    lotIds: stop.lotIds.optional(),
    serials: stop.serials.optional(),
    reason: stop.reason,
    document: stop.document.optional(),
    problem: stop.problem.optional(),
    attachments: attachmentIds.optional(),
    cause: causeField.optional(),
    /** The goods were found bad already; given by the step that found it. */
    foundBad: field(z.boolean(), { title: text('已判不合格', 'Found bad'), widget: 'hidden' }).optional(),
  }),
  find: ['goods'],
  check: ({ input, found, actor }) => {
    const asked = { ...input, lotIds: lotIdsOf(input), serials: input.serials ?? [] }
    const refusals = scopeRefusals(asked, found.goods)
    const covering = coveredBy(asked, input.source, found.goods)
    return [
      ...refusals,
      // What an authority prohibits stands for itself, and so does what another record found.
      covering &&
        input.source !== 'authority' &&
        actor.via !== 'system' &&
        refuse(
          'already-held',
          text(
            `这些货已由 ${covering.number} 停售，不必再停；新的情况请记在 ${covering.number} 上。`,
            `These goods are held by ${covering.number} already: record what is new there.`,
          ),
          { field: input.scope === 'product' ? 'productId' : 'lotId', detail: { stopSale: covering.number } },
        ),
      input.source === 'authority' &&
        actor.via !== 'system' &&
        !holds(actor, QUALITY) &&
        refuse(
          'authority-by-quality',
          text(
            '监管部门的禁售通知由质量管理部办理，请转交其停售。',
            'Quality management acts on what an authority prohibits: hand it over.',
          ),
          { field: 'source', kind: 'forbidden', clause: 'S26-6a' },
        ),
      input.source === 'authority' &&
        !input.document &&
        refuse(
          'document-missing',
          text(
            '依监管通知停售时，请填写文件号。',
            'A stop because of an authority names its document: enter the number.',
          ),
          { field: 'document', clause: 'S26-6a' },
        ),
    ]
  },
  change: ({ input, found, policy, newId, now, actor }) => {
    const { product, lots, places, transit, buyers, atBuyers } = found.goods
    const whole = input.scope === 'product'
    const lotNos = whole ? [] : lots.map(lot => lot.lotNo)
    const serials = serialsOf({ scope: input.scope, serials: input.serials ?? [] }, found.goods)
    const prohibited = input.source === 'authority'
    const asksRecheck = FOUND_IN_STOCK.includes(input.source) && !!input.problem
    const step = { newId, now, actor }
    const title = holdTitle({ name: product?.name ?? '', model: product?.model ?? null }, input.scope, lotNos, serials)
    const found_ = input.foundBad || prohibited
    return {
      to: prohibited ? 'confirmed' : input.foundBad ? 'confirming' : asksRecheck ? 're-check' : 'placed',
      set: {
        title,
        scope: input.scope,
        productId: input.productId,
        productName: product?.name ?? '',
        model: product?.model || null,
        registrationNo: product?.registrationNo ?? null,
        manufacturerId: product?.manufacturerId ?? null,
        manufacturerName: product?.manufacturerName ?? null,
        lotId: whole ? null : (lots[0]?.id ?? null),
        lotNos: whole ? null : lotNos.join('、'),
        serials,
        source: input.source,
        precautionary: !found_,
        causeId: input.cause?.id ?? null,
        causeNumber: input.cause?.number ?? null,
        reason: input.reason,
        document: input.document ?? null,
        placedAt: now,
        placedByName: actor.name,
        expectedInStock: sumOf(places, place => place.quantity),
        expectedUnderWay: sumOf(transit, item => item.quantity),
        expectedAtBuyers: atBuyers,
        buyers,
        widenCount: 0,
        ...(asksRecheck && {
          problem: input.problem ?? null,
          formVariant: policy(recheckForm),
          recheckRequestedAt: now,
          recheckRequestedByName: actor.name,
        }),
        ...(found_ && {
          finding: 'bad' as const,
          findingNote: prohibited ? `${input.document ?? ''} ${input.reason}`.trim() : input.reason,
          findingAt: now,
          findingByName: actor.name,
        }),
        ...(prohibited && { confirmedAt: now, confirmedByName: actor.name }),
      },
      rows: [
        ...(whole
          ? []
          : lots.map(lot => ({ child: 'lot', insert: { ...written(step), lotId: lot.id, lotNo: lot.lotNo } }))),
        ...goodsRows(found.goods, step),
        ...toldRows(`${title}：${input.reason}`, step),
        ...(input.cause
          ? [
              {
                child: 'cause',
                insert: {
                  ...written(step),
                  procedure: input.cause.procedure,
                  causeId: input.cause.id,
                  number: input.cause.number,
                  ...(input.foundBad && { verdict: 'bad', note: input.reason, decidedAt: now }),
                },
              },
            ]
          : []),
      ],
      open: [
        ...placementClocks(now, 0),
        ...(prohibited
          ? [
              { deadline: 'registrant', from: now },
              { deadline: 'authority', from: now },
            ]
          : [{ deadline: input.foundBad ? 'head' : 'recheck', from: now }]),
        ...(!found_ && FOUND_IN_STOCK.includes(input.source) && !asksRecheck
          ? [{ deadline: 'recheck-request', from: now }]
          : []),
      ],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'stop' })),
      start: prohibited
        ? suspendNotice({ title, serials, source: input.source }, input.reason, found.goods.soldLotIds, [], now)
        : [],
    }
  },
  tell: ({ record }) =>
    text(
      `${sources[record.source].zh}：停售 ${record.title}；应有库存 ${record.expectedInStock}，在途 ${record.expectedUnderWay}，${record.buyers} 家购货方 ${record.expectedAtBuyers}`,
      `${sources[record.source].en}: stopped ${record.title}; expected ${record.expectedInStock} in stock, ${record.expectedUnderWay} on the way, ${record.expectedAtBuyers} with ${record.buyers} buyers`,
    ),
  rank: 1,
  place: 'page',
})

const lotIdsOf = (input: { readonly lotId?: string; readonly lotIds?: readonly string[] }): string[] => [
  ...new Set([...(input.lotIds ?? []), ...(input.lotId ? [input.lotId] : [])]),
]
