import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

/** Grey lines where content will stand. Keeps its place at once and shows itself only after 300 ms. */
export function Bones({ rows = 6, height = 18 }: { readonly rows?: number; readonly height?: number }) {
  const t = useT()
  return (
    <div className="bones" role="status" aria-busy="true">
      <span className="sr appear">{t(text('正在读取', 'Loading'))}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <i key={row} className="bone appear" style={{ height, width: `${[92, 78, 85, 64, 88, 71][row % 6]}%` }} />
      ))}
    </div>
  )
}

/** A page that is on its way. */
export function Loading() {
  return (
    <div className="loading-page">
      <Bones rows={9} />
    </div>
  )
}
