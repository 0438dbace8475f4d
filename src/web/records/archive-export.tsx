import { useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { today } from '../form/site-time.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { ArchiveDays, mayExport } from './archive-days.tsx'

/** Chooses procedure and period of an archive file and downloads it. */
export function ArchiveExport({
  lines,
}: {
  readonly lines: readonly { readonly procedure: string; readonly procedureTitle: Text }[]
}) {
  const t = useT()
  const { me, zone } = useMeta()
  const year = Number(today(Date.now(), zone).slice(0, 4))
  const [procedure, setProcedure] = useState('')
  if (!mayExport(me.roles)) return null
  const chosen = procedure || lines[0]?.procedure || ''
  return (
    <details className="card sec archive-export">
      <summary>{t(text('导出归档文件', 'Export an archive'))}</summary>
      <p className="hint">
        {t(
          text(
            '一个 ZIP：期间内记录的数据与日志、表单 PDF/A、附件、带签名的 SHA-256 清单；可用 npm run archive -- 文件 脱机核对，并得到整个文件的 SHA-256。刻盘后请在“备份介质”中登记，以后凭它抽检读取。',
            'One ZIP: records of the period with their trail, PDF/A forms, attachments, and a signed list of SHA-256; npm run archive -- FILE checks it offline and shows the SHA-256 of the whole. Then register the medium under Archive media; it is read back against that.',
          ),
        )}
      </p>
      <form>
        <div className="fld">
          <label htmlFor="archive-procedure">{t(text('程序', 'Procedure'))}</label>
          <select
            id="archive-procedure"
            className="inp"
            value={chosen}
            onChange={event => setProcedure(event.target.value)}
          >
            {lines.map(line => (
              <option key={line.procedure} value={line.procedure}>
                {t(line.procedureTitle)}
              </option>
            ))}
          </select>
        </div>
        <ArchiveDays procedure={chosen} first={`${year - 1}-01-01`} last={`${year - 1}-12-31`} />
      </form>
    </details>
  )
}
