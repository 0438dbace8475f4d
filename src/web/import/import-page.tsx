import './import.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { request } from '../api.ts'
import { useLanguage, useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { Columns } from './columns.tsx'
import { keyOf, type TableKind } from './table-kind.ts'
import { TableUpload } from './table-upload.tsx'

/** Takes over tables from another system: choose what, get the template, try it dry, import it. */
export function ImportPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { table: chosen } = useSearch({ from: '/shell/import' })
  const kinds = useQuery({ queryKey: ['import'], queryFn: () => request<readonly TableKind[]>('/api/import') })
  const kind = kinds.data?.find(item => keyOf(item) === chosen) ?? kinds.data?.[0]
  useEffect(() => {
    document.title = `${t(text('数据导入', 'Data import'))} · 闭环 Bihuan`
  }, [t])
  return (
    <>
      <div className="page-head">
        <h1>{t(text('数据导入', 'Data import'))}</h1>
        <span className="sub">
          {t(
            text(
              '先试导入，列出所有问题；全部无误才写入，重复导入不产生重复数据。',
              'Tried first, with every fault listed; written only when all is right; the same table twice makes nothing double.',
            ),
          )}
        </span>
        <span className="sp" />
        <Link to="/$procedure" params={{ procedure: 'data-import' }} search={{}} className="btn">
          {t(text('导入台账', 'Register of imports'))}
        </Link>
      </div>
      {kinds.error && !kinds.data ? (
        <Refused error={kinds.error} again={() => void kinds.refetch()} />
      ) : !kinds.data ? (
        <div className="card sec">
          <Bones rows={8} height={28} />
        </div>
      ) : !kind ? (
        <div className="card">
          <Empty title={t(text('您的角色没有可导入的表', 'Your role imports no table'))}>
            <p>
              {t(
                text(
                  '产品与单位由质量管理部导入，批次、库存和出库由仓库导入。',
                  'Products and parties are imported by quality; lots, stock and deliveries by the warehouse.',
                ),
              )}
            </p>
          </Empty>
        </div>
      ) : (
        <div className="import">
          <nav className="card import-kinds" aria-label={t(text('导入什么', 'What to import'))}>
            {kinds.data.map(item => (
              <button
                key={keyOf(item)}
                type="button"
                aria-current={item === kind ? 'page' : undefined}
                onClick={() => void navigate({ to: '/import', search: { table: keyOf(item) }, replace: true })}
              >
                <strong>{t(item.title)}</strong>
                <span className="who">{t(item.about)}</span>
              </button>
            ))}
          </nav>
          <div className="stack">
            <section className="card sec">
              <div className="row wrap">
                <h2>{t(text('1. 按模板准备', '1. Prepare the table'))}</h2>
                <span className="sp" />
                <a
                  className="btn"
                  href={`/api/import/${kind.procedure}/${kind.name}/template.xlsx?lang=${language === 'zh-Hans' ? 'zh' : language}`}
                >
                  <Icon name="download" size={14} />
                  {t(text('下载模板', 'Download the template'))}
                </a>
              </div>
              <Columns columns={kind.columns} />
            </section>
            <TableUpload key={keyOf(kind)} kind={kind} />
          </div>
        </div>
      )}
    </>
  )
}
