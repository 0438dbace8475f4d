import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { type EquipmentRow, type InspectionRow, kinds, results } from './equipment.ts'

/** How equipment presents itself, with its inspections. */
export const equipmentView = (
  record: EquipmentRow,
  { inspections }: { readonly inspections: readonly InspectionRow[] },
): RecordView => ({
  title: record.name,
  badges:
    record.openFindings > 0
      ? [{ text: text(`${record.openFindings} 项待处理`, `${record.openFindings} to mend`), tone: 'warn' }]
      : [],
  subtitle: [kinds[record.kind], record.place],
  sections: [
    {
      title: text('资料', 'Details'),
      facts: [
        { label: text('名称', 'Name'), shown: { kind: 'line', value: record.name }, field: 'name' },
        { label: text('类别', 'Kind'), shown: { kind: 'text', value: kinds[record.kind] }, field: 'kind' },
        { label: text('型号', 'Model'), shown: { kind: 'line', value: record.model }, field: 'model' },
        { label: text('出厂编号', 'Serial number'), shown: { kind: 'code', value: record.serial }, field: 'serial' },
        { label: text('位置', 'Where'), shown: { kind: 'line', value: record.place }, field: 'place' },
        {
          label: text('供应、安装商', 'Supplier'),
          shown: { kind: 'line', value: record.supplierName },
          field: 'supplierId',
        },
        { label: text('校准有效期至', 'Calibrated until'), shown: { kind: 'day', value: record.calibrationDue } },
        { label: text('证书号', 'Certificate'), shown: { kind: 'code', value: record.certificate } },
      ],
    },
    {
      title: text('定期检查', 'Inspections'),
      columns: [
        { key: 'at', title: text('时间', 'When') },
        { key: 'by', title: text('检查人', 'By') },
        { key: 'result', title: text('结果', 'Result') },
        { key: 'finding', title: text('问题', 'Found') },
        { key: 'mending', title: text('处理', 'Mended') },
      ],
      rows: inspections
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map(item => ({
          at: { kind: 'instant', value: item.at },
          by: { kind: 'line', value: item.byName },
          result: {
            kind: 'tag',
            value: results[item.result],
            tone: item.result === 'fit' ? 'ok' : item.mendedAt ? 'plain' : 'warn',
          },
          finding: { kind: 'line', value: item.finding ?? item.note },
          mending: { kind: 'line', value: item.mending ? `${item.mendedByName ?? ''}：${item.mending}` : null },
        })),
      empty: text('还没有检查过', 'Not inspected yet'),
    },
  ],
})
