import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'

/** Leads to the newer and the older page; null where there is none. */
export function Pager({
  first,
  last,
  onNewer,
  onOlder,
}: {
  readonly first: number
  readonly last: number
  readonly onNewer: (() => void) | null
  readonly onOlder: (() => void) | null
}) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="row ledger-foot">
      <button type="button" className="btn" aria-disabled={onNewer === null} onClick={() => onNewer?.()}>
        <Icon name="left" size={14} />
        {t(text('上一页', 'Newer'))}
      </button>
      <span className="sub num">
        {t(
          text(
            `第 ${format.number(first)}–${format.number(last)} 条`,
            `${format.number(first)}–${format.number(last)}`,
          ),
        )}
      </span>
      <button
        type="button"
        className="btn"
        aria-disabled={onOlder === null}
        onClick={() => {
          if (!onOlder) return
          onOlder()
          scrollTo({ top: 0 })
        }}
      >
        {t(text('下一页', 'Older'))}
        <Icon name="right" size={14} />
      </button>
    </div>
  )
}
