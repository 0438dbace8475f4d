import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { CLASSIFY } from '../case-roles.ts'
import { classified, countedFrom, firstClocks, INVESTIGATION_CLOCKS, safetyAnswers } from '../classification.ts'
import { complaintCommand } from '../complaint-command.ts'
import { nextDailyContact } from '../daily-contact.ts'
import { intake } from '../fields.ts'
import { severities } from '../severity.ts'
import { classOf, defects, keysOf, kinds, owners, urgencies } from '../taxonomy.ts'

/** S10-3.2a, S28-4.1, S28-4.3: it is a complaint, of which kind, how urgent, how grave, and whose. */
export const acceptComplaint = complaintCommand('accept', {
  title: text('受理分类', 'Accept and classify'),
  about: text(
    '判定类别、急迫与严重程度，并按类别归口。',
    'Settle kind, urgency and severity; the class decides the owner.',
  ),
  fulfils: [
    'S10-3.2a',
    'S10-3.1a',
    'S10-6.1.2a',
    'S01-4.3a',
    'S10-5.2a',
    'S28-4.1a',
    'S28-4.1c',
    'S28-4.3c',
    'S28-4.3e',
    'S28-4.3f',
    'S28-3.1b',
    'S02-4.3.2d',
  ],
  from: ['registered'],
  to: 'accepted',
  by: CLASSIFY,
  input: z.object({
    kind: intake.kind,
    urgency: intake.urgency,
    harmHappened: intake.harmHappened,
    couldHarm: intake.couldHarm,
    treatmentAffected: intake.treatmentAffected,
    functionLost: intake.functionLost,
    legalComplaint: field(z.boolean(), {
      title: text('属法规意义上的投诉', 'Complaint in the legal sense'),
      hint: text(
        '已放行器械的七类缺陷，或影响性能的服务不足',
        'one of seven kinds of defect of a released device, or service that affects its performance',
      ),
      widget: 'yes-no',
    }),
    legalDefects: field(z.array(z.enum(keysOf(defects))).max(8), {
      title: text('缺陷类型', 'Kinds of defect'),
      widget: 'choices',
      options: defects,
      when: { field: 'legalComplaint', is: [true] },
    }).default([]),
  }),
  check: ({ record, input }) => [
    input.legalComplaint &&
      input.legalDefects.length === 0 &&
      refuse(
        'defect-missing',
        text(
          '属法规意义上的投诉时，请至少选择一种缺陷类型。',
          'For a complaint in the legal sense, choose at least one kind of defect.',
        ),
        { field: 'legalDefects', clause: 'S10-3.2a' },
      ),
    input.urgency === 'general' &&
      input.functionLost === 'yes' &&
      refuse(
        'urgent-by-definition',
        text(
          '重要特性或功能无法使用即为紧迫，请把急迫程度改为“紧迫”。',
          'A key feature or function is unusable, so the case is urgent: set the urgency to urgent.',
        ),
        { field: 'urgency', clause: 'S28-4.3f' },
      ),
    record.urgency === 'urgent' &&
      input.urgency === 'general' &&
      input.functionLost === 'unknown' &&
      refuse(
        'urgency-not-settled',
        text(
          '登记时为紧迫：要改为一般，请先弄清重要功能是否可用。',
          'It was registered as urgent: to make it general, first establish that the key functions work.',
        ),
        { field: 'functionLost', clause: 'S28-4.3f' },
      ),
    classOf(input.kind) === 'quality' &&
      !record.productName &&
      !record.udiDi &&
      refuse(
        'product-missing',
        text(
          '产品质量类投诉须有产品：请先用“更正”补上产品名称。',
          'A quality complaint names a device: first add the product by a correction.',
        ),
        { field: 'kind' },
      ),
  ],
  change: ({ record, input, policy, now, actor, zone }) => {
    const classes = classified(input, policy)
    const from = countedFrom(record, policy, now)
    // A clock that runs moves only to an earlier end, so opening all of them again is safe; those that were met stay met.
    const clocks = firstClocks(classes, from, policy).filter(
      clock =>
        !(clock.deadline === 'contact' && record.firstContactAt) &&
        !(clock.deadline === 'ae-screen' && record.aeState !== 'unscreened'),
    )
    const notices =
      input.legalComplaint && classOf(input.kind) === 'quality'
        ? [
            { deadline: 'holder-notice', key: 'registrant', from, note: text('注册人/备案人', 'registrant') },
            { deadline: 'holder-notice', key: 'supplier', from, note: text('供货者', 'supplier') },
          ]
        : []
    const daily =
      classes.urgency === 'urgent' && record.lastContactAt ? nextDailyContact(record, record.lastContactAt, zone) : null
    return {
      set: {
        ...classes,
        legalComplaint: input.legalComplaint,
        legalDefects: input.legalComplaint ? input.legalDefects : [],
        acceptedAt: now,
        acceptedByName: actor.name,
        ...(daily && { dailyContactDay: daily.key }),
      },
      open: [...clocks, ...notices, ...(daily ? [daily] : [])],
      ...(record.investigated &&
        !classes.investigated && {
          cancel: INVESTIGATION_CLOCKS.map(deadline => ({
            deadline,
            reason: text(
              `判定为${kinds[input.kind].zh}，不适用`,
              `accepted as ${kinds[input.kind].en}: does not apply`,
            ),
          })),
        }),
    }
  },
  tell: ({ record, input }) => {
    const severity = severities[record.severity ?? 'S1']
    const sure = record.severityProvisional ? text('（待确认）', ' (provisional)') : text('', '')
    return text(
      `受理为${kinds[input.kind].zh}，${urgencies[record.urgency].zh}，${severity.zh}${sure.zh}，由${owners[record.ownerRole].zh}负责`,
      `accepted as ${kinds[input.kind].en}, ${urgencies[record.urgency].en.toLowerCase()}, ${severity.en}${sure.en}, owned by ${owners[record.ownerRole].en}`,
    )
  },
  fill: ({ record }) => ({
    kind: record.kind,
    urgency: record.urgency,
    ...safetyAnswers(record),
    ...(record.legalComplaint !== null && { legalComplaint: record.legalComplaint }),
    legalDefects: record.legalDefects,
  }),
  rank: 5,
})
