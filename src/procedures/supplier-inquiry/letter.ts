import type { Start } from '../../kernel/command.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

/** Device and lot in one line. */
const goodsLine = (record: Pick<SupplierInquiryRow, 'productName' | 'model' | 'lotNo'>): string =>
  [record.productName, record.model, record.lotNo && `批号 ${record.lotNo}`].filter(Boolean).join(' ')

/** The letter with the link to the answer; `again` presses for an answer that is late. */
export function writeLetter(record: SupplierInquiryRow, again: boolean): Start {
  const subject = `${again ? '【催复】' : ''}质量查询函 ${record.number}：${goodsLine(record)}`
  const subjectEn = `${again ? 'Reminder: ' : ''}Quality inquiry ${record.number}: ${record.productName}`
  return {
    command: 'message.write',
    link: 'message',
    input: {
      procedure: 'supplier-inquiry',
      recordId: record.id,
      recordNumber: record.number,
      guestId: null,
      partyId: record.partyId,
      toName: record.partyName.slice(0, 200),
      toContact: record.contactPerson,
      toEmail: record.email,
      subject: subject.slice(0, 200),
      body: [
        `${record.partyName}：`,
        ...(again ? ['我公司此前发出的质量查询尚未收到贵单位的答复，请尽快办理。'] : []),
        `贵单位供应的${goodsLine(record)}，现需查询：`,
        record.question,
        `请于 ${record.dueOn} 前打开下面的链接书面答复，写明原因和纠正措施：`,
        '{link}',
        '不便上网的，请将加盖公章的书面答复寄送、传真或发邮件至我公司质量管理部。',
      ].join('\n\n'),
      english: {
        subject: subjectEn.slice(0, 200),
        body: [
          `${record.partyName}:`,
          ...(again ? ['We have not had your answer to our quality inquiry yet; please see to it soon.'] : []),
          `About the goods that you supplied (${goodsLine(record)}) we ask:`,
          record.question,
          `Please answer by ${record.dueOn} through this link, with the cause and your corrective measures:`,
          '{link}',
          'If you cannot open it, send your signed answer to our quality management.',
        ].join('\n\n'),
      },
      expiresAt: record.linkUntil,
      form: { procedure: 'supplier-inquiry', form: 'supplier-inquiry-letter', id: record.id },
    },
  }
}
