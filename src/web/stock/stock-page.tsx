import './stock.css'
import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { Hold } from '../../server/trace/trace.ts'
import { read, readQuery } from '../api.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { useSettled } from '../shell/settled.ts'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { expiryOf } from './expiry.ts'
import { type StockPageAnswer, type StockRow, stockRows, ZONES, type ZoneName, zoneMarks } from './stock-rows.ts'

const PAGE = 200

/** What lies where: product, lot and zone, with what is held and what expires. */
export function StockPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { search = '', zone = '', expires = '' } = useSearch({ from: '/shell/stock' })
  const [typed, setTyped] = useState(search)
  const settled = useSettled(typed.trim(), 250)
  const today = new Date(serverNow()).toISOString().slice(0, 10)
  const params = {
    search: search || undefined,
    zone: zone || undefined,
    ...(expires && { expiresBy: new Date(serverNow() + Number(expires) * 86_400_000).toISOString().slice(0, 10) }),
    limit: PAGE,
  }
  const stock = useInfiniteQuery({
    queryKey: ['read', 'lot.stock', params],
    queryFn: ({ pageParam, signal }) =>
      read<StockPageAnswer>('lot.stock', { ...params, ...(pageParam > 0 && { offset: pageParam }) }, signal),
    initialPageParam: 0,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = stockRows(stock.data?.pages.flatMap(page => page.rows) ?? [])
  // One question for each page of lines: all lots in one address would be too long.
  const holds = useQueries({
    queries: (stock.data?.pages ?? []).map(page => {
      const lots = [...new Set(page.rows.map(row => row.lotId))]
      return { ...readQuery<readonly Hold[]>('trace.holds', { lots }), enabled: lots.length > 0 }
    }),
  })
  const held = Map.groupBy(
    holds.flatMap(({ data }) => data ?? []),
    hold => hold.lotId,
  )
  const sums = stock.data?.pages[0]?.zones ?? []

  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      to: '/stock',
      search: { search: search || undefined, zone: zone || undefined, expires: expires || undefined, ...change },
      replace: true,
    })
  const given = useRef(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks only when what was typed has settled
  useEffect(() => {
    if (settled === given.current) return
    given.current = settled
    go({ search: settled || undefined })
  }, [settled])
  useEffect(() => {
    document.title = `${t(text('库存', 'Stock'))} · 闭环 Bihuan`
  }, [t])

  return (
    <>
      <div className="page-head">
        <h1>{t(text('库存', 'Stock'))}</h1>
        <span className="sub">
          {t(text('按产品、批号和库区；先到期的在前。', 'By product, lot and zone; what expires first stands first.'))}
        </span>
      </div>
      <fieldset className="zone-sums">
        <legend className="sr">{t(text('库区', 'Zone'))}</legend>
        {ZONES.map(name => {
          const sum = sums.find(item => item.zone === name)
          return (
            <button
              key={name}
              type="button"
              className={`zone-sum ${zoneMarks[name].tone}`}
              aria-pressed={zone === name}
              onClick={() => go({ zone: zone === name ? undefined : name })}
            >
              <span>{t(zoneMarks[name].title)}</span>
              <b className="num">{format.number(sum?.quantity ?? 0)}</b>
              <span className="who num">
                {t(text(`${format.number(sum?.lots ?? 0)} 个批次`, `${format.number(sum?.lots ?? 0)} lots`))}
              </span>
            </button>
          )
        })}
      </fieldset>
      <section className="card stock" aria-busy={stock.isPlaceholderData}>
        <div className="stock-bar">
          <label className="stock-search">
            <span className="sr">{t(text('查找库存', 'Search the stock'))}</span>
            <Icon name="search" size={14} />
            <input
              value={typed}
              onChange={event => setTyped(event.target.value)}
              placeholder={t(text('产品、型号、批号或序列号', 'Product, model, lot or serial number'))}
              autoComplete="off"
              spellCheck={false}
            />
          </label>
          {(['0', '180'] as const).map(days => (
            <button
              key={days}
              type="button"
              className={expires === days ? 'chip on' : 'chip'}
              aria-pressed={expires === days}
              onClick={() => go({ expires: expires === days ? undefined : days })}
            >
              {t(days === '0' ? text('已过期', 'Expired') : text('半年内到期', 'Expires within half a year'))}
            </button>
          ))}
        </div>
        {stock.error && rows.length === 0 ? (
          <Refused error={stock.error} again={() => void stock.refetch()} />
        ) : stock.isPending ? (
          <div className="sec">
            <Bones rows={10} height={26} />
          </div>
        ) : rows.length === 0 ? (
          <Empty
            title={
              search || zone || expires
                ? t(text('没有符合条件的库存', 'No stock fits'))
                : t(text('还没有库存', 'There is no stock yet'))
            }
          >
            <p>
              {search || zone || expires
                ? t(text('可换一个库区，或换更短的关键字。', 'Try another zone or a shorter word.'))
                : t(
                    text(
                      '在批次页登记期初库存或收货后，这里就会出现。',
                      'It shows here once opening stock or a receipt is registered on the page of a lot.',
                    ),
                  )}
            </p>
          </Empty>
        ) : (
          <StockTable rows={rows} held={held} today={today} zone={zone} />
        )}
        {stock.hasNextPage && (
          <div className="row stock-foot">
            <button
              type="button"
              className="btn"
              aria-disabled={stock.isFetchingNextPage}
              onClick={() => void stock.fetchNextPage()}
            >
              {t(text('再看 200 行', '200 more lines'))}
            </button>
          </div>
        )}
      </section>
    </>
  )
}

