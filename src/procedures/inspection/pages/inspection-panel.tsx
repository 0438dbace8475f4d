import '../../../web/inspection/inspection.css'
import { useQuery } from '@tanstack/react-query'
import type { Text } from '../../../kernel/text.ts'
import { text } from '../../../kernel/text.ts'
import { readQuery } from '../../../web/api.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { useMeta } from '../../../web/meta.ts'
import type { OwnPanelProps } from '../../../web/record/own-panels.ts'
import { Icon } from '../../../web/shell/icons.tsx'

/** Answer of `inspection.opened`. */
interface Opened {
  readonly seq: number
  readonly at: string
  readonly told: Text
  readonly outcome: 'accepted' | 'refused'
}

const EXPORTING = ['quality-head', 'management-representative']
/** Roles that see what is opened; the server refuses it to all others. */
const WATCHING = [...EXPORTING, 'quality', 'general-manager']
const SHOWN = 6

/** What the inspector opens, as it happens, and the sealed export. */
export function OwnPanel({ page }: OwnPanelProps) {
  const t = useT()
  const format = useFormat()
  const { me } = useMeta()
  const open = page.record.state === 'open'
  const watches = me.roles.some(role => WATCHING.includes(role))
  const { data } = useQuery({
    ...readQuery<readonly Opened[]>('inspection.opened', { id: page.record.id }),
    enabled: watches,
    refetchInterval: open ? 5_000 : false,
  })
  if (!watches) return null
  const mayExport = me.roles.some(role => EXPORTING.includes(role))
  return (
    <section className="card sec inspection-panel" aria-labelledby="inspection-live">
      <div className="row wrap">
        <h2 id="inspection-live">
          {t(open ? text('检查员正在查看', 'What the inspector opens now') : text('检查员查看记录', 'What was opened'))}
        </h2>
        <span className="sp" />
        {mayExport && (
          <a className="btn" href={`/api/sealed/inspection/${page.record.id}.zip`} download>
            <Icon name="download" size={14} />
            {t(text('导出封存包', 'Sealed export'))}
          </a>
        )}
      </div>
      {mayExport && (
        <p className="hint">
          {t(
            text(
              '一个 ZIP，内容与检查员可见的一致（健康信息已遮盖）：表单 PDF/A、记录与日志、附件、带签名的哈希清单和脱机核对程序。记录多时需要几分钟，边生成边下载；导出记入日志。',
              'One ZIP with what the inspector may see, health data hidden: PDF/A forms, records with their trail, files, a signed list of hashes and the program that checks it. Many records take some minutes and are written while you download; the export stands in the trail.',
            ),
          )}
        </p>
      )}
      {data && data.length > 0 ? (
        <ol className="opened" aria-live="polite">
          {data.slice(0, SHOWN).map(entry => (
            <li key={entry.seq}>
              <span className="num">{format.instant(entry.at)}</span>
              <span>{t(entry.told)}</span>
              {entry.outcome === 'refused' && <span className="tag warn">{t(text('已拒绝', 'refused'))}</span>}
            </li>
          ))}
        </ol>
      ) : (
        <p className="who">
          {t(text('还没有打开任何内容。打开后几秒内显示在这里。', 'Nothing yet; it shows here within seconds.'))}
        </p>
      )}
    </section>
  )
}
