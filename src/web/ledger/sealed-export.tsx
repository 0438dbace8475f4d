import '../inspection/inspection.css'
import { text } from '../../kernel/text.ts'
import { today } from '../form/site-time.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { ArchiveDays, mayExport } from '../records/archive-days.tsx'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'

/** Takes the records of a period out as one sealed file that checks itself. */
export function SealedExport({ procedure }: { readonly procedure: string }) {
  const t = useT()
  const { me, zone } = useMeta()
  if (!mayExport(me.roles)) return null
  const day = today(Date.now(), zone)
  const label = t(text('封存导出', 'Sealed export'))
  return (
    <Menu
      label={label}
      className="btn"
      button={
        <>
          <Icon name="download" size={14} />
          {label}
        </>
      }
    >
      {close => (
        <div className="sealed-form">
          <p className="hint">
            {t(
              text(
                '期间内建立的记录：表单 PDF/A、数据与日志、附件、带签名的哈希清单和核对程序。',
                'Records made in the period: PDF/A forms, data and trail, files, a signed list of hashes and its checker.',
              ),
            )}
          </p>
          <ArchiveDays procedure={procedure} first={`${day.slice(0, 4)}-01-01`} last={day} onTaken={close} />
        </div>
      )}
    </Menu>
  )
}
