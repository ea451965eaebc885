import type { RuleTexts } from '../kernel/result.ts'

export const ruleTexts: RuleTexts = {
  'file.tooMany': ({ most }) => `Выберите не больше ${most} файлов за один раз`,
  'file.empty': ({ name }) => `Выберите другой файл: «${name}» пуст`,
  'file.tooLarge': ({ name, most }) => `Выберите файл не больше ${most} МБ: «${name}» больше`,
  'file.unknownKind': ({ name, kinds }) => `Выберите файл ${kinds}: содержимое «${name}» другое`,
  'file.wrongExtension': ({ name, kinds }) =>
    `Переименуйте файл: расширение «${name}» не соответствует содержимому. Подойдёт ${kinds}`,
  'file.unsafe': ({ name }) =>
    `Сохраните «${name}» как PDF и выберите снова: внутри макросы, вложенный архив или слишком много данных`,
  'file.old': ({ name }) =>
    `Откройте «${name}» и сохраните заново («Файл» — «Сохранить как», тип DOCX, XLSX или PDF), затем выберите новый файл: прежний вид не принимается`,
  'file.linked': ({ name }) =>
    `Сохраните «${name}» как PDF и выберите снова: при открытии файл сам берёт шаблон или рисунок с чужого сервера`,
  'file.unreadable': ({ name }) => `Выберите другой файл: «${name}» повреждён и не откроется`,
}
