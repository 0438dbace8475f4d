import { type Text, text } from '../kernel/text.ts'

/** A written procedure that the product answers, as it was handed over. */
export interface SourceDocument {
  readonly id: string
  readonly title: Text
  /** Document number on its cover, when it has one. */
  readonly number: string | null
  /** Revision on its cover, when it has one. */
  readonly revision: string | null
  /** Where the text breaks off or has a gap; nothing is made up for what is missing. Null: whole. */
  readonly cut: Text | null
  /** Its clauses, in its order: what follows `S01-` in their ids. */
  readonly clauses: readonly string[]
}

const document = (
  id: string,
  title: Text,
  rest: Partial<Pick<SourceDocument, 'number' | 'revision' | 'cut'>>,
  clauses: string,
): SourceDocument => ({ id, title, number: null, revision: null, cut: null, ...rest, clauses: clauses.split(/\s+/) })

/** The 28 written procedures, with every clause that they state. */
export const sourceDocuments: readonly SourceDocument[] = [
  document(
    'S01',
    text('医疗器械售后服务管理工作程序', 'Medical-device after-sales service management'),
    {},
    `1a 2a 3a 3b 3c 3d 4.1a 4.2a 4.2b 4.3a 4.4a 4.4b 4.4c 4.4d 4.4e 4.4f 4.4g 4.5a 4.5b 4.5c 4.6a 4.6b 4.6c 4.7a
     4.7b 4.7c 4.7d 4.7e 4.7f 5a`,
  ),
  document(
    'S02',
    text('公司售后服务管理程序（三）', 'Company after-sales service management (3)'),
    {},
    `1a 2a 3.1a 3.1b 3.2a 3.2b 3.3a 3.3b 3.3c 3.3d 3.4a 3.5a 3.5b 3.5c 3.6a 3.7a 3.7b 3.8a 3.8b 3.8c 3.9a 3.9b 4.1a
     4.1b 4.1c 4.2.1a 4.2.1b 4.2.2a 4.2.2b 4.2.3a 4.2.3b 4.2.3c 4.2.3d 4.2.3e 4.2.4a 4.2.5a 4.2.5b 4.2.6a 4.2.6b
     4.2.6c 4.2.6d 4.2.6e 4.2.6f 4.2.6g 4.2.7a 4.2.7b 4.2.7c 4.2.7d 4.2.8a 4.2.8b 4.2.9a 4.2.9b 4.2.10a 4.2.11a
     4.2.11b 4.3.1a 4.3.1b 4.3.1c 4.3.1d 4.3.2a 4.3.2b 4.3.2c 4.3.2d 4.3.3a 4.3.4a 4.3.4b 4.4a 5.0a 5.1a 5.2a 5.3a`,
  ),
  document(
    'S03',
    text('物业项目设备供应、安装商售后服务程序', 'After-sales service of vendors and installers of property equipment'),
    {},
    'D1a D1b D2a D3a D3b W1a W1b W1c W1d W1e W2a W2b W3a W3b W4a W5a W6a W7a W7b W8a W8b W8c W8d',
  ),
  document(
    'S04',
    text('与顾客有关的过程控制程序', 'Control of customer-related processes'),
    { number: 'YH/QP-07' },
    '1a 2a 3.1a 3.2a 3.2b 4.1a 4.2a 4.3a 4.3b 4.3c 4.3d 4.4a 4.5a 4.6a 4.7a 4.7b 4.7c 4.8a 4.8b 4.9a 4.9b 6a 5a',
  ),
  document(
    'S05',
    text(
      '与顾客有关的过程控制程序（ISO 13485:2016，经营部）',
      'Control of customer-related processes (ISO 13485:2016, operating department)',
    ),
    { cut: text('原文止于 4.3.1 f)', 'The text ends after 4.3.1 f)') },
    `1a 2a 3.1a 3.1b 3.2a 3.3a 3.4a 4.1.1a 4.1.2a 4.2.1a 4.2.1b 4.2.1c 4.2.1d 4.2.1e 4.2.1f 4.3.1a 4.3.1b 4.3.1c
     4.3.1d 4.3.1e 4.3.1f 4.3.1g`,
  ),
  document(
    'S06',
    text('与顾客有关过程控制程序', 'Control of customer-related processes'),
    { number: 'QP08', revision: 'A/0', cut: text('原文止于 6.1.3', 'The text ends after 6.1.3') },
    '0a 1a 2a 4a 5.1.1a 5.1.2a 5.1.3a 5.1.3b 5.2a 5.2b 5.3a 5.4a 6.1.1a 6.1.1b 6.1.1c 6.1.1d 6.1.1e 6.1.2a 6.1.3a',
  ),
  document(
    'S07',
    text('服务控制程序', 'Service control'),
    { number: 'YH/QP-12' },
    `1a 2a 3.1a 3.2a 3.3a 3.4a 3.5a 4.1a 4.1b 4.2a 4.3a 4.3b 4.4a 4.4b 4.5a 4.6a 4.6b 4.7a 4.7b 4.8a 4.8b 4.8c 4.9a
     6a`,
  ),
  document(
    'S08',
    text('生产和服务过程控制程序', 'Control of production and service provision'),
    { cut: text('原文止于 5.2.2.3，所附表格缺失', 'The text ends after 5.2.2.3; its forms are lost') },
    '1a 2a 3a 4.1a 4.2a 4.3a 4.4a 5.1.1a 5.1.2a 5.1.2b 5.2.1a 5.2.2.1a 5.2.2.2a 5.2.2.3a 5.2.2.3b',
  ),
  document(
    'S09',
    text('顾客沟通和反馈控制程序', 'Control of customer communication and feedback'),
    { cut: text('原文止于 5.4，所附表格缺失', 'The text ends after 5.4; its forms are lost') },
    '1a 1b 2a 3a 4.1a 4.2a 4.2b 5.1a 5.1b 5.1c 5.2a 5.2b 5.2c 5.3a 5.3b 5.3c 5.4a',
  ),
  document(
    'S10',
    text('顾客反馈和投诉控制程序', 'Customer feedback and complaint control'),
    { number: 'QP15', revision: 'A/0', cut: text('原文止于 6.1.2', 'The text ends after 6.1.2') },
    '0a 1a 2a 3.1a 3.2a 4a 5.1a 5.1b 5.2a 5.2b 5.2c 5.2d 5.3a 5.3b 6.1.1a 6.1.1b 6.1.1c 6.1.2a',
  ),
  document(
    'S11',
    text('记录控制程序', 'Control of records'),
    { revision: 'A/0', cut: text('原文止于 5.1.1 f)', 'The text ends after 5.1.1 f)') },
    `1a 1b 0a 2a 4.1a 4.1b 4.2a 4.3a 4.3b 5a 5b 5c 5.1a 5.1b 5.1c 5.1d 5.1.1a 5.1.1b 5.1.1c 5.1.1d 5.1.1e 5.1.1f
     5.1.1g 5.1.1h 5.1.1i`,
  ),
  document(
    'S12',
    text('与顾客有关的过程、合同评审控制程序', 'Control of customer requirements and contract review'),
    { number: 'QP-13485', cut: text('原标题和流程图缺失', 'Its title and flow chart are lost') },
    `1a 2a 3a 4.1a 4.2a 4.2b 4.2c 4.2d 4.2e 4.3a 5.1a 5.1b 5.1.1a 5.1.2a 5.1.3a 5.1.4a 5.1.5a 5.1.5b 5.1.6a 5.1.6b
     5.1.7a 5.2.1a 5.2.2a 5.2.2b 5.2.2c 5.2.2d 5.2.2e 5.2.2f 5.3.1a 5.3.2.1a 5.3.2.2a 5.3.3.1a 5.3.3.1b 5.3.3.1c
     5.3.3.1d 5.3.3.2a 5.3.3.2b 5.3.3.3a 5.3.3.3b 5.3.3.3c 5.3.3.4a 5.3.3.4b 5.3.3.4c 5.3.3.4d 5.3.3.4e 5.3.3.5a
     5.3.3.6a 5.3.3.6b 5.3.3.7a 5.4.1a 5.4.1b 5.4.1c 5.4.1d 5.4.1e 5.4.3a 5.4.3b 5.5.1a 5.5.1b 5.5.1c 5.5.2a 5.5.2b
     5.5.2c 5.5.2d 5.5.2e 5.5.3a 5.5.3b 5.5.3c 5.5.4a 5.6a 5.6b 5.6c 5.7.1a 5.7.2a 5.7.3a 5.7.3b 5.7.3c 5.8.1a
     5.8.1b 5.8.1c 5.8.2a 5.8.2b 5.8.2c 5.8.2d 5.8.2e 5.8.2f 5.8.2g 5.9.1a 5.9.2a 5.10.1a 5.10.2a 5.10.3a 5.10.4a
     5.10.5a 6a 6b 6c 7a`,
  ),
  document(
    'S13',
    text('医疗器械售后服务流程', 'Medical-device field service flow'),
    {},
    `0a 0b 1.1a 1.1b 1.1c 1.1d 1.2a 1.2b 1.2c 1.3a 1.3b 2.1a 2.1b 2.2a 2.2b 2.3a 2.3b 3.1a 3.1b 3.1c 3.2a 3.2b 3.2c
     3.2d 3.2e 3.2f 3.3a 3.3b 3.4a 4.1a 4.1b 4.2a 4.2b 4.3a 4.3b 4.3c 5.1a 5.2a 5.2b 5.2c 5.3a 5.3b`,
  ),
  document(
    'S14',
    text('售后服务质量管理体系', 'After-sales service quality management system'),
    { cut: text('原文止于（一）2', 'The text ends inside (一)2') },
    '0a 1.1a 1.1b 1.2a',
  ),
  document(
    'S15',
    text('医疗器械公司申报准备材料（变更质量管理人）', 'Application material: change of the quality manager'),
    { cut: text('仅有（一）第 1 项', 'Item 1 of (一) alone') },
    '0a 1.1a 1.2a 1.2b 1.3a 1.4a 1.4b 1.4c 1.4d 1.5a 1.5b 1.5c 1.5d 1.5e 1.5f 1.6a',
  ),
  document('S16', text('项目申报准备材料', 'Project application material'), {}, '1a 1b 2a 2b 3a 3b 4a 4b 5a 6a 7a 8a'),
  document(
    'S17',
    text('进口医疗器械设备验收标准和方法', 'Acceptance of imported devices'),
    {},
    '1.0a 1.1a 1.2a 1.2b 1.2c 1.3a 1.4a 1.5a 1.6a 1.7a 1.8a 2.1a 2.2a 2.3a 3.0a 3.0b 3.1a 3.2a 3.2b 3.2c 3.3a 3.3b',
  ),
  document(
    'S18',
    text('国产医疗器械验收方法', 'Acceptance of domestic devices'),
    {},
    `1.0a 1.1a 1.2a 1.3a 1.4a 1.5a 2a 3.1a 3.2a 3.2b 3.3a 3.3b 3.4a 3.5a 3.5b 4.0a 4.1a 4.2a 4.3a 4.4a 4.5a 5a 5b
     6a 6b 6c`,
  ),
  document(
    'S19',
    text('医疗器械经营许可证变更材料', 'Material for changes of the trading licence'),
    { cut: text('资料编号 1–5 缺失', 'Items 资料编号 1–5 are lost') },
    '0a 1.1a 1.2a 1.3a 1.4a 1.5a 1.5b 1.6a 1.6b 1.6c 1.6d 1.7a 2.6a 2.6b 2.7a 2.8a',
  ),
  document(
    'S20',
    text('首营企业、品种审批程序', 'First-time supplier and first-time product approval'),
    {},
    '1a 2a 3a 4a 5a 6a 7a 7b 7c 7d 8a 9a 10a 11a',
  ),
  document('S21', text('产品进货程序', 'Purchasing'), {}, '1a 2a 3a 4a 5a 6a 6b 7a 8a 9a 10a 11a'),
  document('S22', text('质量检查验收程序', 'Inspection on arrival'), {}, '1a 2a 2b 3a 4a 4b 5a 5b 5c 6a 6b 6c'),
  document(
    'S23',
    text('入库及发货程序', 'Stock-in, storage and delivery'),
    { cut: text('第 6 项缺失', 'Item 6 is missing') },
    '1a 2a 2b 2c 3a 4a 5a 7a 7b 7c 7d 7e 8a 9a 10a',
  ),
  document(
    'S24',
    text('出库复核程序', 'Outbound check'),
    { cut: text('第 5 项缺失', 'Item 5 is missing') },
    '1a 1b 2a 2b 2.1a 2.2a 2.3a 2.4a 3a 4a 4b 6a 7a 8a',
  ),
  document(
    'S25',
    text('在库养护程序', 'Care of stock'),
    { cut: text('1（1）面积数值缺失', 'The figures of areas in 1(1) are lost') },
    `1.1a 1.2a 1.3a 1.4a 1.5a 1.6a 1.7a 1.8a 1.9a 1.10a 1.11a 1.12a 1.13a 1.14a 1.15a 1.16a 1.17a 2.1a 2.2a 2.2b
     2.3a 2.4a 2.4b 2.5a 2.6a 2.7a 2.8a 2.9a`,
  ),
  document(
    'S26',
    text('不合格产品的确认程序', 'Confirmation of nonconforming products'),
    {},
    '1a 1b 1c 2.1a 2.1b 2.2a 2.2b 2.3a 2.3b 2.3c 2.3d 3a 4a 4b 4c 5a 5b 5c 5d 5e 6a 7a 8a 8b 8c',
  ),
  document(
    'S27',
    text('质量信息流转程序', 'Quality information flow'),
    { cut: text('第 5 项与质量事故之间缺失，编号中断', 'Text between item 5 and the accidents is lost') },
    '1a 2a 3a 3b 4a 5a 6.1a 6.1b 6.6a 6.7a 6.8a 6.9a',
  ),
  document(
    'S28',
    text('质量查询、投诉工作程序', 'Customer question and complaint procedure'),
    {},
    `1a 2a 3.1a 3.1b 3.1c 3.1d 3.2a 4.1a 4.1b 4.1c 4.2a 4.2b 4.2c 4.2d 4.3a 4.3b 4.3c 4.3d 4.3e 4.3f 4.4a 4.4b 4.4c
     4.5a 4.5b 4.5c 4.5d 4.5e 4.5f 4.5g 4.5h 4.5i 4.5j`,
  ),
]

const byId = new Map(sourceDocuments.map(item => [item.id, item]))

/**
 * A source document as the procedure that answers it names it: with its number and, when it answers a part alone, that part.
 * @throws when there is no such document
 */
export function sourceDocument(id: string, part?: string): { readonly id: string; readonly title: Text } {
  const found = byId.get(id)
  if (!found) throw new Error(`${id} is no source document`)
  const number = found.number ? ` ${found.number}` : ''
  const parts = part ? ` ${part}` : ''
  return { id, title: text(`${found.title.zh}${number}${parts}`, `${found.title.en}${number}${asEnglish(parts)}`) }
}

/** Numbers of chapters with the punctuation of English. */
const asEnglish = (part: string): string =>
  part.replaceAll('、', ', ').replaceAll('（', '(').replaceAll('）', ')').replace('封面', 'cover')
