import './ledger.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { LedgerPage as Page } from '../answers.ts'
import { procedureQuery, queryString, readQuery } from '../api.ts'
import { CopyState } from '../copy/copy-state.tsx'
import { useCopy } from '../copy/use-copy.ts'
import { useFormat } from '../format.ts'
import { useLanguage, useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { useSettled } from '../shell/settled.ts'
import { Empty } from '../state/empty.tsx'
import { Refused } from '../state/refused.tsx'
import { type Asked, addressOf, askedByView, askedOf, asksNothing, courseOf, paramsOf } from './asked.ts'
import { Filters } from './filters.tsx'
import { LedgerKeys } from './ledger-keys.tsx'
import { LedgerTable, LedgerTableBones } from './ledger-table.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { Pager } from './pager.tsx'
import { SealedExport } from './sealed-export.tsx'
import { ShownAs } from './shown-as.tsx'
import { Views } from './views.tsx'

const LedgerBoard = lazy(() => import('../board/board.tsx').then(module => ({ default: module.LedgerBoard })))

const PAGE = 50

/** A procedure's register: filter, search, views, export; fifty rows at once, by keyset. */
export function LedgerPage() {
  const { procedure } = useParams({ from: '/shell/$procedure' })
  const { ledger } = useSearch({ from: '/shell/$procedure' })
  // Another register is another page: nothing typed or chosen in one may leak into the next.
  return <Register key={`${procedure}/${ledger ?? ''}`} procedure={procedure} />
}

function Register({ procedure }: { readonly procedure: string }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const meta = useMeta()
  const copy = useCopy()
  const values = useSearch({ from: '/shell/$procedure' })
  const declared = useQuery(procedureQuery(procedure))
  const ledger = declared.data?.ledgers.find(item => item.name === values.ledger) ?? declared.data?.ledgers[0]
  const course = declared.data ? courseOf(declared.data) : []
  const asked = askedOf(values, ledger, course)
  const isBoard = ledger?.board !== undefined && !meta.me.inspecting && values.as === 'board'
  const entry = meta.procedures.find(item => item.name === procedure)
  const [typed, setTyped] = useState(asked.search)
  const settled = useSettled(typed, 250)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const searchField = useRef<HTMLInputElement>(null)

  const ask = (next: Asked): void => {
    setCursors([])
    void navigate({
      to: '/$procedure',
      params: { procedure },
      search: { ...addressOf(next, values.ledger), as: values.as },
      replace: true,
    })
  }
  const given = useRef(asked.search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks only when what was typed has settled
  useEffect(() => {
    if (settled === given.current) return
    given.current = settled
    ask({ ...asked, search: settled })
  }, [settled])
  useEffect(() => {
    // The address changed from elsewhere: a view, the palette, going back.
    if (asked.search === given.current) return
    given.current = asked.search
    setTyped(asked.search)
    setCursors([])
  }, [asked.search])

  const after = cursors.at(-1)
  const params = { ...paramsOf(asked), ...(ledger && { ledger: ledger.name }), ...(after && { after }), limit: PAGE }
  const page = useQuery({
    ...readQuery<Page>(`${procedure}.ledger`, params),
    enabled: ledger !== undefined && !isBoard,
    placeholderData: keepPreviousData,
  })

  const title = ledger?.title ?? entry?.ledgers[0]?.title ?? entry?.title
  useEffect(() => {
    if (title) document.title = `${t(title)} · 闭环 Bihuan`
  }, [title, t])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, dialog, [contenteditable]')
      )
        return
      event.preventDefault()
      searchField.current?.focus()
      searchField.current?.select()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  if (declared.error && !declared.data)
    return <Refused alone error={declared.error} again={() => void declared.refetch()} />
  const exported = queryString(paramsOf(asked))
  const printed = queryString({ ...paramsOf(asked), lang: language === 'zh-Hans' ? 'zh' : language })
  const count = page.data?.count
  const rows = page.data?.rows
  const next = page.data?.next ?? null
  return (
    <>
      <div className="page-head">
        <h1>{title ? t(title) : <i className="bone appear title-bone" />}</h1>
        <span className="sub num" role="status">
          {count &&
            t(
              count.exact
                ? text(`${format.number(count.value)} 条`, `${format.number(count.value)} records`)
                : text(`超过 ${format.number(count.value)} 条`, `more than ${format.number(count.value)} records`),
            )}
        </span>
        <span className="sp" />
        <div className="row wrap">
          {ledger && (
            <>
              <a
                className="btn"
                href={`/api/export/${procedure}/${ledger.name}.xlsx${exported}`}
                onClick={copy.take('save')}
              >
                <Icon name="sheet" size={14} />
                XLSX
              </a>
              <a
                className="btn"
                href={`/api/print/${procedure}/ledger/${ledger.name}${printed}`}
                onClick={copy.take('save')}
              >
                <Icon name="print" size={14} />
                PDF
              </a>
            </>
          )}
          <SealedExport procedure={procedure} />
          {entry?.news.map((command, index) => (
            <Link
              key={command.id}
              to="/new/$command"
              params={{ command: command.id }}
              search={{}}
              className={index === 0 ? 'btn p' : 'btn'}
            >
              <Icon name="plus" size={14} />
              {t(command.title)}
            </Link>
          ))}
        </div>
      </div>
      <CopyState copy={copy} />
      {declared.data && declared.data.ledgers.length > 1 && (
        <div className="seg ledger-pick">
          {declared.data.ledgers.map(item => (
            <button
              key={item.name}
              type="button"
              aria-pressed={item === ledger}
              onClick={() => void navigate({ to: '/$procedure', params: { procedure }, search: { ledger: item.name } })}
            >
              {t(item.title)}
            </button>
          ))}
        </div>
      )}
      {ledger && !isBoard && (
        <Views procedure={procedure} ledger={ledger} asked={asked} onPick={view => ask(askedByView(view))} />
      )}
      <section className="card ledger" aria-busy={page.isPlaceholderData}>
        <div className="ledger-bar">
          <label className="ledger-search">
            <span className="sr">{t(text('在台账中搜索', 'Search the register'))}</span>
            <Icon name="search" size={14} />
            <input
              ref={searchField}
              value={typed}
              onChange={event => setTyped(event.target.value)}
              onKeyDown={event => {
                if (event.key === 'Escape') setTyped('')
              }}
              placeholder={t(text('编号、名称或内容中的任意字', 'Any part of a number, a name or the text'))}
              spellCheck={false}
              autoComplete="off"
            />
            <kbd>/</kbd>
          </label>
          {ledger && !isBoard && (
            <Filters
              ledger={ledger}
              states={declared.data?.states ?? {}}
              course={course}
              asked={asked}
              onChange={ask}
            />
          )}
          {ledger?.board && !meta.me.inspecting && (
            <ShownAs
              isBoard={isBoard}
              onChange={as =>
                void navigate({
                  to: '/$procedure',
                  params: { procedure },
                  search: { ...addressOf(asked, values.ledger), as },
                  replace: true,
                })
              }
            />
          )}
        </div>
        {isBoard && ledger ? (
          <Suspense fallback={<LedgerTableBones ledger={ledger} />}>
            <LedgerBoard
              procedure={procedure}
              ledger={ledger}
              states={declared.data?.states ?? {}}
              search={asked.search}
            />
          </Suspense>
        ) : page.error && !page.data ? (
          <Refused error={page.error} again={() => void page.refetch()} />
        ) : !ledger || !rows ? (
          <LedgerTableBones ledger={ledger} />
        ) : rows.length === 0 ? (
          asksNothing(asked) ? (
            <NothingYet news={entry?.news ?? []} />
          ) : (
            <Empty
              title={t(text('没有符合条件的记录', 'No record fits'))}
              actions={
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setTyped('')
                    given.current = ''
                    ask({ search: '', from: '', to: '', filter: {} })
                  }}
                >
                  {t(text('清除全部条件', 'Clear all conditions'))}
                </button>
              }
            >
              <p>{t(text('可减少一个筛选条件，或换更短的关键字。', 'Drop a filter or try a shorter word.'))}</p>
            </Empty>
          )
        ) : (
          <LedgerTable
            procedure={procedure}
            ledger={ledger}
            states={declared.data?.states}
            rows={rows}
            dim={page.isPlaceholderData}
          />
        )}
        {!isBoard && rows && (cursors.length > 0 || page.data?.next) && (
          <Pager
            first={cursors.length * PAGE + 1}
            last={cursors.length * PAGE + rows.length}
            onNewer={cursors.length === 0 ? null : () => setCursors(cursors.slice(0, -1))}
            onOlder={next === null || page.isPlaceholderData ? null : () => setCursors([...cursors, next])}
          />
        )}
      </section>
      <LedgerKeys />
    </>
  )
}
