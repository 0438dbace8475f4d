import { Link } from '@tanstack/react-router'
import { text } from '../../../kernel/text.ts'
import type { LedgerPage } from '../../../web/answers.ts'
import { useRead } from '../../../web/api.ts'
import { CopyState } from '../../../web/copy/copy-state.tsx'
import { useCopy } from '../../../web/copy/use-copy.ts'
import { useLanguage, useT } from '../../../web/language.tsx'
import { Icon } from '../../../web/shell/icons.tsx'

/** States of a letter that waits to be printed and brought, as the register of letters filters them. */
const TO_BRING = 'to-print,failed'

/** Letters of the notice that nobody has brought yet: how many, and all of them in one file for the printer. */
export function WaitingLetters({ recordId }: { readonly recordId: string }) {
  const t = useT()
  const { language } = useLanguage()
  const copy = useCopy()
  const { data } = useRead<LedgerPage>('message.ledger', {
    'filter.recordId': recordId,
    'filter.state': TO_BRING,
    limit: 1,
  })
  const count = data?.count.value ?? 0
  if (count === 0) return null
  return (
    <>
      <div className="row wrap waiting-letters">
        <span>{t(text(`${count} 封函件待打印送达`, `${count} letters wait to be printed and brought`))}</span>
        <span className="sp" />
        <Link
          to="/$procedure"
          params={{ procedure: 'message' }}
          search={{ 'f.recordId': recordId, 'f.state': TO_BRING }}
          className="btn"
        >
          {t(text('逐封办理', 'See them'))}
        </Link>
        <a
          className="btn"
          href={`/api/print/message/letters?record=${recordId}&lang=${language === 'zh-Hans' ? 'zh' : language}`}
          onClick={copy.take('open')}
        >
          <Icon name="print" size={14} />
          {t(text('全部打印', 'Print all'))}
        </a>
      </div>
      <CopyState copy={copy} />
    </>
  )
}
