import type { RuleTexts } from './refusals.ts'

/** What the kit itself refuses. */
export const formTexts: RuleTexts = {
  'form.unreadable': 'Форма пришла не целиком. Вернитесь, обновите страницу и отправьте ещё раз',
  'form.stale':
    'Страница открыта слишком давно или в другом окне вошёл другой человек. Вернитесь, обновите страницу и отправьте ещё раз',
}
