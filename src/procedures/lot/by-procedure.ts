import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'

/**
 * A move that another procedure's step starts and nobody makes by hand: goods leave by the outbound check, come back by the
 * return procedure and are destroyed by the destruction procedure, each with its own papers and signatures.
 */
export const startedBy =
  (procedure: Text, clause: string) =>
  ({ actor }: { readonly actor: { readonly via: string } }): Refusals => [
    actor.via !== 'system' &&
      refuse(
        'by-procedure',
        text(
          `这一步由“${procedure.zh}”办理，请到该程序中操作。`,
          `This happens through "${procedure.en}": take the step there.`,
        ),
        { kind: 'forbidden', clause },
      ),
  ]

/** Who keeps stock. */
export const STOCK_KEEPERS: readonly string[] = ['warehouse', 'warehouse-head']
