import { useEffect, useRef } from 'react'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

const KEYS = [
  {
    keys: ['Ctrl', 'K'],
    does: text('搜索记录、人员、批号、条款，或开始一项工作', 'Find a record, person, lot or clause, or begin work'),
  },
  { keys: ['Tab'], does: text('到下一个链接、按钮或填写项', 'To the next link, button or field') },
  {
    keys: ['j', 'k'],
    does: text('台账中下一行、上一行（也可用上下方向键）', 'Next and previous row of a register (arrow keys too)'),
  },
  { keys: ['Enter'], does: text('打开所在行，或提交', 'Open the row, or submit') },
  { keys: ['Esc'], does: text('关闭窗口或列表', 'Close a window or list') },
  { keys: ['?'], does: text('显示本页', 'Show this list') },
] as const

/** The keys of the product; `?` shows them from everywhere but a field. */
export function KeysDialog({ close }: { readonly close: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{t(text('键盘操作', 'Keys'))}</h2>
      <table className="table keys-table">
        <tbody>
          {KEYS.map(({ keys, does }) => (
            <tr key={keys.join()}>
              <th scope="row">
                {keys.map(key => (
                  <kbd key={key} className="kbd">
                    {key}
                  </kbd>
                ))}
              </th>
              <td>{t(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog" className="row keys-foot">
        <span className="sp" />
        <button type="submit" className="btn">
          {t(text('关闭', 'Close'))}
        </button>
      </form>
    </dialog>
  )
}
