import type { RuleTexts } from '../../web/refusals.ts'

export const ruleTexts: RuleTexts = {
  'kinds.needsName': 'Напишите название: из справочника ничего не убирают. Отметьте «Больше не выбирают», если оно не нужно',
  'kinds.tooLong': ({ most }) => `Сократите название: не длиннее ${most} знаков`,
  'kinds.needed': ({ name }) => `Снимите отметку: без строки «${name}» система не узнает, кто есть кто`,
  'kinds.there': ({ name }) => `Поправьте: «${name}» уже есть в этом справочнике`,
  'kinds.tooMany': ({ most }) => `Добавьте меньше строк: в справочниках их не больше ${most}`,
}
