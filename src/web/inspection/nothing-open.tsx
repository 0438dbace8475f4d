import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { metaQuery } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'

/** The one page of an inspector for whom no inspection is open: who opens it. */
export function NothingOpen() {
  const t = useT()
  const client = useQueryClient()
  const { me, company } = useMeta()
  useEffect(() => {
    document.title = `${t(text('尚未开通', 'Nothing is open'))} · 闭环 Bihuan`
  }, [t])
  return (
    <section className="card sec nothing-open">
      <Icon name="person" size={28} />
      <h1>{t(text('现在没有开通的检查', 'No inspection is open'))}</h1>
      <p className="who">
        {me.name} · {t(company)}
      </p>
      {me.inspecting?.sentence && <p>{t(me.inspecting.sentence)}</p>}
      <button
        type="button"
        className="btn p"
        onClick={() => void client.invalidateQueries({ queryKey: metaQuery.queryKey })}
      >
        {t(text('开通后重新查看', 'Look again'))}
      </button>
    </section>
  )
}
