import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import { indents, lineSpacing, type as sizes } from './layout.ts'

export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)
const halfPoints = (points: number): number => points * 2
const twentieths = (points: number): number => points * 20

/** Without `lineRule: AUTO` LibreOffice reads the value as an exact height and squeezes the lines. */
const single = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
const running = { ...single, line: Math.round(240 * lineSpacing) }

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'Times New Roman' }

function headingStyle(before: number) {
  return {
    run: { font, size: halfPoints(sizes.text), bold: true, color: '000000' },
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      keepLines: true,
      spacing: { ...running, before: twentieths(before), after: twentieths(6) },
    },
  }
}

/** Every paragraph of a document has one of these styles, so an office can restyle the whole paper in one place. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: halfPoints(sizes.text), language: { value: 'ru-RU', eastAsia: 'ru-RU', bidirectional: 'ar-SA' } },
      paragraph: { spacing: single },
    },
    heading1: headingStyle(12),
    heading2: headingStyle(12),
    heading3: headingStyle(6),
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: running, alignment: AlignmentType.JUSTIFIED },
    },
    {
      id: 'Clause',
      name: 'Пункт',
      basedOn: 'BodyText',
      quickFormat: true,
      paragraph: { indent: { firstLine: mm(indents.firstLine) } },
    },
    { id: 'Bullet', name: 'Перечисление', basedOn: 'BodyText', quickFormat: true },
    {
      id: 'Letterhead',
      name: 'Бланк',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    { id: 'Mark', name: 'Гриф', basedOn: 'Normal', quickFormat: true },
    { id: 'Signature', name: 'Signature', basedOn: 'Normal', quickFormat: true, paragraph: { keepLines: true } },
    { id: 'TableText', name: 'Текст таблицы', basedOn: 'Normal', quickFormat: true, run: { size: halfPoints(sizes.table) } },
    {
      id: 'TableHead',
      name: 'Шапка таблицы',
      basedOn: 'TableText',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: 'FillCaption',
      name: 'Подстрочная надпись',
      basedOn: 'Normal',
      run: { size: halfPoints(sizes.caption) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Stamp',
      name: 'Отметка на каждой странице',
      basedOn: 'Normal',
      run: { size: halfPoints(sizes.caption) },
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: 'PageNumber',
      name: 'Номер страницы',
      basedOn: 'Normal',
      run: { size: halfPoints(sizes.pageNumber) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
}

export const bulletList = 'bullets'

export const numbering: INumberingOptions = {
  config: [
    {
      reference: bulletList,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: {
            run: { font },
            paragraph: { indent: { left: mm(indents.bulletText), hanging: mm(indents.bulletText - indents.firstLine) } },
          },
        },
      ],
    },
  ],
}
