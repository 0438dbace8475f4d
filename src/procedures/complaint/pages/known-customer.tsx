import { Link } from '@tanstack/react-router'
import type { DeliveryChoice } from '../../../vocabulary/find-delivery.ts'
import type { PartyChoice } from '../../../vocabulary/find-party.ts'
import type { LedgerPage } from '../../../web/answers.ts'
import { useRead } from '../../../web/api.ts'
import { useFormScope } from '../../../web/form/form-scope.tsx'
import { partyNote } from '../../../web/form/look-up.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { useProcedure } from '../../../web/meta.ts'

const SHOWN = 5
/** The name of the product travels with a delivery where the server gives it. */
type Delivered = DeliveryChoice & { readonly productName?: string; readonly model?: string }

interface KnownCustomerProps {
  readonly id: string
  readonly name: string
  readonly customer: PartyChoice | null
}

/** What we know of the customer while he speaks: who he is, his last complaints, what was delivered to him. */
export function KnownCustomer({ id, name, customer }: KnownCustomerProps) {
  const t = useT()
  const format = useFormat()
  const scope = useFormScope()
  const states = useProcedure('complaint')?.states ?? {}
  const complaints = useRead<LedgerPage>('complaint.ledger', { search: name, limit: SHOWN }).data
  const deliveries = useRead<readonly Delivered[]>('vocabulary.find-delivery', { partyId: id }).data ?? []
  const take = (delivery: Delivered) => {
    const named = [delivery.productName, delivery.model].filter(Boolean).join(' ')
    scope.fill(
      {
        productId: delivery.productId,
        productName: null,
        lotId: delivery.lotId,
        lotNo: null,
        deliveryNote: delivery.number,
        purchasedOn: delivery.deliveredOn,
      },
      {
        productId: named || t({ zh: `出库单 ${delivery.number} 的产品`, en: `Product of ${delivery.number}` }),
        lotId: delivery.lotNo,
      },
    )
  }
  return (
    <section className="card sec known" aria-label={name}>
      <h2>{name}</h2>
      {customer && <p className="sub">{partyNote(t, customer)}</p>}
      <h3>{t({ zh: '近期投诉', en: 'Latest complaints' })}</h3>
      {complaints && complaints.rows.length === 0 && <p className="sub">{t({ zh: '没有投诉记录。', en: 'None.' })}</p>}
      <ul>
        {complaints?.rows.map(row => {
          const state = states[String(row.state)]
          return (
            <li key={String(row.id)}>
              <Link
                to="/$procedure/$id"
                params={{ procedure: 'complaint', id: String(row.number) }}
                target="_blank"
                className="mono"
              >
                {String(row.number)}
              </Link>{' '}
              {state && <span className={`tag ${state.tone}`}>{t(state.title)}</span>}
              {typeof row.title === 'string' && <small>{row.title}</small>}
            </li>
          )
        })}
      </ul>
      {deliveries.length > 0 && (
        <>
          <h3>
            {t({ zh: '近期出库（点选带出产品和批号）', en: 'Latest deliveries (press to take product and lot)' })}
          </h3>
          <ul>
            {deliveries.slice(0, SHOWN).map(delivery => (
              <li key={delivery.id}>
                <button type="button" className="delivered" onClick={() => take(delivery)}>
                  <span>{[delivery.productName, delivery.model].filter(Boolean).join(' ') || delivery.number}</span>
                  <small>
                    {delivery.deliveredOn} · <span className="mono">{delivery.lotNo}</span> ·{' '}
                    {format.number(delivery.quantity)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
