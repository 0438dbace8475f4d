import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, endOfDay } from '../../../kernel/time.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { roundKey, untilEndOf } from '../deadlines.ts'
import { writeLetter } from '../letter.ts'
import { answerDays, linkGraceDays } from '../policies.ts'
import { QUALITY } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'
import { effects, liabilities, verdicts } from '../wording.ts'

/** Quality judges the answer, or that none came, and what it means for the supplier's record. */
export const evaluateSupplierInquiry = supplierInquiryCommand('evaluate', {
  title: text('评价答复', 'Evaluate the answer'),
  about: text(
    '不充分的退回再答；评价结果记入供货单位档案。',
    'An insufficient answer is asked for again; the verdict goes on the supplier’s record.',
  ),
  fulfils: ['S01-4.6b'],
  from: ['sent', 'answered'],
  to: 'evaluated',
  by: QUALITY,
  input: z.object({
    verdict: choice(text('评价', 'Verdict'), verdicts),
    liability: choice(text('责任方', 'Liable'), liabilities, {
      when: { field: 'verdict', is: ['satisfactory', 'no-answer'] },
    }).optional(),
    effect: choice(text('对供货单位档案的影响', 'Effect on the supplier’s record'), effects, {
      when: { field: 'verdict', is: ['satisfactory', 'no-answer'] },
    }).optional(),
    evaluation: paragraph(text('评价说明', 'Evaluation')),
    dueOn: field(daySchema, {
      title: text('补充答复期限', 'New answer due on'),
      widget: 'day',
      when: { field: 'verdict', is: ['insufficient'] },
    }).optional(),
  }),
  facts: ['answers'],
  check: ({ record, input, now, zone }) => [
    record.state === 'sent' &&
      input.verdict !== 'no-answer' &&
      refuse(
        'no-answer-yet',
        text(
          `${record.partyName}尚未答复；要评价，请先登记答复，或在期限过后判为逾期未答复。`,
          `${record.partyName} has not answered: first record its answer, or judge after the due day that none came.`,
        ),
        { field: 'verdict' },
      ),
    record.state === 'sent' &&
      input.verdict === 'no-answer' &&
      dayOf(now, zone) <= record.dueOn &&
      refuse(
        'still-time',
        text(
          `答复期限为 ${record.dueOn}，未到期不能判为逾期；请等待或催复。`,
          `The answer is due on ${record.dueOn}: wait until that day is over, or remind the supplier.`,
        ),
        { field: 'verdict' },
      ),
    record.state === 'answered' &&
      input.verdict === 'no-answer' &&
      refuse('answered', text('供货单位已答复，请评价其答复内容。', 'The supplier did answer: judge what it said.'), {
        field: 'verdict',
      }),
    input.verdict !== 'insufficient' &&
      !(input.liability && input.effect) &&
      refuse(
        'effect-missing',
        text(
          '请选择责任方和对供货单位档案的影响。',
          'Choose who is liable and what it means for the supplier’s record.',
        ),
        { field: input.liability ? 'effect' : 'liability' },
      ),
    input.verdict === 'insufficient' &&
      (!input.dueOn || input.dueOn < dayOf(now, zone)) &&
      refuse(
        'due-missing',
        text('要求补充答复时，请给出今天以后的新期限。', 'To ask again, give a new day from today on.'),
        { field: 'dueOn' },
      ),
  ],
  change: ({ record, input, facts, policy, now, zone, actor }) => {
    const last = facts.answers.at(-1)
    const rows =
      last && record.state === 'answered'
        ? [{ child: 'answer', id: last.id, set: { verdict: input.verdict, evaluation: input.evaluation } }]
        : []
    const judged = { evaluation: input.evaluation, evaluatedAt: now, evaluatedByName: actor.name }
    const meet = [{ deadline: 'evaluation', key: roundKey(record.round) }]
    if (input.verdict === 'insufficient' && input.dueOn) {
      const round = record.round + 1
      const asked = {
        round,
        dueOn: input.dueOn,
        linkUntil: endOfDay(addDays(input.dueOn, policy(linkGraceDays)), zone),
        question: `${record.question}\n\n${input.evaluation}`,
      }
      return {
        to: 'sent',
        set: { ...judged, ...asked, verdict: input.verdict, letterState: 'waiting' as const },
        rows,
        meet,
        open: [{ deadline: 'answer', key: roundKey(round), from: now, limit: untilEndOf(input.dueOn, now, zone) }],
        start: [writeLetter({ ...record, ...asked }, false)],
      }
    }
    return {
      set: {
        ...judged,
        verdict: input.verdict,
        liability: input.liability ?? null,
        effect: input.effect ?? null,
      },
      rows,
      meet,
      cancel:
        record.state === 'sent'
          ? [
              {
                deadline: 'answer',
                key: roundKey(record.round),
                reason: text('供货单位逾期未答复，已评价', 'the supplier did not answer; judged without an answer'),
              },
            ]
          : [],
    }
  },
  tell: ({ record, input }) =>
    input.verdict === 'insufficient'
      ? text(
          `答复不充分，请于 ${record.dueOn} 前补充：${input.evaluation}`,
          `not enough; to be answered again by ${record.dueOn}: ${input.evaluation}`,
        )
      : text(
          `评价：${verdicts[input.verdict].zh}，对供货单位档案${input.effect ? effects[input.effect].zh : ''}。${input.evaluation}`,
          `verdict: ${verdicts[input.verdict].en.toLowerCase()}, effect on its record: ${input.effect ? effects[input.effect].en.toLowerCase() : ''}. ${input.evaluation}`,
        ),
  fill: ({ record, policy, now, zone }) => ({
    ...(record.state === 'sent' && { verdict: 'no-answer' as const }),
    dueOn: addDays(dayOf(now, zone), policy(answerDays)),
  }),
  rank: 15,
})
