import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { navigation } from '../shell/navigation.ts'

/** Where an inspector begins: what is open to him, and how to ask for more. */
export function InspectorHome() {
  const t = useT()
  const meta = useMeta()
  useEffect(() => {
    document.title = `${t(text('本次检查', 'This inspection'))} · 闭环 Bihuan`
  }, [t])
  return (
    <>
      <div className="page-head">
        <h1>{t(text('本次检查', 'This inspection'))}</h1>
        <span className="sub">{t(meta.company)}</span>
      </div>
      <div className="inspector-groups">
        {navigation(meta).map(group => (
          <section key={group.id} className="card sec" aria-labelledby={`home-${group.id}`}>
            <h2 id={`home-${group.id}`}>{t(group.title)}</h2>
            <ul>
              {group.places.map(place => (
                <li key={place.to}>
                  <Link to={place.to} preload={false}>
                    {t(place.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="who inspector-more">
        {t(
          text(
            '患者健康信息已遮盖。需要其他程序、期间或资料的，请向公司质量负责人提出，由其登记要求、指定答复人和期限。',
            'Health data of patients is hidden. For other procedures, periods or papers ask the company’s quality head, who writes the request down with who answers and by when.',
          ),
        )}
      </p>
    </>
  )
}
