import { Link } from '@tanstack/react-router'
import { type Text, text } from '../../kernel/text.ts'
import type { Trace, TracedMove } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { HandedTable } from './handed-table.tsx'
import { Part } from './part.tsx'
import { RecordsPart } from './records-part.tsx'

/** Where from, where to, what is left, what came back, what happened: one table each. */
export function GoodsList({ trace, page }: { readonly trace: Trace; readonly page: number }) {
  const { kind } = trace.subject
  const ours = kind !== 'customer' && kind !== 'delivery'
  return (
    <>
      <RecordsPart trace={trace} />
      {trace.lots.length > 1 && <LotsPart trace={trace} />}
      {ours && <StockPart trace={trace} />}
      <HandedTable trace={trace} page={page} />
      {ours && (
        <MovesPart
          trace={trace}
          title={text('从哪里来', 'Where from')}
          empty={text(
            '没有收货记录：这些货在建账前已入库。',
            'No receipt is recorded: the goods were here before the ledger.',
          )}
          moves={trace.moves.filter(move => move.from === 'supplier' || move.kind === 'open-stock')}
        />
      )}
      <MovesPart
        trace={trace}
        title={text('退回与离库', 'Came back, left')}
        empty={text('没有退回，也没有退供货者或销毁。', 'Nothing came back, went to the supplier or was destroyed.')}
        moves={trace.moves.filter(
          move =>
            move.from === 'customer' ||
            (move.from !== 'supplier' && ['supplier', 'destroyed', 'counted'].includes(move.to)),
        )}
      />
    </>
  )
}

function LotsPart({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const format = useFormat()
  return (
    <Part title={text('批次', 'Lots')} count={trace.lots.length}>
      <div className="scroll-x">
        <table className="table trace-table">
          <thead>
            <tr>
              <th>{t(text('批号', 'Lot'))}</th>
              <th>{t(text('产品', 'Product'))}</th>
              <th>{t(text('有效期至', 'Expires'))}</th>
            </tr>
          </thead>
          <tbody>
            {trace.lots.map(lot => (
              <tr key={lot.id}>
                <td className="mono">
                  <Link to="/trace/$kind/$id" params={{ kind: 'lot', id: lot.number }} search={{}}>
                    {lot.lotNo}
                  </Link>
                </td>
                <td>
                  {lot.productName} {lot.model}
                </td>
                <td>{lot.expiresOn ? format.day(lot.expiresOn) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {trace.moreLots && (
        <p className="who">
          {t(text('批次很多，这里是最近的 200 个。', 'There are many lots; these are the latest 200.'))}
        </p>
      )}
    </Part>
  )
}

/** What lies in which zone, warehouse by warehouse. */
function StockPart({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const format = useFormat()
  const byWarehouse = Map.groupBy(trace.stock, item => item.warehouseName)
  return (
    <Part title={text('还剩什么', 'What is left')}>
      {byWarehouse.size === 0 ? (
        <p className="who">{t(text('仓库中已没有。', 'Nothing is in our warehouses.'))}</p>
      ) : (
        [...byWarehouse].map(([name, rows]) => (
          <div key={name} className="trace-zones">
            <b>{name}</b>
            {[...Map.groupBy(rows, row => row.zone)].map(([zone, items]) => (
              <span key={zone} className={`tag ${trace.places[zone]?.tone ?? ''}`}>
                {t(trace.places[zone]?.title ?? zone)}{' '}
                <b className="num">{format.number(items.reduce((sum, item) => sum + item.quantity, 0))}</b>
              </span>
            ))}
          </div>
        ))
      )}
      {trace.underWay.length > 0 && (
        <ul className="trace-lines">
          {trace.underWay.map(item => (
            <li key={item.number + item.lotId}>
              <span className="tag warn">{t(text('在途', 'Under way'))}</span>
              <Link
                to="/$procedure/$id"
                params={{ procedure: 'shipment', id: item.number }}
                search={{}}
                className="mono"
              >
                {item.number}
              </Link>
              <span>{item.partyName}</span>
              <span className="num">{format.number(item.quantity)}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function MovesPart({
  trace,
  title,
  empty,
  moves,
}: {
  readonly trace: Trace
  readonly title: Text
  readonly empty: Text
  readonly moves: readonly TracedMove[]
}) {
  const t = useT()
  const format = useFormat()
  const lots = new Map(trace.lots.map(lot => [lot.id, lot.lotNo]))
  const several = trace.lots.length > 1
  return (
    <Part title={title} count={moves.length}>
      {moves.length === 0 ? (
        <p className="who">{t(empty)}</p>
      ) : (
        <div className="scroll-x">
          <table className="table trace-table">
            <thead>
              <tr>
                <th>{t(text('日期', 'Day'))}</th>
                <th>{t(text('事项', 'What'))}</th>
                {several && <th>{t(text('批号', 'Lot'))}</th>}
                <th className="num">{t(text('数量', 'Quantity'))}</th>
                <th>{t(text('单位', 'Party'))}</th>
                <th>{t(text('单据', 'Paper'))}</th>
                <th>{t(text('经手', 'By'))}</th>
              </tr>
            </thead>
            <tbody>
              {moves.map(move => (
                <tr key={move.id}>
                  <td className="day">{format.day(move.happenedOn)}</td>
                  <td>
                    {t(trace.kinds[move.kind] ?? move.kind)}{' '}
                    {move.kind !== 'open-stock' && (
                      <span className="who">
                        {t(trace.places[move.from]?.title ?? move.from)} → {t(trace.places[move.to]?.title ?? move.to)}
                      </span>
                    )}
                  </td>
                  {several && <td className="mono">{lots.get(move.lotId)}</td>}
                  <td className="num">{format.number(move.quantity)}</td>
                  <td>{move.partyName ?? '—'}</td>
                  <td className="mono">
                    {move.cause ? (
                      <Link
                        to="/$procedure/$id"
                        params={{ procedure: move.cause.procedure, id: move.cause.number }}
                        search={{}}
                      >
                        {move.cause.number}
                      </Link>
                    ) : (
                      (move.document ?? '—')
                    )}
                  </td>
                  <td>{move.byName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}
