import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Answer } from '../../../web/answers.ts'
import { useT } from '../../../web/language.tsx'

interface RegisteredProps {
  readonly answer: Answer
  /** How long it took, as a stop-watch shows it. */
  readonly took: string
  readonly another: () => void
}

/** The number, large enough to be read out to the caller. */
export function Registered({ answer, took, another }: RegisteredProps) {
  const t = useT()
  const open = useRef<HTMLAnchorElement>(null)
  useEffect(() => open.current?.focus(), [])
  const { number } = answer.record
  return (
    <div className="card registered" role="status">
      <p className="sub">{t({ zh: `已登记，用时 ${took}`, en: `Registered in ${took}` })}</p>
      <p className="registered-number mono">{number}</p>
      <p>{t(answer.told)}</p>
      <p className="sub">
        {t({ zh: '可把编号告诉客户，便于查询进展。', en: 'Give the number to the customer, to ask about progress.' })}
      </p>
      <div className="row wrap">
        <Link ref={open} to="/$procedure/$id" params={{ procedure: 'complaint', id: number }} className="btn p">
          {t({ zh: '打开记录', en: 'Open the record' })}
        </Link>
        <button type="button" className="btn" onClick={another}>
          {t({ zh: '再登记一件', en: 'Register another' })}
        </button>
      </div>
    </div>
  )
}
