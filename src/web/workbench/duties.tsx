import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'

/** Today's recurring work. Its place stands; the work comes with the procedure that declares it. */
export function Duties() {
  const t = useT()
  const { procedures } = useMeta()
  // Duties are run by the oversight procedure; until it is installed nobody owes any.
  const run = procedures.some(procedure => procedure.name === 'oversight')
  return (
    <section className="card sec" aria-labelledby="duties-title">
      <h2 id="duties-title">{t(text('今天的例行工作', "Today's duties"))}</h2>
      <div className="duties-none">
        <svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">
          <rect x="8" y="10" width="32" height="30" rx="3" />
          <path d="M8 19h32M16 6v8M32 6v8" />
        </svg>
        <p className="who">
          {run
            ? t(text('今天没有例行工作。', 'No duties today.'))
            : t(
                text(
                  '温湿度记录、设备巡视、季度评审等例行工作随监督程序启用；启用后按时段列在这里。',
                  'Temperature logs, rounds and reviews come with the oversight procedure; once it runs, they stand here by their time windows.',
                ),
              )}
        </p>
      </div>
    </section>
  )
}
