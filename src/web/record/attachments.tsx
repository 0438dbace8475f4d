import { useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import type { AttachmentRow } from '../answers.ts'
import { Mark } from '../form/mark.tsx'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Lightbox } from './lightbox.tsx'

const KILO = 1024
/** A size as people say it. */
const sizeText = (bytes: number): string =>
  bytes < KILO
    ? `${bytes} B`
    : bytes < KILO * KILO
      ? `${Math.round(bytes / KILO)} kB`
      : `${(bytes / KILO / KILO).toFixed(1)} MB`

/** Purposes that a step gives by itself, without asking. */
const STEPS: Readonly<Record<string, Text>> = {
  intake: { zh: '客户来件', en: 'From the customer' },
  solution: { zh: '处理资料', en: 'Solution' },
  'document-file': { zh: '文件原件', en: 'Text of the document' },
  'adverse-event-report': { zh: '不良事件报告', en: 'Adverse event report' },
}

/** The files of a record; pictures and PDF files open here, others are saved. */
export function Attachments({
  attachments,
  people,
  purposes,
}: {
  readonly attachments: readonly AttachmentRow[]
  readonly people: Readonly<Record<string, string>>
  readonly purposes: Readonly<Record<string, Text>>
}) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<number | null>(null)
  const purposeOf = (purpose: string | null) => {
    const words = purpose ? (purposes[purpose] ?? STEPS[purpose]) : undefined
    return words && t(words)
  }
  const shown = open === null ? undefined : attachments[open]
  if (attachments.length === 0)
    return (
      <p className="sub">
        {t({
          zh: '还没有附件。照片、检测报告等在各步骤的表单里添加。',
          en: 'No attachments yet. Photographs and test reports are added in the forms of the steps.',
        })}
      </p>
    )
  return (
    <>
      <ul className="files">
        {attachments.map((item, at) => (
          <li key={item.id}>
            <button type="button" onClick={() => setOpen(at)}>
              {item.mediaType.startsWith('image/') ? (
                <img src={`/api/attachments/${item.id}`} alt="" loading="lazy" />
              ) : (
                <span className="file-kind">{item.mediaType === 'application/pdf' ? 'PDF' : <Mark name="file" />}</span>
              )}
              <span>
                {item.name}
                <small>
                  {[
                    purposeOf(item.purpose),
                    sizeText(item.size),
                    people[item.uploadedBy],
                    format.instant(item.uploadedAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown && open !== null && (
        <Lightbox
          attachment={shown}
          go={step => setOpen((open + step + attachments.length) % attachments.length)}
          many={attachments.length > 1}
          close={() => setOpen(null)}
        />
      )}
    </>
  )
}
