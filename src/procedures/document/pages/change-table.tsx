import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Json } from '../../../kernel/json.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta } from '../../../web/meta.ts'
import type { ContentChange, Touched } from '../compare.ts'
import { contentKinds } from '../taxonomy.ts'

const WHAT = {
  added: { title: text('新增', 'Added'), tone: 'ok' },
  removed: { title: text('删除', 'Removed'), tone: 'late' },
  changed: { title: text('修改', 'Changed'), tone: 'warn' },
} as const

const KINDS: Readonly<Record<Touched['kind'], Text>> = { ...contentKinds, reaction: text('联动', 'Reaction') }

interface ChangeTableProps {
  /** The procedure that the document describes. */
  readonly procedure: string
  readonly changes: readonly ContentChange[]
}

/** What changed, from what to what, and what else must be looked at. */
export function ChangeTable({ procedure, changes }: ChangeTableProps) {
  const t = useT()
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '类别', en: 'Kind' })}</th>
            <th scope="col">{t({ zh: '内容', en: 'What' })}</th>
            <th scope="col">{t({ zh: '变化', en: 'Change' })}</th>
            <th scope="col">{t({ zh: '还须检查', en: 'Look at too' })}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(change => (
            <tr key={`${change.kind} ${change.key}`}>
              <td>
                {t(contentKinds[change.kind])}{' '}
                <span className={`tag ${WHAT[change.what].tone}`}>{t(WHAT[change.what].title)}</span>
              </td>
              <td>
                <TouchedLink touched={{ ...change, procedure: null }} own={procedure}>
                  {change.kind !== 'clause' && <>{t(change.title)} </>}
                  <span className="mono sub">{change.key}</span>
                </TouchedLink>
              </td>
              <td>
                {change.fields.map(item => (
                  <p key={item.field.en} className="field-change">
                    <span className="sub">{t(item.field)}</span>{' '}
                    {change.what !== 'added' && (
                      <span className="was">
                        <Value value={item.was} />
                      </span>
                    )}
                    {change.what === 'changed' && ' → '}
                    {change.what !== 'removed' && <Value value={item.now} />}
                  </p>
                ))}
              </td>
              <td>
                {change.also.length > 0 ? (
                  <ul>
                    {change.also.map(other => (
                      <li key={`${other.procedure ?? ''} ${other.kind} ${other.key}`}>
                        {t(KINDS[other.kind])}{' '}
                        <TouchedLink touched={other} own={procedure}>
                          {other.kind === 'clause' && other.procedure === null ? (
                            <span className="mono">{other.key}</span>
                          ) : (
                            t(other.title)
                          )}
                        </TouchedLink>
                      </li>
                    ))}
                  </ul>
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TouchedLinkProps {
  readonly touched: Pick<Touched, 'kind' | 'procedure' | 'key'>
  readonly own: string
  readonly children: ReactNode
}

/** Leads to the thing where it is seen: its clause, its policy, the blank form, the register, the report, the form of the step. */
function TouchedLink({ touched: { kind, procedure, key }, own, children }: TouchedLinkProps) {
  const { procedures } = useMeta()
  const name = procedure ?? own
  const entry = procedures.find(item => item.name === name)
  if (kind === 'clause')
    return (
      <Link to="/clauses" search={{ procedure: name, clause: key }}>
        {children}
      </Link>
    )
  if (kind === 'policy')
    return (
      <Link to="/policies/$key" params={{ key }} search={{}}>
        {children}
      </Link>
    )
  if (!entry) return <span>{children}</span>
  if (kind === 'form')
    return (
      <a href={`/api/print/${name}/form/${key}/blank`} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  if (kind === 'report')
    return (
      <Link to="/report/$procedure/$report" params={{ procedure: name, report: key }} search={{}}>
        {children}
      </Link>
    )
  if (kind === 'step' && entry.news.some(command => command.id === key))
    return (
      <Link to="/new/$command" params={{ command: key }} search={{}}>
        {children}
      </Link>
    )
  return (
    <Link to="/$procedure" params={{ procedure: name }} search={kind === 'ledger' ? { ledger: key } : {}}>
      {children}
    </Link>
  )
}

/** A value of whatever kind, as people read it. */
function Value({ value }: { readonly value: Json }) {
  const t = useT()
  return <>{shown(value, t)}</>
}

const isText = (value: Json): value is { readonly zh: string; readonly en: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

function shown(value: Json, t: (said: Text) => string): string {
  if (value === null) return '—'
  if (typeof value === 'boolean') return t(value ? text('是', 'yes') : text('否', 'no'))
  if (isText(value)) return t({ zh: String(value.zh), en: String(value.en) })
  if (Array.isArray(value)) return value.map(item => shown(item, t)).join(t(text('、', ', ')))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
