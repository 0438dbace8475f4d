import './workbench.css'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { leaderRoles } from '../../vocabulary/role.ts'
import { useRead } from '../api.ts'
import { useFormat, useNow } from '../format.ts'
import { useLanguage, useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Refused } from '../state/refused.tsx'
import type { Workbench } from './answers.ts'
import { ChangesList } from './changes-list.tsx'
import { Duties } from './duties.tsx'
import { RateCard } from './rate-card.tsx'
import { SignList } from './sign-list.tsx'
import { TeamLoad } from './team-load.tsx'
import { WorkList } from './work-list.tsx'

/** Part of the day at the site, for the greeting. */
function greeting(hour: number) {
  if (hour < 5) return text('夜里好', 'Good evening')
  if (hour < 11) return text('上午好', 'Good morning')
  if (hour < 13) return text('中午好', 'Good day')
  if (hour < 18) return text('下午好', 'Good afternoon')
  return text('晚上好', 'Good evening')
}

/** What this person must do, by urgency; what waits for the signature; how the team stands. */
export function WorkbenchPage() {
  const t = useT()
  const { language } = useLanguage()
  const format = useFormat()
  const now = useNow()
  const meta = useMeta()
  const { data, error, refetch } = useRead<Workbench>('workbench.mine')
  const today = new Date(now).toISOString()
  const hour = Number(format.full(today).slice(11, 13))
  const hello = greeting(hour)
  const year = Number(format.day(today).slice(0, 4))
  const unpublished = meta.calendar.unpublished.filter(each => each > year || each === year)[0]
  const department = meta.me.department ?? meta.roles[meta.me.roles[0] ?? ''] ?? ''
  const leads = meta.me.roles.some(role => (leaderRoles as readonly string[]).includes(role))

  useEffect(() => {
    document.title = `${t(text('工作台', 'Workbench'))} · 闭环 Bihuan`
  }, [t])

  return (
    <>
      <div className="page-head">
        <h1>{language === 'en' ? `${hello.en}, ${meta.me.name}` : `${meta.me.name}，${t(hello)}`}</h1>
        <span className="sub">
          {t(department)} · {format.weekday(today)}
          {unpublished !== undefined && (
            <>
              {'　'}
              <Link to="/calendar" search={{ year: String(unpublished) }} className="quiet-link">
                {t(text(`${unpublished} 年节假日安排尚未公布`, `Holidays of ${unpublished} are not yet published`))}
              </Link>
            </>
          )}
        </span>
        <span className="sp" />
        {data?.starts.map((command, index) => (
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
      {error && !data ? (
        <Refused error={error} again={() => void refetch()} />
      ) : (
        <>
          <Stats data={data} />
          <div className="cols desk">
            <div className="stack">
              <WorkList items={data?.mine} />
              <ChangesList />
            </div>
            <div className="stack">
              <SignList items={data?.signs} />
              <Duties />
              <RateCard />
              {leads && <TeamLoad />}
            </div>
          </div>
        </>
      )}
    </>
  )
}

function Stats({ data }: { readonly data: Workbench | undefined }) {
  const t = useT()
  const format = useFormat()
  // The server counts up to a thousand; beyond that the number says "at least".
  const counted = (value: number | undefined): ReactNode =>
    value === undefined ? <i className="bone appear stat-bone" /> : value >= 1000 ? '1000+' : format.number(value)
  const share = data?.onTime.now
  return (
    <dl className="stats">
      <Stat
        title={t(text('已超期', 'Late'))}
        tone={data && data.late > 0 ? 'is-late' : ''}
        value={counted(data?.late)}
      />
      <Stat
        title={t(text('今天到期', 'Due today'))}
        tone={data && data.today > 0 ? 'is-warn' : ''}
        value={counted(data?.today)}
      />
      <Stat title={t(text('本周到期', 'Due this week'))} value={counted(data?.week)} />
      <Stat title={t(text('等我签字', 'To sign'))} value={counted(data?.toSign)} />
      <Stat
        title={
          data && data.onTime.before !== null
            ? t(
                text(
                  `本季按时率 · 上季 ${format.number(data.onTime.before, 1)}%`,
                  `On time this quarter · last ${format.number(data.onTime.before, 1)}%`,
                ),
              )
            : t(text('本季按时率', 'On time this quarter'))
        }
        value={
          data === undefined ? (
            counted(undefined)
          ) : share === null || share === undefined ? (
            '—'
          ) : (
            <>
              {format.number(share, 1)}
              <small>%</small>
            </>
          )
        }
      />
    </dl>
  )
}

function Stat({
  title,
  value,
  tone = '',
}: {
  readonly title: string
  readonly value: ReactNode
  readonly tone?: string
}) {
  return (
    <div className="card stat">
      <dt>{title}</dt>
      <dd className={tone}>{value}</dd>
    </div>
  )
}
