import type { RuleTexts } from '../../kernel/result.ts'

/** What is said of the fields a regulation asks for by itself. */
export const ruleTexts: RuleTexts = {
  'field.needed': ({ caption }) => `Заполните: «${caption}»`,
  'field.noNumber': ({ caption }) => `«${caption}»: напишите число, например 12 или 3,5`,
  'field.noHours': ({ caption }) => `«${caption}»: напишите часы числом, можно с половиной, например 1,5`,
  'field.noDay': ({ caption }) => `«${caption}»: такой даты нет. Напишите день, месяц и год цифрами, через точку`,
  'field.reversed': ({ caption }) => `«${caption}»: последний день раньше первого. Поправьте один из них`,
  'field.notOffered': ({ caption }) => `«${caption}»: выберите из перечня`,
  'field.noFile': 'Выберите файл',
  'field.tooLong': ({ caption }) => `Сократите: «${caption}» — не длиннее 10 000 знаков`,
}
