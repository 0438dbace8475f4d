import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { Panel } from './panel.tsx'

/** An address that leads nowhere, where no frame stands around it. */
export const NoPageAtAll = () => (
  <main>
    <NoPage />
  </main>
)

/** An address that leads nowhere. */
export function NoPage() {
  const t = useT()
  return (
    <div className="lone">
      <Panel
        mark="empty"
        alone
        title={t(text('没有这个页面', 'There is no such page'))}
        actions={
          <a className="btn p" href="/">
            {t(text('回工作台', 'To the workbench'))}
          </a>
        }
      >
        <p>
          {t(
            text(
              '地址可能有误。请从工作台进入，或在上方搜索编号。',
              'The address may be wrong. Start from the workbench, or search for the number there.',
            ),
          )}
        </p>
      </Panel>
    </div>
  )
}
