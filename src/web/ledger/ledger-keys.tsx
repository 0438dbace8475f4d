import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

/** The keys of a register, in one line below it. */
export function LedgerKeys() {
  const t = useT()
  return (
    <p className="who ledger-keys">
      {t(
        text(
          '键盘：/ 搜索 · j 进入列表，j k 或 ↑ ↓ 移动 · 回车打开 · Ctrl K 全局搜索',
          'Keys: / search · j goes into the list, j k or ↑ ↓ move · Enter opens · Ctrl K searches everything',
        ),
      )}
    </p>
  )
}
