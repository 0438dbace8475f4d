import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { ProcedureEntry } from '../answers.ts'
import { useT } from '../language.tsx'
import { Empty } from '../state/empty.tsx'

/** A register without records: how the first comes to stand there. */
export function NothingYet({ news }: { readonly news: ProcedureEntry['news'] }) {
  const t = useT()
  return (
    <Empty
      title={t(text('台账里还没有记录', 'The register is empty'))}
      actions={news.slice(0, 1).map(command => (
        <Link key={command.id} to="/new/$command" params={{ command: command.id }} search={{}} className="btn p">
          {t(command.title)}
        </Link>
      ))}
    >
      <p>
        {t(
          news.length > 0
            ? text('登记第一条后，这里就会出现。', 'It shows here once the first one is registered.')
            : text(
                '这类记录不由您登记；有关岗位登记或系统生成后，这里就会出现。',
                'You do not register these: they show here once somebody in charge, or the system, makes one.',
              ),
        )}
      </p>
    </Empty>
  )
}
