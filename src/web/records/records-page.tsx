import './records.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { useLanguage, useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { ArchiveExport } from './archive-export.tsx'

/** One line of the register, as `record-control.register` answers it. */
interface RegisterLine {
  readonly procedure: string
  readonly procedureTitle: Text
  readonly kind: 'record' | 'form' | 'ledger' | 'report'
  readonly code: string | null
  readonly revision: string | null
  readonly name: string
  readonly title: Text
  readonly custodian: Text
  readonly medium: Text
  readonly fills: Text
  readonly signs: Text
  readonly kept: Text | null
  /** Which of procedure, company and law asks for the longest. */
  readonly decides: Text | null
}

const KINDS: Readonly<Record<RegisterLine['kind'], Text>> = {
  record: text('电子记录', 'Record'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
}

/** Registers that belong to the control of records. */
const REGISTERS: readonly { readonly procedure: string; readonly title: Text }[] = [
  { procedure: 'compilation', title: text('月度汇编', 'Monthly compilations') },
  { procedure: 'record-control', title: text('监督检查', 'Checks') },
  { procedure: 'legal-hold', title: text('记录保留', 'Legal holds') },
  { procedure: 'disposal', title: text('处置清单', 'Disposal lists') },
  { procedure: 'archive', title: text('备份介质', 'Archive media') },
]

/** 质量记录清单: every record, form, ledger and report with who keeps it, who fills it in, who signs, and for how long. */
export function RecordsPage() {
  const t = useT()
  const { language } = useLanguage()
  const { procedures } = useMeta()
  const register = useRead<readonly RegisterLine[]>('record-control.register')
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<RegisterLine['kind'] | null>(null)
  useEffect(() => {
    document.title = `${t(text('质量记录清单', 'Register of records'))} · 闭环 Bihuan`
  }, [t])
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const shown = register.data?.filter(line => {
    const all = [
      line.code,
      line.title.zh,
      line.title.en,
      line.procedureTitle.zh,
      line.procedureTitle.en,
      line.custodian.zh,
    ]
    const said = all.join(' ').toLowerCase()
    return (kind === null || line.kind === kind) && words.every(word => said.includes(word))
  })
  const present = new Set(procedures.map(item => item.name))
  const copy = `lang=${language === 'zh-Hans' ? 'zh' : language}`
  return (
    <>
      <div className="page-head">
        <h1>{t(text('质量记录清单', 'Register of records'))}</h1>
        <span className="sub">
          {t(
            text(
              '由各程序自动汇总：谁填写、谁签字、谁保管、保存多久。',
              'Computed from the procedures: who fills in, who signs, who keeps, for how long.',
            ),
          )}
        </span>
        <span className="sp" />
        <Link className="btn" to="/policies/$key" params={{ key: 'retention.by_code' }} search={{}}>
          {t(text('延长保存期限', 'Extend retention'))}
        </Link>
        <a className="btn" href={`/api/print/record-control/report/register?${copy}`} target="_blank" rel="noreferrer">
          <Icon name="print" size={14} /> PDF
        </a>
        <a className="btn" href={`/api/export/record-control/report/register.xlsx?${copy}`} download>
          <Icon name="download" size={14} /> XLSX
        </a>
      </div>
      <nav className="row wrap records-places" aria-label={t(text('记录控制', 'Control of records'))}>
        {REGISTERS.filter(item => present.has(item.procedure)).map(item => (
          <Link
            key={item.procedure}
            to="/$procedure"
            params={{ procedure: item.procedure }}
            search={{}}
            className="btn"
          >
            {t(item.title)}
          </Link>
        ))}
      </nav>
      <ArchiveExport lines={register.data?.filter(line => line.kind === 'record') ?? []} />
      <div className="row wrap records-filter">
        <label className="records-search">
          <span className="sr">{t(text('查找', 'Find'))}</span>
          <Icon name="search" size={14} />
          <input
            value={typed}
            onChange={event => setTyped(event.target.value)}
            placeholder={t(text('编号、名称、程序或部门', 'Code, title, procedure or department'))}
            spellCheck={false}
          />
        </label>
        <div className="row wrap records-kinds">
          <button type="button" aria-pressed={kind === null} onClick={() => setKind(null)}>
            {t(text('全部', 'All'))}
          </button>
          {Object.entries(KINDS).map(([key, title]) => (
            <button
              key={key}
              type="button"
              aria-pressed={kind === key}
              onClick={() => setKind(key as RegisterLine['kind'])}
            >
              {t(title)}
            </button>
          ))}
        </div>
      </div>
      {register.error && !register.data ? (
        <Refused error={register.error} again={() => void register.refetch()} />
      ) : !shown ? (
        <div className="card sec">
          <Bones rows={10} height={28} />
        </div>
      ) : shown.length === 0 ? (
        <div className="card">
          <Empty title={t(text('没有符合条件的记录', 'No record fits'))} />
        </div>
      ) : (
        <section className="card" aria-label={t(text('清单', 'Register'))}>
          <div className="scroll-x">
            <table className="table records-table">
              <thead>
                <tr>
                  <th>{t(text('编号', 'Code'))}</th>
                  <th>{t(text('名称', 'Title'))}</th>
                  <th>{t(text('保管部门', 'Kept by'))}</th>
                  <th>{t(text('填写', 'Filled in by'))}</th>
                  <th>{t(text('签字', 'Signed by'))}</th>
                  <th>{t(text('保存期限及起算', 'Kept, and from when'))}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(line => (
                  <tr key={`${line.procedure} ${line.kind} ${line.name}`}>
                    <td className="mono">
                      {line.code ?? '/'}
                      {line.revision && <span className="sub"> {line.revision}</span>}
                    </td>
                    <td>
                      {t(line.title)}
                      <span className="sub">
                        {t(KINDS[line.kind])} · {t(line.procedureTitle)}
                        {line.kind === 'form' && (
                          <>
                            {' · '}
                            <a
                              href={`/api/print/${line.procedure}/form/${line.name}/blank?${copy}`}
                              target="_blank"
                              rel="noreferrer"
                            >
                              {t(text('空白表', 'Blank form'))}
                            </a>
                          </>
                        )}
                      </span>
                    </td>
                    <td data-title={t(text('保管部门', 'Kept by'))}>
                      {t(line.custodian)}
                      <span className="sub">{t(line.medium)}</span>
                    </td>
                    <td data-title={t(text('填写', 'Filled in by'))}>
                      <Roles names={t(line.fills)} />
                    </td>
                    <td data-title={t(text('签字', 'Signed by'))}>
                      <Roles names={t(line.signs)} />
                    </td>
                    <td data-title={t(text('保存期限及起算', 'Kept, and from when'))}>
                      {line.kept ? t(line.kept) : <span className="tag late">{t(text('未定', 'none'))}</span>}
                      {line.decides && (
                        <span className="sub">
                          {t(text(`依据：${line.decides.zh}`, `decided by ${line.decides.en}`))}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}

/** More characters than these are folded to two lines; a click shows them all. */
const FOLDED = 36

/** Names of roles; a long list is folded, so that the register stays a list. */
function Roles({ names }: { readonly names: string }) {
  if (names.length <= FOLDED) return names
  return (
    <details className="records-roles">
      <summary>{names}</summary>
    </details>
  )
}
