import { text } from '../../kernel/text.ts'
import { RefusedError } from '../api.ts'
import { useT } from '../language.tsx'

/** Why a small form was not accepted, in one line. */
export function Fault({ error }: { readonly error: Error }) {
  const t = useT()
  return (
    <p className="notice late" role="alert">
      {error instanceof RefusedError
        ? error.refusals.map(refusal => t(refusal.sentence)).join(' ')
        : t(
            text(
              '服务器没有应答，未作任何改动；请稍后再试，输入已保留。',
              'The server does not answer; nothing was changed. Try again, what you typed is kept.',
            ),
          )}
    </p>
  )
}
