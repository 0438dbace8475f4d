import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

/** Chooses between the list and the board of a register. */
export function ShownAs({
  isBoard,
  onChange,
}: {
  readonly isBoard: boolean
  readonly onChange: (as: 'board' | undefined) => void
}) {
  const t = useT()
  return (
    <fieldset className="seg ledger-as">
      <legend className="sr">{t(text('显示为', 'Shown as'))}</legend>
      <button type="button" aria-pressed={!isBoard} onClick={() => onChange(undefined)}>
        {t(text('列表', 'List'))}
      </button>
      <button type="button" aria-pressed={isBoard} onClick={() => onChange('board')}>
        {t(text('看板', 'Board'))}
      </button>
    </fieldset>
  )
}
