import './outside.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { OfflineError, RefusedError } from '../api.ts'
import { useOnline } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { Bones } from '../state/loading.tsx'
import { Panel } from '../state/panel.tsx'
import { type GuestAnswer, type GuestStep, guestQuery } from './guest-answer.ts'
import { GuestForm } from './guest-form.tsx'
import { GuestSections } from './guest-sections.tsx'
import { ScanCodes } from './scan-codes.tsx'

/** What somebody without an account sees by a link: what it is about, and what he is asked. */
export function OutsidePage() {
  const t = useT()
  const online = useOnline()
  const { token } = useParams({ from: '/o/$token' })
  const client = useQueryClient()
  const { data, error } = useQuery(guestQuery(token))
  /** How often something was sent since the page was opened: each time its forms open anew. */
  const [sent, setSent] = useState(0)
  const top = useRef<HTMLElement>(null)
  const company = data?.company ?? null
  const heading = data?.page?.heading ?? null
  useEffect(() => {
    document.title = [heading && t(heading), company && t(company)].filter(Boolean).join(' · ') || '闭环 Bihuan'
  }, [heading, company, t])
  const onDone = (answer: GuestAnswer) => {
    client.setQueryData(guestQuery(token).queryKey, (before: GuestAnswer | undefined) => ({ ...before, ...answer }))
    setSent(times => times + 1)
    top.current?.focus()
    scrollTo({ top: 0 })
  }

  return (
    <div className="guest">
      <header className="guest-top">
        <b>{company ? t(company) : '\u00a0'}</b>
        {data?.demo && <span className="tag warn">{t(text('演示', 'Demo'))}</span>}
        <span className="sp" />
        <LanguageSwitch />
      </header>
      <main className="guest-main" ref={top} tabIndex={-1}>
        {!online && data && (
          <p className="notice warn" role="alert">
            {t(
              text(
                '网络已断开。填写的内容保存在本机，网络恢复后再提交即可，不会重复登记。',
                'You are offline. What you type is kept on this device; submit it when the network is back. Nothing happens twice.',
              ),
            )}
          </p>
        )}
        {data ? (
          <Guest key={sent} token={token} answer={data} sent={sent > 0} onDone={onDone} />
        ) : error ? (
          <NotOpen error={error} />
        ) : (
          <Bones rows={8} />
        )}
      </main>
    </div>
  )
}

interface GuestProps {
  readonly token: string
  readonly answer: GuestAnswer
  /** Something was sent since the page was opened. */
  readonly sent: boolean
  readonly onDone: (answer: GuestAnswer) => void
}

function Guest({ token, answer, sent, onDone }: GuestProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const { page, steps, expiresAt, zone = 'Asia/Shanghai' } = answer
  if (!page)
    return (
      <Panel mark="done" tone="ok" alone title={t(text('已收到，谢谢', 'Received, thank you'))}>
        <p>{t(text('没有其他需要填写的内容，可以关闭本页。', 'Nothing more is asked: you may close this page.'))}</p>
      </Panel>
    )
  return (
    <>
      <div className="guest-head">
        <p className="sub">{t({ zh: `致 ${page.reader}`, en: `To ${page.reader}` })}</p>
        <h1>{t(page.heading)}</h1>
        <div role="status">
          {page.thanks ? (
            <p className="notice ok">{t(page.thanks)}</p>
          ) : (
            sent && (
              <p className="notice ok">
                {steps.length > 0
                  ? t(text('已收到，谢谢。还请填写下面的内容。', 'Received, thank you. Please answer the rest below.'))
                  : t(text('已收到，谢谢。', 'Received, thank you.'))}
              </p>
            )
          )}
        </div>
        <p className="guest-lead">{t(page.lead)}</p>
      </div>
      <GuestSections sections={page.sections} />
      <GuestSteps token={token} zone={zone} steps={steps} answered={page.thanks !== null} onDone={onDone} />
      <ScanCodes codes={page.codes} />
      <footer className="guest-foot who">
        {page.ask && <p className="guest-ask">{t(page.ask)}</p>}
        {expiresAt && (
          <p>
            {t({
              zh: `本链接仅供贵单位使用，请勿转发；有效期至 ${format.full(expiresAt)}。`,
              en: `This link is for you alone: do not pass it on. It is valid until ${format.full(expiresAt)}.`,
            })}
          </p>
        )}
      </footer>
    </>
  )
}

interface GuestStepsProps {
  readonly token: string
  readonly zone: string
  readonly steps: readonly GuestStep[]
  /** Nothing more is needed; what is offered still is for whoever has more to say. */
  readonly answered: boolean
  readonly onDone: (answer: GuestAnswer) => void
}

/** What the guest is asked: the first form stands open while an answer is awaited, the others open on a press. */
function GuestSteps({ token, zone, steps, answered, onDone }: GuestStepsProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(answered ? undefined : steps.find(step => step.refusal === null)?.id)
  return steps.map(step => (
    <section key={step.id} className="card sec guest-step" aria-labelledby={`step-${step.id}`}>
      <h2 id={`step-${step.id}`}>{t(step.title)}</h2>
      {step.about && <p className="sub">{t(step.about)}</p>}
      {step.refusal ? (
        <p className="notice warn">{t(step.refusal)}</p>
      ) : step.id === open ? (
        <GuestForm token={token} zone={zone} step={step} onDone={onDone} />
      ) : (
        <button type="button" className="btn wide" onClick={() => setOpen(step.id)}>
          {t({ zh: `去填写：${step.title.zh}`, en: `Open: ${step.title.en}` })}
        </button>
      )}
    </section>
  ))
}

/** A link that does not open: why, and whom to ask. */
function NotOpen({ error }: { readonly error: Error }): ReactNode {
  const t = useT()
  if (error instanceof OfflineError)
    return (
      <Panel mark="offline" tone="warn" alone title={t(text('没有连上服务器', 'The server was not reached'))}>
        <p>
          {t(
            text(
              '请检查手机网络，恢复后本页会自动打开；若一直如此，请稍后再试或联系发函单位。',
              'Check the network of your telephone: this page opens by itself once it is back. If not, try later or ask the company that wrote to you.',
            ),
          )}
        </p>
      </Panel>
    )
  const sentence =
    error instanceof RefusedError
      ? error.first.sentence
      : text(
          '本页出了差错，请重新打开链接；若仍不行，请联系发函单位。',
          'This page has a fault: open the link again; if that does not help, ask the company that wrote to you.',
        )
  const dead = error instanceof RefusedError && error.status === 404
  return (
    <Panel
      mark="refused"
      tone="warn"
      alone
      title={dead ? t(text('链接打不开', 'The link does not open')) : t(text('现在还不行', 'Not now'))}
    >
      <p>{t(sentence)}</p>
    </Panel>
  )
}
