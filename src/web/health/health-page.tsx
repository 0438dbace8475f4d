import './health.css'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import type { HealthCheck } from '../../server/health/checks.ts'
import type { DiskRoom, HealthFigures } from '../../server/health/figures.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'

const MARK = {
  ok: text('正常', 'Well'),
  warn: text('留意', 'Look at it'),
  late: text('须处理', 'Act now'),
} as const

const bytes = (value: number): string =>
  value >= 1024 ** 3 ? `${(value / 1024 ** 3).toFixed(1)} GB` : `${(value / 1024 ** 2).toFixed(0)} MB`

/** How the server stands, for the administrator: what is well, what is not, and what to do. */
export function HealthPage() {
  const t = useT()
  const format = useFormat()
  const health = useRead<{ readonly figures: HealthFigures; readonly checks: readonly HealthCheck[] }>('health.now', {})
  useEffect(() => {
    document.title = `${t(text('系统状况', 'System health'))} · 闭环 Bihuan`
  }, [t])
  const { data } = health
  const amiss = data?.checks.filter(check => check.tone !== 'ok').length ?? 0
  return (
    <>
      <div className="page-head">
        <h1>{t(text('系统状况', 'System health'))}</h1>
        {data && (
          <span className="sub num">
            {amiss === 0 ? t(text('全部正常', 'All is well')) : t(text(`${amiss} 项需要留意`, `${amiss} to look at`))}
            {' · '}
            {format.instant(data.figures.at)}
          </span>
        )}
        <span className="sp" />
        <button type="button" className="btn" onClick={() => void health.refetch()} disabled={health.isFetching}>
          {t(text('重新检查', 'Look again'))}
        </button>
      </div>
      {health.error && !data ? (
        <Refused error={health.error} again={() => void health.refetch()} />
      ) : !data ? (
        <Bones rows={8} height={56} />
      ) : (
        <>
          <ul className="health-checks" aria-busy={health.isFetching}>
            {data.checks.map(check => (
              <li key={check.name} className={`card health-check ${check.tone}`}>
                <div className="row">
                  <h2>{t(check.title)}</h2>
                  <span className="sp" />
                  <span className={`tag ${check.tone}`}>{t(MARK[check.tone])}</span>
                </div>
                <p className="num">{t(check.finding)}</p>
                {check.todo && <p className="health-todo">{t(check.todo)}</p>}
              </li>
            ))}
          </ul>
          <section className="card health-facts">
            <h2>{t(text('服务器', 'Server'))}</h2>
            <dl>
              <dt>{t(text('版本', 'Version'))}</dt>
              <dd className="num">
                Bihuan {data.figures.version} · Node {data.figures.node.slice(1)} · PostgreSQL{' '}
                {data.figures.database.version.split(' ')[0]}
              </dd>
              <dt>{t(text('启动于', 'Started'))}</dt>
              <dd className="num">{format.instant(data.figures.startedAt)}</dd>
              <dt>{t(text('内存', 'Memory'))}</dt>
              <dd className="num">{bytes(data.figures.memoryBytes)}</dd>
              {data.figures.disks.map(disk => (
                <Disk key={disk.name} disk={disk} />
              ))}
              <dt>{t(text('最近一次发信', 'Last letter mailed'))}</dt>
              <dd className="num">
                {data.figures.mail.lastSentAt
                  ? format.instant(data.figures.mail.lastSentAt)
                  : t(text('尚未发过', 'None yet'))}
              </dd>
              <dt>{t(text('备份位置', 'Backups lie in'))}</dt>
              <dd className="mono">{data.figures.backup.folder}</dd>
            </dl>
            <p className="who">
              {t(
                text(
                  `每天 ${data.figures.backup.nightlyAt} 自动备份，保留 ${data.figures.backup.kept} 份；恢复用 npm run restore，恢复时逐表比对并核验轨迹。`,
                  `A backup is made every night at ${data.figures.backup.nightlyAt}, ${data.figures.backup.kept} are kept; npm run restore compares every table and verifies the trail.`,
                ),
              )}
            </p>
          </section>
        </>
      )}
    </>
  )
}

function Disk({ disk }: { readonly disk: DiskRoom }) {
  const t = useT()
  const used = 1 - disk.free / disk.total
  return (
    <>
      <dt>
        {t(
          disk.name === 'data' ? text('数据所在磁盘', 'Disk of the data') : text('备份所在磁盘', 'Disk of the backups'),
        )}
      </dt>
      <dd className="num">
        <meter min={0} max={1} low={0.85} high={0.95} optimum={0} value={used}>
          {Math.round(used * 100)} %
        </meter>{' '}
        {t(
          text(`可用 ${bytes(disk.free)}，共 ${bytes(disk.total)}`, `${bytes(disk.free)} of ${bytes(disk.total)} free`),
        )}
      </dd>
    </>
  )
}
