import type { RuleTexts } from '../../web/refusals.ts'

export const ruleTexts: RuleTexts = {
  'territory.codeTaken': ({ free }) =>
    free === undefined
      ? 'Этот код только что занят: измените его'
      : `Этот код занят: напишите другой, например ${free}, или оставьте поле пустым`,
  'territory.codeUnfit':
    'Код — от 2 до 40 латинских букв, цифр и дефисов, первая — буква, например ust-ishimskiy. Или оставьте поле пустым: код получится из краткого названия',
  'territory.regionNeeded': 'Напишите регион, например Томская область',
  'territory.nothingToCopy': 'Действующего Положения в этой территории уже нет. Выберите другое или начните с пустого',
  'territory.somebodyEnters': 'В территорию уже вошли: дальше приглашают те, кто ведёт в ней учётные записи',
}
