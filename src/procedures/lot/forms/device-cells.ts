import { cell, cellSchema, day } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import type { LotPaper } from '../paper.ts'

/** The boxes that say which device and which lot it is, alike on every form of a lot. */
export const deviceCellSchemas = {
  device: cellSchema,
  model: cellSchema,
  spec: cellSchema,
  registration: cellSchema,
  registrant: cellSchema,
  contractMaker: cellSchema,
  licence: cellSchema,
  lot: cellSchema,
  madeOn: cellSchema,
  expiresOn: cellSchema,
  sterilisation: cellSchema,
  udi: cellSchema,
}

/** Fills these boxes. */
export const deviceCells = ({ lot, product }: LotPaper) => ({
  device: cell(text('器械名称', 'Device'), product.name),
  model: cell(text('型　号', 'Model'), product.model),
  spec: cell(text('规　格', 'Specification'), product.spec || null),
  registration: cell(text('注册证编号/备案编号', 'Registration'), product.registrationNo),
  registrant: cell(text('注册人/备案人', 'Registrant'), product.manufacturerName),
  contractMaker: cell(text('受托生产企业', 'Contract maker'), product.contractManufacturer),
  licence: cell(text('生产许可证号', 'Production licence'), product.productionLicenceNo),
  lot: cell(text('生产批号', 'Lot'), lot.lotNo),
  madeOn: cell(text('生产日期', 'Made on'), day(lot.producedOn)),
  expiresOn: cell(text('有效期至', 'Expires'), day(lot.expiresOn)),
  sterilisation: cell(text('灭菌批号', 'Sterilisation lot'), lot.sterilisationLot),
  udi: cell(text('UDI-DI', 'UDI-DI'), product.udiDi),
})
