import type { Text } from '../../kernel/text.ts'
import type { ProcedureMeta, RecordPage } from '../answers.ts'
import { CopyState } from '../copy/copy-state.tsx'
import { useCopy } from '../copy/use-copy.ts'
import { Mark } from '../form/mark.tsx'
import { OpenLink } from '../inspection/open-link.tsx'
import { useLanguage, useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Menu } from '../shell/menu.tsx'
import { traceAddress } from '../trace/trace-address.ts'
import type { Step, Steps } from './step-order.ts'

interface RecordHeadProps {
  readonly page: RecordPage
  readonly procedure: ProcedureMeta
  readonly steps: Steps
  readonly act: (step: Step) => void
}

/** Languages in which forms are printed. */
const PRINTED = { 'zh-Hans': 'zh', 'zh-Hant': 'zh-Hant', en: 'en' } as const

/** Number, title, state and who it is about, with the acts that concern the whole record. */
export function RecordHead({ page, procedure, steps, act }: RecordHeadProps) {
  const t = useT()
  const { language } = useLanguage()
  const copy = useCopy()
  const { record, view } = page
  const state = procedure.states[record.state]
  const { me, procedures } = useMeta()
  const entry = procedures.find(item => item.name === page.procedure)
  const trace = entry && !me.inspecting && traceAddress(entry, record)
  const saysState = view.badges.some(badge => badge.text.zh === state?.title.zh)
  const correct = steps.menu.find(step => step.command.id === `${page.procedure}.correct`)
  const rare = steps.menu.filter(step => step !== correct)
  const forms = procedure.forms.filter(form => page.forms.includes(form.id))
  const print = (form: string) => `/api/print/${page.procedure}/form/${form}/${record.id}?lang=${PRINTED[language]}`
  return (
    <header>
      <div className="row wrap record-top">
        <nav className="mono sub" aria-label={t({ zh: '所在位置', en: 'You are here' })}>
          <OpenLink to="/$procedure" params={{ procedure: page.procedure }}>
            {t(entry?.nouns ?? procedure.noun)}
          </OpenLink>{' '}
          / <span>{record.number}</span>
        </nav>
        <span className="sp" />
        {trace && (
          <OpenLink className="btn" to="/trace/$kind/$id" params={trace} search={{}}>
            <Icon name="scan" size={14} />
            {t({ zh: '追溯', en: 'Trace' })}
          </OpenLink>
        )}
        {forms.length > 0 && (
          <Menu
            className="btn"
            label={t({ zh: '打印记录', en: 'Print' })}
            button={
              <>
                <Icon name="print" size={14} />
                <span className="print-label">{t({ zh: '打印记录', en: 'Print' })}</span>
              </>
            }
          >
            {close =>
              forms.map(form => (
                <a key={form.id} className="menu-item" href={print(form.id)} onClick={copy.take('open', close)}>
                  {t(form.title)}
                </a>
              ))
            }
          </Menu>
        )}
        {correct && (
          <button type="button" className="btn" onClick={() => act(correct)}>
            {t(correct.command.title)}
          </button>
        )}
        <Menu className="btn icon" label={t({ zh: '更多', en: 'More' })} button={<Mark name="more" />}>
          {close => (
            <>
              {rare.map(step => (
                <button
                  key={step.command.id}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close()
                    act(step)
                  }}
                >
                  {t(step.command.title)}
                  {step.refusal && <span className="who">{t({ zh: '现在还不行', en: 'not now' })}</span>}
                </button>
              ))}
              <a
                className="menu-item"
                href={`/api/export/${page.procedure}/record/${record.id}.json`}
                download={`${record.number}.json`}
                onClick={copy.take('save', close)}
              >
                {t({ zh: '导出记录（JSON，可脱机核验）', en: 'Export (JSON, can be checked offline)' })}
              </a>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close()
                  void navigator.clipboard?.writeText(location.href)
                }}
              >
                {t({ zh: '复制链接', en: 'Copy the link' })}
              </button>
            </>
          )}
        </Menu>
      </div>
      <CopyState copy={copy} />
      <div className="row wrap record-title">
        <h1>{t(view.title)}</h1>
        {view.badges.map(badge => (
          <span key={badge.text.en} className={`tag ${badge.tone}`}>
            {t(badge.text)}
          </span>
        ))}
        {state && !saysState && (
          <span className={`tag ${state.tone ?? 'plain'}`} title={t(state.meaning)}>
            {t(state.title)}
          </span>
        )}
      </div>
      <p className="sub">
        {view.subtitle
          .filter(Boolean)
          .map((part: Text | string) => t(part))
          .join(' · ')}
      </p>
      {page.edition && <MadeUnder edition={page.edition} />}
    </header>
  )
}

/** The version of the procedure's document under which the record was made, and the one in force where that is another. */
function MadeUnder({ edition }: { readonly edition: NonNullable<RecordPage['edition']> }) {
  const t = useT()
  const { code, label, documentId, title, now } = edition
  return (
    <p className="sub">
      {t({ zh: '依据文件', en: 'Made under' })}{' '}
      <OpenLink
        className="row-link"
        to="/$procedure/$id"
        params={{ procedure: 'document', id: documentId }}
        title={t(title)}
      >
        <span className="mono">
          {code} {label}
        </span>
      </OpenLink>
      {now && t({ zh: `（现行 ${now}）`, en: ` (${now} is in force)` })}
    </p>
  )
}