function StockTable({
  rows,
  held,
  today,
  zone,
}: {
  readonly rows: readonly StockRow[]
  readonly held: ReadonlyMap<string, readonly Hold[]>
  readonly today: string
  readonly zone: string
}) {
  const t = useT()
  const format = useFormat()
  const shown = ZONES.filter(name => zone === '' || zone === name)
  const quantity = (row: StockRow, name: ZoneName): number => row.zones[name] ?? 0
  return (
    <div className="scroll-x">
      <table className="table stock-table">
        <thead>
          <tr>
            <th>{t(text('产品', 'Product'))}</th>
            <th>{t(text('批号', 'Lot'))}</th>
            <th>{t(text('有效期至', 'Expires'))}</th>
            <th>{t(text('仓库', 'Warehouse'))}</th>
            {shown.map(name => (
              <th key={name} className="num">
                <i className={`zone-dot ${zoneMarks[name].tone}`} aria-hidden="true" />
                {t(zoneMarks[name].title)}
              </th>
            ))}
            <th className="num">{t(text('合计', 'In all'))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const expiry = expiryOf(row.expiresOn, today)
            const holds = [...new Set(held.get(row.lotId)?.map(hold => hold.number) ?? [])]
            return (
              <tr key={row.key}>
                <td className="stock-product">
                  <Link
                    to="/$procedure/$id"
                    params={{ procedure: 'lot', id: row.lotNumber }}
                    search={{}}
                    className="row-link"
                  >
                    {row.productName} <span className="who">{row.model}</span>
                  </Link>
                  {holds.map(number => (
                    <Link
                      key={number}
                      className="tag late"
                      to="/$procedure/$id"
                      params={{ procedure: 'stop-sale', id: number }}
                      search={{}}
                    >
                      {t(text('停售', 'Held'))} {number}
                    </Link>
                  ))}
                </td>
                <td className="mono">
                  <Link to="/trace/$kind/$id" params={{ kind: 'lot', id: row.lotNumber }} search={{}}>
                    {row.lotNo}
                  </Link>
                </td>
                <td className="stock-day">
                  {row.expiresOn ? format.day(row.expiresOn) : '—'}{' '}
                  {expiry && expiry.tone !== 'plain' && <span className={`tag ${expiry.tone}`}>{t(expiry.words)}</span>}
                </td>
                <td className="stock-day">{row.warehouseName}</td>
                {shown.map(name => (
                  <td
                    key={name}
                    className={quantity(row, name) > 0 ? `num zone-cell ${zoneMarks[name].tone}` : 'num zone-cell'}
                    data-title={t(zoneMarks[name].title)}
                    data-empty={quantity(row, name) === 0 || undefined}
                  >
                    {quantity(row, name) > 0 ? format.number(quantity(row, name)) : '·'}
                  </td>
                ))}
                <td className="num stock-total" data-title={t(text('合计', 'In all'))}>
                  {format.number(row.total)} <span className="who">{row.unit}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
