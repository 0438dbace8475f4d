import type { ReportContent } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { CopyState } from '../../../web/copy/copy-state.tsx'
import { useCopy } from '../../../web/copy/use-copy.ts'
import { useLanguage, useT } from '../../../web/language.tsx'
import type { OwnPanelProps } from '../../../web/record/own-panels.ts'
import { ReportBody } from '../../../web/report/report-body.tsx'
import { Icon } from '../../../web/shell/icons.tsx'

/** The report as it was frozen, and its copies: the filed ones where it is filed, otherwise one marked as a draft. */
export function OwnPanel({ page }: OwnPanelProps) {
  const t = useT()
  const copy = useCopy()
  const { language } = useLanguage()
  const { record, attachments } = page
  const content = record.content as unknown as ReportContent
  const lang = language === 'zh-Hans' ? 'zh' : language
  const filed = (purpose: string, ending: string): string => {
    const kept = attachments.find(item => item.purpose === purpose)
    return kept ? `/api/attachments/${kept.id}` : `/api/copy/periodic-report/${record.id}/${ending}?lang=${lang}`
  }
  const isFiled = attachments.some(item => item.purpose === 'filed-pdf')
  return (
    <section className="report" aria-label={t(text('报表内容', 'The report'))}>
      <div className="row wrap report-copies">
        <a className="btn p" href={filed('filed-pdf', 'pdf')} onClick={copy.take('open')}>
          <Icon name="print" size={14} />
          {t(isFiled ? text('归档 PDF', 'Filed PDF') : text('打印草稿', 'Print the draft'))}
        </a>
        <a className="btn" href={filed('filed-xlsx', 'xlsx')} onClick={copy.take('save')}>
          <Icon name="sheet" size={14} />
          {t(isFiled ? text('归档 XLSX', 'Filed XLSX') : text('草稿 XLSX', 'Draft XLSX'))}
        </a>
      </div>
      <CopyState copy={copy} />
      <ReportBody
        content={content}
        procedure={String(record.procedure)}
        period={{ from: String(record.firstDay), to: String(record.lastDay) }}
      />
    </section>
  )
}
