import { STYLE, stringXml, type XlsxColumn, xmlText } from './xlsx-cell.ts'

/** The parts of a workbook (ECMA-376, SpreadsheetML) besides its rows. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const SHEET_NAME_LENGTH = 31
const FORBIDDEN_IN_NAME = /[\\/?*[\]:]|\p{Cc}/gu

/** A name that Excel accepts for a sheet: at most 31 characters, none of `\ / ? * [ ] :`, no apostrophe at the ends. */
export function sheetName(title: string): string {
  const name = title
    .toWellFormed()
    .replaceAll(FORBIDDEN_IN_NAME, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
    .slice(0, SHEET_NAME_LENGTH)
    .replace(/[\s'\ud800-\udbff]+$/, '')
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet' : name
}

const numbered = (name: string, index: number): string =>
  index === 0 ? name : `${name.slice(0, SHEET_NAME_LENGTH - 5)} (${index + 1})`

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('')

// A date that does not fit is shown as hash signs.
const leastWidth = { text: 6, number: 8, day: 12, instant: 18 }
const columnWidth = ({ kind, width }: XlsxColumn): number => Math.max(leastWidth[kind], width)

/** Begin of a sheet: frozen header row, column widths, titles. */
export const sheetTop = (columns: readonly XlsxColumn[], letters: readonly string[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/>' +
  `<cols>${columns.map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${columnWidth(column)}" customWidth="1"/>`).join('')}</cols>` +
  `<sheetData><row r="1">${columns.map(({ title }, i) => stringXml(`${letters[i]}1`, title, STYLE.header)).join('')}</row>`

/** End of a sheet, with its filter over all columns and rows. */
export const sheetTail = (lastColumn: string, lastRow: number): string =>
  `</sheetData><autoFilter ref="A1:${lastColumn}${lastRow}"/></worksheet>`

/** The list of sheets. Excel wants the filter's range as a hidden name too. */
export function workbook(name: string, sheets: number, lastColumn: string, lastRow: number): string {
  const entry = (i: number) => `<sheet name="${xmlText(numbered(name, i))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
  const quoted = xmlText(numbered(name, sheets - 1).replaceAll("'", "''"))
  const filter =
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${sheets - 1}" hidden="1">` +
    `'${quoted}'!$A$1:$${lastColumn}$${lastRow}</definedName>`
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${many(sheets, entry)}</sheets>` +
    `<definedNames>${filter}</definedNames></workbook>`
  )
}

/** The list of sheets of a workbook whose sheets each have a name of their own; the names must differ. */
export const workbookOf = (names: readonly string[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${many(
    names.length,
    i => `<sheet name="${xmlText(names[i] ?? '')}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )}</sheets></workbook>`

export const workbookRels = (sheets: number): string =>
  `${XML}<Relationships xmlns="${RELS}">` +
  many(
    sheets,
    i => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ) +
  `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

export const packageRels =
  `${XML}<Relationships xmlns="${RELS}">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  many(sheets, i => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`) +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`

const wrapped = '<alignment vertical="top" wrapText="1"/>'

/** Formats in the order of {@link STYLE}: plain, header, instant, day, quoted text, text. */
export const styles =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE3E7EA"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>' +
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf>` +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>` +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
