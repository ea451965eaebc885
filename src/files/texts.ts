import type { RuleTexts } from '../kernel/result.ts'

const kinds = 'PDF, DOCX, XLSX, ODT, JPG или PNG'

export const ruleTexts: RuleTexts = {
  'file.tooMany': ({ most }) => `Выберите не больше ${most} файлов за один раз`,
  'file.empty': ({ name }) => `Выберите другой файл: «${name}» пуст`,
  'file.tooLarge': ({ name, most }) => `Выберите файл не больше ${most} МБ: «${name}» больше`,
  'file.unknownKind': ({ name }) => `Выберите файл ${kinds}: содержимое «${name}» другое`,
  'file.wrongExtension': ({ name }) => `Переименуйте файл: расширение «${name}» не соответствует содержимому. Подойдёт ${kinds}`,
  'file.unsafe': ({ name }) =>
    `Сохраните «${name}» как PDF и выберите снова: внутри макросы, вложенный архив или слишком много данных`,
  'file.unreadable': ({ name }) => `Выберите другой файл: «${name}» повреждён и не откроется`,
}
